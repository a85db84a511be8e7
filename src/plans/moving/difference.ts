import type { Day } from '../../platform/clock.ts';
import { type Refusal, refuse } from '../../platform/refusal.ts';
import { whatGoesDown } from '../agreement/going-down.ts';
import { type LaterLines, type Lines, quoted, setNeedsBeside } from '../changing/beside.ts';
import type { NeedLine } from '../plan.ts';
import type { Move } from './move.ts';

/**
 * P4: everything that would be met in another way here than it was there, each as a phrase: what goes down, and
 * what is met as fully but otherwise. Empty when nothing is.
 */
export function whatDiffers(carriedOver: Lines, here: LaterLines): string[] {
  const otherwise = setNeedsBeside(carriedOver, here)
    .filter(({ was, now }) => now.length > 0 && !isSame(was, now))
    .map(({ was }) => `${quoted(was)} would be met in another way`);
  return [...whatGoesDown(carriedOver, here), ...otherwise];
}

const isSame = (was: readonly NeedLine[], now: readonly NeedLine[]): boolean =>
  now.every((line) => was.some((one) => alike(one.how) === alike(line.how) && one.metBy === line.metBy));

/**
 * P4: may a plan of our own follow what was carried over? Where it differs, only once the difference has been
 * explained to them in writing (Care Act 2014 s37 and s38, SI 2014/2825). Refused 'P4'.
 * @example mayFollowCarriedOver({ ...move, differenceSentOn: null }, carriedOver, plan) // refused 'P4'
 */
export function mayFollowCarriedOver(
  move: Pick<Move, 'differenceWords' | 'differenceSentOn'>,
  carriedOver: Lines,
  plan: LaterLines,
): Refusal | null {
  const differs = whatDiffers(carriedOver, plan);
  if (!differs.length) return null;
  if (move.differenceWords?.trim() && move.differenceSentOn) return null;
  return refuse(
    'P4',
    `${differs.join(', ')}, and the difference has not been explained to them in writing`,
    'write the explanation on the page of their move, and the day they were given it',
  );
}

const alike = (words: string): string => words.trim().toLowerCase();

/**
 * P4: an explanation that was given in writing stays given. Other words are another explanation, with a day of
 * their own; the earlier one is in the story.
 * @example mayExplainAgain({ differenceWords: 'One visit.', differenceSentOn: '2026-11-21' }, 'Two.', null) // refused 'P4'
 */
export function mayExplainAgain(
  given: Pick<Move, 'differenceWords' | 'differenceSentOn'>,
  words: string,
  sentOn: Day | null,
): Refusal | null {
  if (!given.differenceSentOn || sentOn || words.trim() === given.differenceWords?.trim()) return null;
  return refuse(
    'P4',
    'they were given other words in writing, and those stand',
    'give them these in writing too, and write that day',
  );
}
