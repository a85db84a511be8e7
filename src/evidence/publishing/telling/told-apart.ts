import {
  APART_DAYS,
  isToldGroup,
  type LineValues,
  lineCell,
  lineInWords,
  type ToldBy,
  toldBys,
} from '../apart/breakdowns.ts';
import type { ToldGroup } from '../cells.ts';
import type { Bundle, ToldLine } from './bundle.ts';
import { shareOf, type ToldCounts } from './told-figures.ts';

/** Every district of which nothing is told, whether anybody of it came or not. */
export const EVERY_OTHER = 'Every other district';

const leftOutInWords: Record<ToldBy, string> = { age: 'age', district: 'postcode district' };

/** Who began ongoing support, by age and by district, as told; and which of the two is left out. */
export function toldApart(
  counts: ToldCounts,
  groups: readonly ToldGroup[],
  values: LineValues,
): Pick<Bundle, 'breakdowns' | 'breakdownsLeftOut'> {
  const apart = groups.filter(isToldGroup);
  const breakdowns = toldBys.flatMap((by) => [
    ...values[by].flatMap((value) =>
      apart.map((group): ToldLine => {
        const told = (part: 'followed' | 'happened') => counts.get(lineCell(by, group, value, part)) ?? null;
        const [numerator, denominator] = [told('happened'), told('followed')];
        const line = lineInWords(by, value);
        const share = shareOf(numerator, denominator);
        return { by, line, group, windowDays: APART_DAYS, numerator, denominator, ...share };
      }),
    ),
    ...(by === 'district' && values.district.length > 0
      ? apart.map((group): ToldLine => {
          const hidden = { numerator: null, denominator: null, percentage: null, low: null, high: null };
          return { by, line: EVERY_OTHER, group, windowDays: APART_DAYS, ...hidden };
        })
      : []),
  ]);
  const leftOut = toldBys.filter((by) => values[by].length === 0).map((by) => leftOutInWords[by]);
  if (leftOut.length === 0) return { breakdowns };
  const breakdownsLeftOut = `It is not told by ${leftOut.join(' or by ')}: that could not be done without giving somebody away.`;
  return { breakdowns, breakdownsLeftOut };
}
