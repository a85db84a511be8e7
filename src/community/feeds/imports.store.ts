import { sql } from 'kysely';
import { type CouncilDb, councilOf } from '../../platform/db/council.ts';
import { newId } from '../../platform/ids.ts';
import { type HeldListing, heldListings, restListings } from './keeping/held-listings.store.ts';
import { keepListings } from './keeping/listings.store.ts';
import { settleOrganisations } from './keeping/organisations.store.ts';
import { forgetRecords, keepRecords } from './keeping/records.store.ts';
import { addWords, settleDirectory } from './keeping/words-and-districts.store.ts';
import { type ReadRecord, sourceIdOf } from './records/read-outcome.ts';
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

/** A reading that is being written, some records at a time. */
export interface ImportUnderway {
  readonly feedId: string;
  readonly importId: string;
  readonly isChangesOnly: boolean;
  readonly held: ReadonlyMap<string, HeldListing>;
  readonly counts: Record<ReadRecord['outcome'], number>;
  readonly came: Set<string>;
  readonly listed: Set<string>;
  readonly withdrawn: Set<string>;
  /** What the new listings are called and say, cut at spaces. */
  readonly words: Set<string>;
  newListings: number;
  changed: number;
}

/** How a reading ended. */
export type ImportEnd = Pick<
  FeedRead,
  'finishedAt' | 'brokenBecause' | 'isShort' | 'keepsWhatWasRead' | 'notes'
>;

/** Enough to keep two processors busy, one reading and one writing; few enough to be read while the last are written. */
export const someRecords = 2_500;

/**
 * Writes one reading of a feed in the caller's transaction: every record with its outcome, listings new and known by
 * (feed, source id), and what rests. A reading that broke changes no listing unless told to keep what was read.
 * What we added to a listing ourselves is never touched.
 */
export async function saveFeedRead(db: CouncilDb, read: FeedRead): Promise<Imported> {
  const underway = await beginImport(db, read);
  const wasKept = read.brokenBecause === null || read.keepsWhatWasRead;
  for (let from = 0; from < read.reads.length; from += someRecords) {
    const some = read.reads.slice(from, from + someRecords);
    if (wasKept) await keepChunk(db, underway, some);
    else countChunk(underway, some);
  }
  return endImport(db, underway, read);
}

/**
 * Begins to write a reading. A large one may take longer than a page may, and the search index does better to take in
 * what is new once, at the end, than every four megabytes.
 */
export async function beginImport(
  db: CouncilDb,
  {
    name,
    source,
    startedAt,
    isChangesOnly = false,
  }: Pick<FeedRead, 'name' | 'source' | 'startedAt' | 'isChangesOnly'>,
): Promise<ImportUnderway> {
  await sql`select set_config('statement_timeout', '300000', true), set_config('idle_in_transaction_session_timeout', '300000', true),
    set_config('gin_pending_list_limit', '65536', true)`.execute(db);
  const feedId = await feedCalled(db, name, source);
  const importId = newId();
  await sql`insert into feed_import (council_id, id, feed_id, source, started_at, finished_at, is_complete, was_kept, because,
      accepted, mended, refused, is_changes_only)
    values (${councilOf(db)}, ${importId}, ${feedId}, ${source}, ${startedAt}, ${startedAt}, true, true, null, 0, 0, 0,
      ${isChangesOnly})`.execute(db);
  const held = await heldListings(db, feedId);
  await sql`savepoint before_records`.execute(db);
  if (!isChangesOnly) await forgetRecords(db, feedId);
  const counts = { accepted: 0, mended: 0, refused: 0 };
  const ids = { came: new Set<string>(), listed: new Set<string>(), withdrawn: new Set<string>() };
  const words = new Set<string>();
  return { feedId, importId, isChangesOnly, held, counts, ...ids, words, newListings: 0, changed: 0 };
}

/** Writes the next records of a reading. */
export async function keepChunk(
  db: CouncilDb,
  underway: ImportUnderway,
  reads: readonly ReadRecord[],
): Promise<void> {
  const { feedId, importId, counts, held, isChangesOnly } = underway;
  const before = counts.accepted + counts.mended + counts.refused;
  countChunk(underway, reads);
  await keepRecords(db, { feedId, importId, isChangesOnly, before }, reads);
  const { come, changed } = await keepListings(db, feedId, reads, held);
  underway.newListings += come.length;
  underway.changed += changed;
  addWords(underway.words, come);
}

/** Ends a reading: what rests, and its line. One that broke takes back what it wrote. */
export async function endImport(db: CouncilDb, underway: ImportUnderway, end: ImportEnd): Promise<Imported> {
  const { feedId, importId, counts } = underway;
  const wasKept = end.brokenBecause === null || end.keepsWhatWasRead;
  if (!wasKept) await sql`rollback to savepoint before_records`.execute(db);
  const resting = wasKept ? restingAfter(underway, end) : { rest: [], note: null };
  const newListings = wasKept ? underway.newListings : 0;
  const notes = [...end.notes, ...(resting.note ? [resting.note] : [])];
  await restListings(db, feedId, resting.rest);
  await sql`update feed_import set finished_at = ${end.finishedAt}, is_complete = ${end.brokenBecause === null},
      was_kept = ${wasKept}, because = ${end.brokenBecause}, accepted = ${counts.accepted}, mended = ${counts.mended},
      refused = ${counts.refused}, new_listings = ${newListings}, rested = ${resting.rest.length},
      notes = ${JSON.stringify(notes)}::jsonb
    where council_id = ${councilOf(db)} and id = ${importId}`.execute(db);
  if (wasKept) await settleOrganisations(db, feedId);
  if (wasKept && newListings + underway.changed + resting.rest.length > 0)
    await settleDirectory(db, underway.changed + resting.rest.length > 0 ? null : underway.words);
  return { importId, feedId, wasKept, notes, rested: resting.rest.length, newListings };
}

function countChunk({ counts, came, listed, withdrawn }: ImportUnderway, reads: readonly ReadRecord[]): void {
  for (const read of reads) {
    counts[read.outcome] += 1;
    const id = sourceIdOf(read);
    if (id === null) continue;
    came.add(id);
    if (read.outcome !== 'refused') listed.add(id);
    else if (read.isWithdrawn) withdrawn.add(id);
  }
}

/** The feed by its name, held until the transaction ends: two imports of one feed wait for each other. */
async function feedCalled(db: CouncilDb, name: string, source: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`insert into feed (council_id, id, name, source)
    values (${councilOf(db)}, ${newId()}, ${name}, ${source})
    on conflict (council_id, name) do update set source = excluded.source returning id`.execute(db);
  if (!rows[0]) throw new Error('one statement returns one row');
  return rows[0].id;
}

function restingAfter(
  { isChangesOnly, held, came, listed, withdrawn }: ImportUnderway,
  end: ImportEnd,
): Resting {
  return whatToRest({
    isComplete: end.brokenBecause === null && !end.isShort && !isChangesOnly,
    held: [...held].filter(([, { isListed }]) => isListed).map(([sourceId]) => sourceId),
    came,
    withdrawn: new Set([...withdrawn].filter((id) => !listed.has(id))),
  });
}
