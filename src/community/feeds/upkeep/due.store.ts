import { sql } from 'kysely';
import type { Database } from '../../../platform/db/council.ts';

export interface DueFeed {
  councilId: number;
  feedId: string;
}

/** Every feed of every council that is to be read now: ids only, each then read within its own council. */
export async function dueFeeds(database: Database, now: Date): Promise<DueFeed[]> {
  const { rows } =
    await sql<DueFeed>`select council_id as "councilId", feed_id as "feedId" from feeds_due(${now})`.execute(
      database,
    );
  return rows;
}
