import type { WindowCount } from '../../measured.ts';
import { type Avoided, avoided, type Happened } from './avoided.ts';
import type { Cohort, CohortSize, MoneyCounted, Where } from './money.store.ts';

/** What happened on both sides, and the estimate of what was avoided; null where either side is too few. */
export interface AvoidedRow {
  /** Days each person was followed; null where everybody is followed from the site's first day. */
  windowDays: number | null;
  here: Happened & { notYetKnown: number };
  there: Happened & { notYetKnown: number };
  estimate: Avoided | null;
}

/** New people who began ongoing support, each window apart: the tap on or off, since a site that turns it off chooses whom it meets. */
export function avoidedStarts(money: MoneyCounted, tooFewBelow?: number): AvoidedRow[] {
  const days = [
    ...new Set(
      money.windows.filter(({ measure }) => measure === 'people').map(({ windowDays }) => windowDays),
    ),
  ];
  return days
    .toSorted((one, other) => one - other)
    .map((windowDays) => {
      const here = windowSum(money.windows, 'people', windowDays, 'here');
      const there = windowSum(money.windows, 'people', windowDays, 'there');
      return {
        windowDays,
        here,
        there,
        estimate: avoided({ here, there, usual: money.usualStart, tooFewBelow }),
      };
    });
}

/** Of those who had support on the first day, those whose support rose since. */
export function increasesAvoided(money: MoneyCounted, tooFewBelow?: number): AvoidedRow {
  const side = (where: Where) => {
    const { people, increased } = sizeOf(money, 'already', where);
    return { numerator: increased, denominator: people, notYetKnown: 0 };
  };
  const [here, there] = [side('here'), side('there')];
  return {
    windowDays: null,
    here,
    there,
    estimate: avoided({ here, there, usual: money.usualIncrease, tooFewBelow }),
  };
}

/** One window of one measure; at the site, everybody who came, whether its tap was on or off. */
export function windowSum(
  windows: readonly WindowCount[],
  measure: WindowCount['measure'],
  days: number,
  where: Where,
): AvoidedRow['here'] {
  const groups = where === 'here' ? ['site', 'tap-off'] : ['elsewhere'];
  const mine = windows.filter(
    (one) => one.measure === measure && one.windowDays === days && groups.includes(one.group),
  );
  return mine.reduce(
    (sum, { numerator, died, moved, neither, notYetKnown }) => ({
      numerator: sum.numerator + numerator,
      denominator: sum.denominator + numerator + died + moved + neither,
      notYetKnown: sum.notYetKnown + notYetKnown,
    }),
    { numerator: 0, denominator: 0, notYetKnown: 0 },
  );
}

/** How many people a side has; nobody where it has no row. */
export const sizeOf = ({ sizes }: MoneyCounted, cohort: Cohort, where: Where): CohortSize =>
  sizes.find((one) => one.cohort === cohort && one.where === where) ?? {
    ...{ cohort, where, people: 0, supported: 0, unpriced: 0, increased: 0 },
  };
