import { hours, type Range } from './hours/ranges.ts';
import type { ChangeKind } from './money/changes.ts';
import type { Cohort } from './money/money.store.ts';

/** Pence as whole pounds. @example pounds(-1234567) // '−£12,346' */
export function pounds(pence: number): string {
  const whole = Math.round(Math.abs(pence) / 100);
  return `${pence < 0 && whole > 0 ? '−' : ''}£${whole.toLocaleString('en-GB')}`;
}

/** More above nought, less below it. @example moreOrLess(-52_000) // '£520 less' */
export const moreOrLess = (pence: number): string =>
  Math.round(pence / 100) === 0 ? 'no change' : `${pounds(Math.abs(pence))} ${pence > 0 ? 'more' : 'less'}`;

/** @example betweenPounds({ low: -100_000, high: 300_000 }) // 'between −£1,000 and £3,000' */
export const betweenPounds = ({ low, high }: Range): string => `between ${pounds(low)} and ${pounds(high)}`;

/** @example people(1) // '1 person' */
export const people = (many: number): string =>
  many === 1 ? '1 person' : `${many.toLocaleString('en-GB')} people`;

/** Hours from minutes that may be below nought. @example hoursBetween({ low: -10, high: 30 }) */
export const hoursBetween = ({ low, high }: Range): string =>
  `between ${low < 0 ? '−' : ''}${hours(Math.abs(low) * 60)} and ${high < 0 ? '−' : ''}${hours(Math.abs(high) * 60)} hours`;

export const kindInWords: Record<ChangeKind, string> = {
  begun: 'Support began',
  increased: 'Support went up',
  reduced: 'Support went down',
  ended: 'Support ended',
  died: 'Ended because somebody died',
  moved: 'Ended because somebody moved away',
};

export const cohortInWords: Record<Cohort, string> = {
  already: 'Those who had ongoing support on the first day',
  since: 'Those who are new since',
};
