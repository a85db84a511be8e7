import type { Figure } from '../../figure.ts';
import { difference } from '../../statistics/difference.ts';

/** What a section says before anything else, as a councillor would say it afterwards. */
export interface Sides {
  name: string;
  /** `at Marsh`, `elsewhere`; null where the site is set beside nobody. */
  where: string | null;
  here: readonly Figure[];
  there: readonly Figure[];
}

/**
 * Shares at the longest window both have been followed for, in one line; and no more than chance leaves standing.
 * @example shareMessage({ name: 'Harbour', where: 'at Marsh', here, there }, 'came to draw on ongoing support')
 */
export function shareMessage({ name, where, here, there }: Sides, did: string): string {
  const known = here.flatMap((one, at): { one: Figure; beside: Figure | null }[] => {
    const beside = there[at];
    if (one.tooFew) return [];
    if (where === null) return [{ one, beside: null }];
    return beside && !beside.tooFew ? [{ one, beside }] : [];
  });
  const last = known.at(-1);
  if (!last) return `Too few have been followed to say how many ${did}`;
  const { one, beside } = last;
  if (!beside) return `${percent(one)} at ${name} ${did} within ${one.windowDays} days`;
  const shares = `${percent(one)} at ${name} and ${percent(beside)} ${where}`;
  const apart = difference(one, beside);
  if (!apart || apart.low * apart.high <= 0)
    return `No clear difference in who ${did}: ${shares} within ${one.windowDays} days`;
  return `${apart.difference < 0 ? 'Fewer' : 'More'} people at ${name} ${did}: ${shares} within ${one.windowDays} days`;
}

const percent = (one: Figure): string => `${((100 * one.numerator) / one.denominator).toFixed(1)}%`;
