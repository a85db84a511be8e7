import { sql } from 'kysely';
import { type CouncilDb, councilOf } from '../../platform/db/council.ts';
import { newId } from '../../platform/ids.ts';
import { type HeldListing, heldListings, restListings } from './keeping/held-listings.store.ts';
import { keepListings } from './keeping/listings.store.ts';
import { keepRecords } from './keeping/records.store.ts';
import { refreshWordsAndDistricts } from './keeping/words-and-districts.store.ts';
import type { ReadRecord } from './records/read-outcome.ts';
import { type Resting, whatToRest } from './what-to-rest.ts';

/** One reading of a feed, ready to be written. */
export interface FeedRead {
  name: string;
  source: string;
  startedAt: Date;
  finishedAt: Date;
  /** Why it could not be read to its end; null when it was. */
  brokenBecause: string | null;
  /** Fewer records came than it says it holds, so what is missing may not be gone. */
  isShort: boolean;
  /** Only what changed was asked for, so what did not come is not gone. */
  isChangesOnly?: boolean;
  /** Keep what was read although the feed broke. Nothing rests then. */
  keepsWhatWasRead: boolean;
  reads: readonly ReadRecord[];
  notes: readonly string[];
}

export interface Imported {
  importId: string;
  feedId: string;
  wasKept: boolean;
  newListings: number;
  rested: number;
  notes: string[];
}

/**
 * Writes one reading of a feed in the caller's transaction: every record with its outcome, listings new and known by
 * (feed, source id), and what rests. A reading that broke changes no listing unless told to keep what was read.
 * What we added to a listing ourselves is never touched.
 */
export async function saveFeedRead(db: CouncilDb, read: FeedRead): Promise<Imported> {
  const feedId = await feedCalled(db, read.name, read.source);
  const importId = newId();
  const wasKept = read.brokenBecause === null || read.keepsWhatWasRead;
  const held = await heldListings(db, feedId);
  const resting = wasKept ? restingAfter(read, held) : { rest: [], note: null };
  const notes = [...read.notes, ...(resting.note ? [resting.note] : [])];
  const count = (outcome: string) => read.reads.filter((one) => one.outcome === outcome).length;
  await sql`insert into feed_import (council_id, id, feed_id, source, started_at, finished_at, is_complete, was_kept, because,
      accepted, mended, refused, rested, notes, is_changes_only)
    values (${councilOf(db)}, ${importId}, ${feedId}, ${read.source}, ${read.startedAt}, ${read.finishedAt},
      ${read.brokenBecause === null}, ${wasKept}, ${read.brokenBecause}, ${count('accepted')}, ${count('mended')},
      ${count('refused')}, ${resting.rest.length}, ${JSON.stringify(notes)}::jsonb, ${read.isChangesOnly ?? false})`.execute(
    db,
  );
  const made = { importId, feedId, wasKept, notes, rested: resting.rest.length };
  if (!wasKept) return { ...made, newListings: 0 };
  await keepRecords(db, feedId, importId, read.reads, read.isChangesOnly);
  const newListings = await keepListings(db, feedId, read.reads, held);
  await restListings(db, feedId, resting.rest);
  await sql`update feed_import set new_listings = ${newListings}
    where council_id = ${councilOf(db)} and id = ${importId}`.execute(db);
  await refreshWordsAndDistricts(db);
  return { ...made, newListings };
}

/** The feed by its name, held until the transaction ends: two imports of one feed wait for each other. */
async function feedCalled(db: CouncilDb, name: string, source: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`insert into feed (council_id, id, name, source)
    values (${councilOf(db)}, ${newId()}, ${name}, ${source})
    on conflict (council_id, name) do update set source = excluded.source returning id`.execute(db);
  if (!rows[0]) throw new Error('one statement returns one row');
  return rows[0].id;
}

function restingAfter(read: FeedRead, held: ReadonlyMap<string, HeldListing>): Resting {
  const idOf = (one: ReadRecord) => (one.outcome === 'refused' ? one.sourceId : one.listing.sourceId);
  const idsOf = (reads: readonly ReadRecord[]) => new Set(reads.map(idOf).filter((id) => id !== null));
  const listed = idsOf(read.reads.filter((one) => one.outcome !== 'refused'));
  const withdrawn = idsOf(read.reads.filter((one) => one.outcome === 'refused' && one.isWithdrawn));
  return whatToRest({
    isComplete: read.brokenBecause === null && !read.isShort && !read.isChangesOnly,
    held: [...held].filter(([, { isListed }]) => isListed).map(([sourceId]) => sourceId),
    came: idsOf(read.reads),
    withdrawn: new Set([...withdrawn].filter((id) => !listed.has(id))),
  });
}
