import { addDays, type Day } from '../../platform/clock.ts';
import type { Problem } from '../../platform/http/problems.ts';
import { longDate } from '../../platform/ui/dates.ts';

/** Where somebody lives or lived, as a page may hold it: a private one has no words (W4). */
export interface AddressShown {
  id: string;
  lines: string | null;
  postcode: string | null;
  isProtected: boolean;
  sinceOn: Day | null;
  untilOn: Day | null;
}

/** May somebody live here from this day, given where they live now? What was is kept, so days stand in order. */
export function problemsWithMoving(
  sinceOn: Day | null,
  before: readonly { sinceOn: Day | null }[],
  today: Day,
): Problem[] {
  const problem = (message: string): Problem[] => [{ field: 'sinceOn', message }];
  if (sinceOn && sinceOn > today)
    return problem('Write a day that has come: until then they live where they live now');
  if (!sinceOn)
    return before.length ? problem('Write the day: the address before ends the day before it') : [];
  const last = before
    .map((one) => one.sinceOn ?? '')
    .toSorted()
    .at(-1);
  return last && last > sinceOn
    ? problem(`The address before is kept from ${longDate(last)}: write that day or one after it`)
    : [];
}

/** The last day at the address before. From the same day, it is the address before that is put right. */
export const endedBy = (sinceOn: Day): Day => addDays(sinceOn, -1);

/** The days of an address. @example daysOf({ sinceOn: null, untilOn: '2026-11-20' }) // 'until 20 November 2026' */
export function daysOf({ sinceOn, untilOn }: Pick<AddressShown, 'sinceOn' | 'untilOn'>): string {
  if (sinceOn && untilOn && untilOn < sinceOn)
    return `put right: never theirs, written for ${longDate(sinceOn)}`;
  const since = sinceOn ? `from ${longDate(sinceOn)}` : '';
  const until = untilOn ? `until ${longDate(untilOn)}` : '';
  return [since, until].filter(Boolean).join(' ') || 'from a day nobody wrote down';
}

/** A postcode as it is kept, or null. @example readPostcode('sb21aa') // 'SB2 1AA' */
export function readPostcode(text: string): string | null {
  const found = /^([A-Z]{1,2}\d[A-Z\d]?)\s*(\d[A-Z]{2})$/.exec(text.trim().toUpperCase());
  return found ? `${found[1]} ${found[2]}` : null;
}
