import { freshDays } from '../finder/freshness.ts';

/** How a council asks whether listings are still right, in days. Each is a setting of its own (marked * in the issue). */
export interface AskingPace {
  /** Nobody goes longer than this without being asked; after it the finder keeps a listing out of sight. */
  cycle: number;
  /** How long before the cycle is up the question goes out, so that an answer comes in time. */
  ahead: number;
  /** Unanswered for so long, it is hidden. */
  hiddenAfter: number;
  /** Messages and cards to one group in any 365 days; past that a person rings. */
  mostAYear: number;
  /** How long an e-mail, and how long a card, waits for its answer. */
  waits: { 'e-mail': number; post: number };
  /** No group is asked again within so many days of being asked, whatever is about to end. */
  quiet: number;
  /** Hidden only once it has had so long to answer. */
  chance: number;
  /**
   * In one day no more are written to for the first time than this percentage of an even day's share of them all:
   * a wave would come again every quarter, and be old all at once.
   */
  haste: number;
  /** How many more are put on the stewards' lists in one day, besides those who left two messages unanswered. */
  callsADay: number;
}

const usual: AskingPace = {
  cycle: freshDays,
  ahead: 14,
  hiddenAfter: 120,
  mostAYear: 4,
  waits: { 'e-mail': 7, post: 14 },
  quiet: 45,
  chance: 28,
  haste: 120,
  callsADay: 20,
};

/** A council's own numbers where it has set them: `{ "asking": { "hiddenAfter": 150 } }` in its settings. */
export function paceOf({ asking }: Record<string, unknown>): AskingPace {
  if (typeof asking !== 'object' || asking === null) return usual;
  const own = Object.entries(asking).filter(
    ([name, days]) =>
      name !== 'waits' && name in usual && Number.isInteger(days) && days > 0 && days <= 1_000,
  );
  return { ...usual, ...Object.fromEntries(own) };
}

/** Days between the first questions of two rounds, so that a year holds no more than so many. @example roundsApart(pace) // 92 */
export const roundsApart = ({ mostAYear }: AskingPace): number => Math.ceil(365 / mostAYear);
