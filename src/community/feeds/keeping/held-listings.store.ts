import { sql } from 'kysely';
import { dayOf } from '../../../platform/clock.ts';
import { type CouncilDb, councilOf, nowOf, readRows } from '../../../platform/db/council.ts';

/** A listing we hold from a feed already. */
export interface HeldListing {
  listingId: string;
  isListed: boolean;
  /** Somebody spoke for it, so what it says is not simply its source's. */
  isSpokenFor: boolean;
  /** As it was read: somebody who changes it while a feed is written is not written over. */
  version: number;
}

/**
 * What we hold from a feed, by the id its source gives. Read once and named by id from then on: until statistics are
 * gathered anew the planner thinks a council that imports for the first time holds nothing, and looks through all of it
 * for each record (five million rows for 2,000 records).
 */
export async function heldListings(db: CouncilDb, feedId: string): Promise<Map<string, HeldListing>> {
  const rows = await readRows<HeldListing & { sourceId: string }>(
    db,
    sql`select source_id as "sourceId", id as "listingId", state = 'listed' as "isListed",
        said <> '{}' as "isSpokenFor", version from listing
      where council_id = ${councilOf(db)} and feed_id = ${feedId}`,
  );
  return new Map(rows.map(({ sourceId, ...held }) => [sourceId, held]));
}

export async function restListings(
  db: CouncilDb,
  feedId: string,
  sourceIds: readonly string[],
): Promise<void> {
  await sql`update listing set state = 'resting', state_why = 'Its source no longer lists it', state_since = ${dayOf(nowOf(db))},
      rested_by = 'source'
    where council_id = ${councilOf(db)} and feed_id = ${feedId} and source_id = any (${sourceIds})`.execute(
    db,
  );
}
