import type { Day } from '../../platform/clock.ts';
import type { Problem } from '../../platform/http/problems.ts';
import { longDate } from '../../platform/ui/dates.ts';
import {
  answerInWords,
  type EqualityKind,
  equalityKinds,
  equalityQuestions,
  NONE,
  RATHER_NOT_SAY,
} from './categories.ts';

/** What somebody says of one thing: standard answers, their own words, or both. Neither: nothing is said, or it is taken back. */
export interface Answer {
  answers: string[];
  ownWords: string | null;
}

/** Who said it: themselves, or somebody for them, and who that is. */
export interface SaidBy {
  saidBy: 'themselves' | 'somebody-for-them';
  saidByWho: string | null;
  saidOn: Day;
}

/** One thing as it was said once. */
export interface EqualityFact extends Answer, SaidBy {
  id: string;
  kind: EqualityKind;
  writtenBy: string | null;
  writtenAt: Date;
}

/** One question with what stands, and what was said before. */
export interface Said {
  kind: EqualityKind;
  stands: EqualityFact | null;
  before: EqualityFact[];
}

/** What a form says of each thing; left out is left as it stands. */
export type Answers = Partial<Record<EqualityKind, Answer>>;

/**
 * Facts, the latest said first, as what stands and what stood before. Taken back, nothing stands, and what was said is kept.
 * @example standing(facts).find(({ kind }) => kind === 'ethnicity')?.stands
 */
export function standing(facts: readonly EqualityFact[]): Said[] {
  return equalityKinds.map((kind) => {
    const [latest, ...before] = facts.filter((one) => one.kind === kind);
    if (!latest) return { kind, stands: null, before: [] };
    return isSomething(latest)
      ? { kind, stands: latest, before }
      : { kind, stands: null, before: [latest, ...before] };
  });
}

/** Which answers say something new beside what stands; the same again is not written twice. */
export function changes(said: readonly Said[], answers: Answers): { kind: EqualityKind; answer: Answer }[] {
  return said.flatMap(({ kind, stands }) => {
    const answer = answers[kind];
    if (!answer || sameAnswer(answer, stands ?? { answers: [], ownWords: null })) return [];
    return [{ kind, answer }];
  });
}

/** What cannot be: an answer no list has, "none" or "rather not say" beside others, a day that has not come, nobody named. */
export function problemsWith(answers: Answers, by: SaidBy, today: Day): Problem[] {
  const problems = equalityKinds.flatMap((kind) => {
    const message = whatIsWrong(kind, answers[kind]?.answers ?? []);
    return message ? [{ field: fieldOf(kind), message }] : [];
  });
  if (by.saidBy === 'somebody-for-them' && !by.saidByWho)
    problems.push({ field: 'saidByWho', message: 'Write who said it for them, and who they are to them' });
  if (by.saidOn > today)
    problems.push({ field: 'saidOn', message: `Write a day that is not after today, ${longDate(today)}` });
  return problems;
}

/** @example fieldOf('marital-status') // 'maritalStatus' */
export function fieldOf(kind: EqualityKind): string {
  return kind.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

/** @example inWords('religion', { answers: ['other'], ownWords: 'Pagan' }) // 'Any other religion or belief. In their words: “Pagan”' */
export function inWords(kind: EqualityKind, { answers, ownWords }: Answer): string {
  const listed = answers.map((key) => answerInWords(kind, key)).join('; ');
  const theirs = ownWords ? `${listed ? 'In' : 'in'} their words: “${ownWords}”` : '';
  if (!listed && !theirs) return 'Taken back';
  return [listed, theirs]
    .filter(Boolean)
    .join('. ')
    .replace(/^./, (first) => first.toUpperCase());
}

/** Everything said, in lines, to be read beside another's. */
export function asLines(said: readonly { kind: EqualityKind; answer: Answer | null }[]): string {
  return said
    .map(
      ({ kind, answer }) => `${equalityQuestions[kind].name}: ${answer ? inWords(kind, answer) : 'not said'}`,
    )
    .join('\n');
}

function whatIsWrong(kind: EqualityKind, answers: readonly string[]): string | null {
  const allowed = new Set<string>([
    RATHER_NOT_SAY,
    ...equalityQuestions[kind].categories.map(({ key }) => key),
  ]);
  if (answers.some((key) => !allowed.has(key))) return 'Choose from the list';
  if (answers.length < 2) return null;
  if (kind !== 'disability') return 'Choose one';
  return answers.some((key) => key === NONE || key === RATHER_NOT_SAY)
    ? 'Choose “None” or “Rather not say” alone, or what there is'
    : null;
}

const isSomething = ({ answers, ownWords }: Answer): boolean => answers.length > 0 || ownWords !== null;

const sameAnswer = (one: Answer, other: Answer): boolean =>
  one.ownWords === other.ownWords && String(one.answers.toSorted()) === String(other.answers.toSorted());
