import { CONVERSION_WINDOWS } from '../conversion.ts';
import { type Group, groups } from '../measured.ts';
import { RETURN_WINDOWS } from '../returns.ts';

/** What became of somebody within a window; `counted` is everybody the share is of. */
const withinWindow = ['happened', 'counted', 'neither', 'died', 'moved', 'not-yet-known'] as const;

/** Every figure of a site's page that is a count of somebody, by measure: the first answer is where a drill begins. */
export const answersOf = {
  people: withinWindow,
  episodes: withinWindow,
  returns: withinWindow,
  waits: ['not-yet-spoken-with', 'spoken-with', 'never-reached'],
  reached: ['people', 'none', 'one', 'two', 'three', 'ongoing', 'already-supported'],
  came: ['all', 'already-supported'],
} as const;

export type DrillMeasure = keyof typeof answersOf;
export type Answer = (typeof answersOf)[DrillMeasure][number];

/** One figure: whose, of what, within how long (null when the measure has no window), and which part of it. */
export interface FigureAsked {
  group: Group;
  measure: DrillMeasure;
  windowDays: number | null;
  answer: Answer;
}

export const windowsOf = (measure: DrillMeasure): readonly number[] => {
  if (measure === 'returns') return RETURN_WINDOWS;
  return measure === 'people' || measure === 'episodes' ? CONVERSION_WINDOWS : [];
};

/** The figure asked for, or null when there is no such figure: a window nobody counts, an answer of another measure. */
export function figureAsked(query: {
  group: string;
  measure: string;
  windowDays?: number | undefined;
  answer?: string | undefined;
}): FigureAsked | null {
  const group = groups.find((one) => one === query.group);
  const measure = isMeasure(query.measure) ? query.measure : null;
  if (!group || !measure) return null;
  const answers: readonly Answer[] = answersOf[measure];
  const answer = query.answer ? answers.find((one) => one === query.answer) : answers[0];
  const windows = windowsOf(measure);
  const windowDays = windows.length
    ? windows.find((days) => days === (query.windowDays ?? windows[0]))
    : null;
  const isAskedRightly = windows.length > 0 || query.windowDays === undefined;
  return answer && windowDays !== undefined && isAskedRightly ? { group, measure, windowDays, answer } : null;
}

export const measures = Object.keys(answersOf).filter(isMeasure);

/** Where a drill into a measure begins: its first window and answer. */
export function beginningOf(group: Group, measure: DrillMeasure): FigureAsked {
  return { group, measure, windowDays: windowsOf(measure)[0] ?? null, answer: answersOf[measure][0] };
}

function isMeasure(text: string): text is DrillMeasure {
  return Object.hasOwn(answersOf, text);
}

/** The figures counted in contact episodes or in times everything rested, rather than in people. */
export const countsPeople = ({ measure }: FigureAsked): boolean =>
  measure === 'people' || measure === 'reached';
