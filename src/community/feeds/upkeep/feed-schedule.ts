import { addDays, addMonths, type Day, dayOf } from '../../../platform/clock.ts';

/** How often a feed is read by itself. */
export const howOftens = ['never', 'day', 'week', 'month'] as const;
export type HowOften = (typeof howOftens)[number];

const dayMs = 86_400_000;
/** At least so often a feed is read whole, for only then is what it no longer lists noticed. A judgement. */
const wholeEveryDays = 28;
/** Clocks differ, and a feed may publish late what changed before: asked for again, unchanged things change nothing. */
const overlapDays = 1;
/** Stops one after another without a record between them, before a reading is given up. */
const mostStops = 5;

/** When a feed is next read after a reading that ended; null for never. Days, not hours: the clock may go back. */
export function nextReadAt(howOften: HowOften, ended: Date): Date | null {
  const today = dayOf(ended);
  const next: Record<HowOften, Day | null> = {
    never: null,
    day: addDays(today, 1),
    week: addDays(today, 7),
    month: addMonths(today, 1),
  };
  const day = next[howOften];
  return day === null ? null : new Date(`${day}${ended.toISOString().slice(10)}`);
}

export interface ChangesKnown {
  changedSince: Date | null;
  /** False once the feed was seen to answer everything although asked for changes only. */
  heedsChanges: boolean | null;
  wholeReadAt: Date | null;
}

/** Since when a feed may be asked for changes only; null when it is to be read whole. */
export function changesSince(
  { changedSince, heedsChanges, wholeReadAt }: ChangesKnown,
  now: Date,
): Date | null {
  if (heedsChanges === false || changedSince === null || wholeReadAt === null) return null;
  return now.getTime() - wholeReadAt.getTime() >= wholeEveryDays * dayMs ? null : changedSince;
}

/** From when changes are asked for after a reading that began then. */
export const cursorAfter = (startedAt: Date): Date => new Date(startedAt.getTime() - overlapDays * dayMs);

/**
 * When a reading that stopped goes on: when the server asked, and each time it stops without having brought anything
 * twice as long; null when it is given up.
 */
export function goOnAt(stopped: Date, againInMs: number, stops: number): Date | null {
  if (stops > mostStops) return null;
  return new Date(stopped.getTime() + Math.min(againInMs * 2 ** (stops - 1), dayMs));
}
