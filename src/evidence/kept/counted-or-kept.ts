import { type CouncilDb, nowOf } from '../../platform/db/council.ts';
import { isDear, isNewer, mayShow } from './keeping-counts.ts';
import { type CountAsked, holdCounting, keepCount, readKept } from './kept-counts.store.ts';

/** A count, with when it was counted. */
export interface CountedAt<Result> {
  result: Result;
  at: Date;
  /** Counting takes long enough that the result is kept a while, and may be a little old. */
  isDear: boolean;
}

/** How long something took; a test says how long by itself. */
export type Stopwatch = () => number;

/**
 * A count: afresh while that is quick, and kept for a quarter of an hour where it was slow when last counted. Whoever
 * needs a slow one waits for whoever is counting it already and takes what they counted, so ten who ask at once count once.
 * @example await countedOrKept(db, { what: 'measures', question }, () => measure(db, question))
 */
export async function countedOrKept<Result>(
  db: CouncilDb,
  asked: CountAsked,
  count: () => Promise<Result>,
  wanted: 'kept' | 'afresh' = 'kept',
  stopwatch: Stopwatch = () => performance.now(),
): Promise<CountedAt<Result>> {
  const kept = await readKept<Result>(db, asked);
  if (wanted === 'kept' && mayShow(kept, nowOf(db)))
    return { result: kept.result, at: kept.countedAt, isDear: true };
  if (!kept || isDear(kept)) {
    await holdCounting(db, asked);
    const since = await readKept<Result>(db, asked);
    if (since && since.result !== null && isNewer(since, kept))
      return { result: since.result, at: since.countedAt, isDear: true };
  }
  const began = stopwatch();
  const result = await count();
  const tookMs = stopwatch() - began;
  const isDearNow = isDear({ tookMs });
  if (!kept || isDearNow || isDear(kept)) await keepCount(db, asked, { result, tookMs });
  return { result, at: nowOf(db), isDear: isDearNow };
}
