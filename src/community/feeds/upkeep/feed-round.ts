import type { Clock } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/db/council.ts';
import type { Round } from '../../../platform/jobs/rounds.ts';
import { type FeedCaps, usualCaps } from '../feed-pages.ts';
import { type FetchLimits, usualLimits } from '../fetching/fetch-json.ts';
import { dueFeeds } from './due.store.ts';
import { keepReading } from './keep-reading.ts';

/** A slow directory must not keep the others waiting. */
const atOnce = 4;

/** Reads every feed that is due: by its schedule, because an editor asked, or to go on with a reading that stopped. */
export function feedRound(more: Partial<FetchLimits & FeedCaps> = {}): Round {
  return {
    name: 'feeds',
    everySeconds: 20,
    act: (database, clock, stopping) =>
      readDue({ database, clock }, { ...usualLimits, ...usualCaps, ...more, stopping }),
  };
}

async function readDue(
  parts: { database: Database; clock: Clock },
  limits: FetchLimits & FeedCaps,
): Promise<void> {
  const due = await dueFeeds(parts.database, parts.clock.now());
  const faults: unknown[] = [];
  const readOneByOne = async () => {
    for (let next = due.shift(); next && !limits.stopping?.aborted; next = due.shift()) {
      const { councilId, feedId } = next;
      await keepReading({ ...parts, councilId, limits, caps: limits }, feedId).catch((error) =>
        faults.push(error),
      );
    }
  };
  await Promise.all(Array.from({ length: atOnce }, readOneByOne));
  if (faults.length > 0) throw faults[0];
}
