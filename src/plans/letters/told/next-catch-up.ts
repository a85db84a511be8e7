import type { Day } from '../../../platform/clock.ts';
import { longDate } from '../../../platform/ui/dates.ts';
import type { NextCatchUp } from '../../catch-ups/next.ts';

/** When we next ask about a plan, and about each direct payment that runs under it. */
export interface NextAsked {
  plan: NextCatchUp | null;
  payments: readonly { purpose: string; next: NextCatchUp | null }[];
}

/**
 * P2: when we next ask, said to the person (Care Act 2014 s27; for a direct payment SI 2014/2871 reg 7).
 * @example nextToYou({ plan: { from: null, by: '2028-01-10', last: '2027-01-10', isLate: false }, payments: [] }, today)
 * // ['We asked you how it is going on 10 January 2027. We will ask you again by 10 January 2028.', …]
 */
export function nextToYou({ plan, payments }: NextAsked, today: Day): string[] {
  const about = payments.flatMap(({ purpose, next }) =>
    next ? [`About your direct payment, for “${purpose.trim()}”: ${sentenceOf(next, today)}`] : [],
  );
  const all = [...(plan ? [sentenceOf(plan, today)] : []), ...about];
  return all.length ? [...all, 'You can ask us to look at it sooner.'] : [];
}

function sentenceOf({ from, by, last, isLate }: NextCatchUp, today: Day): string {
  const since = last ? `We asked you how it is going on ${longDate(last)}. ` : '';
  const again = last ? 'ask you again' : 'ask you how it is going';
  if (isLate)
    return `${since}We should have ${last ? 'asked you again' : 'asked you how it is going'} by ${longDate(by)}, and have not yet. Ring us and we do it now.`;
  if (from && today < from) return `We will ${again} between ${longDate(from)} and ${longDate(by)}.`;
  return `${since}We will ${again} by ${longDate(by)}.`;
}
