import type { CaseMixRow } from '../../statistics/case-mix.ts';
import type { Interval } from '../../statistics/wilson.ts';
import type { LikeWithLike } from './who-came.ts';

/** How one kind of people differs between the two, in words. @example 'Far apart: more at Harbour' */
export function apartInWords({ apart, isFarApart }: CaseMixRow, site: string): string {
  if (apart === null) return 'Cannot be said';
  if (!isFarApart) return 'Alike';
  return `Far apart: ${apart > 0 ? 'more' : 'fewer'} at ${site}`;
}

/** @example '2.1 points fewer, between 4.0 fewer and 0.2 fewer' */
export function pointsInWords(value: number, { low, high }: Interval): string {
  const both = `${signed(value, ' points')}, between ${signed(low)} and ${signed(high)}`;
  return low * high > 0 ? both : `${both}: includes no difference`;
}

/** What standardising did to a difference, for whoever reads one line. */
export function whatChanged({ plain, alike }: LikeWithLike): string {
  const standard = alike?.difference;
  if (!plain) return 'Too few have been followed that long';
  if (!standard) return 'The two met nobody alike';
  const isClear = ({ low, high }: Interval): boolean => low * high > 0;
  if (Math.sign(plain.difference) !== Math.sign(standard.value) && (isClear(plain) || isClear(standard)))
    return 'Who came explains the plain difference: like with like it points the other way';
  if (isClear(plain) && !isClear(standard)) return 'Like with like, no difference we can be sure of';
  if (!isClear(plain) && isClear(standard)) return 'A difference that the mix of people had hidden';
  return isClear(plain) ? 'The same way, like with like' : 'No difference we can be sure of, either way';
}

/** Who could not be matched; a few are said only as a few. */
export function unmatchedInWords(people: number, where: string, like: string, tooFewBelow: number): string {
  if (people === 0) return '';
  const number = people < tooFewBelow ? `Fewer than ${tooFewBelow}` : people.toLocaleString('en-GB');
  return `${number} people ${where} are like nobody ${like}, and are left out of the likeness.`;
}

function signed(share: number, unit = ''): string {
  return `${Math.abs(share * 100).toFixed(1)}${unit} ${share < 0 ? 'fewer' : 'more'}`;
}
