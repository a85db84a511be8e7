import type { Answer, DrillMeasure, FigureAsked } from './figure-behind.ts';

const happened: Record<DrillMeasure, string> = {
  people: 'began ongoing support',
  episodes: 'were followed by ongoing support',
  returns: 'came back',
  waits: '',
  reached: '',
  came: '',
};

/** An answer of a measure, in a few words. @example answerInWords({ measure: 'people', answer: 'happened' }) // 'began ongoing support' */
export function answerInWords({ measure, answer }: Pick<FigureAsked, 'measure' | 'answer'>): string {
  if (answer === 'happened') return happened[measure];
  if (answer === 'already-supported' || answer !== 'people') return answers[answer];
  return 'are new people';
}

const answers: Record<Exclude<Answer, 'happened' | 'people'>, string> = {
  counted: 'are counted, because the window has passed',
  neither: 'did not, and did not die or move away',
  died: 'died, and it had not happened',
  moved: 'moved away, and it had not happened',
  'not-yet-known': 'are not yet known: the window has not passed',
  'spoken-with': 'have been spoken with',
  'not-yet-spoken-with': 'have not yet been spoken with',
  'never-reached': 'died or moved away before anybody spoke with them',
  none: 'have begun no conversation',
  one: 'reached conversation 1 and no further',
  two: 'reached conversation 2 and no further',
  three: 'reached conversation 3',
  ongoing: 'have begun ongoing support so far',
  'already-supported': 'drew on ongoing support already',
  all: 'got in touch',
};

/** What a measure counts, one and many. */
export function unitOf({ measure }: Pick<FigureAsked, 'measure'>, count: number): string {
  if (measure === 'people' || measure === 'reached') return count === 1 ? 'person' : 'people';
  if (measure === 'returns') return count === 1 ? 'time everything rested' : 'times everything rested';
  return count === 1 ? 'contact episode' : 'contact episodes';
}

/** The figure as the heading says it. @example 'People: began ongoing support within 90 days' */
export function figureInWords(asked: FigureAsked): string {
  const within = asked.windowDays === null ? '' : ` within ${asked.windowDays} days`;
  return `${measureInWords[asked.measure]}${within}`;
}

const measureInWords: Record<DrillMeasure, string> = {
  people: 'People who began ongoing support',
  episodes: 'Contact episodes followed by ongoing support',
  returns: 'People who came back after everything had rested,',
  waits: 'How soon somebody was spoken with',
  reached: 'How far conversations went',
  came: 'Who got in touch',
};

/** A measure as a link says it. */
export const measureNames: Record<DrillMeasure, string> = {
  people: 'began ongoing support',
  episodes: 'the same over contact episodes',
  returns: 'came back',
  waits: 'how soon they were spoken with',
  reached: 'how far conversations went',
  came: 'everybody who got in touch',
};

/** The rule's place on the page of rules. */
export const ruleOf: Record<DrillMeasure, string> = {
  people: 'E3',
  episodes: 'E4',
  returns: 'E7-returns',
  waits: 'E6',
  reached: 'E7',
  came: 'E1',
};
