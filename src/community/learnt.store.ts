import { sql } from 'kysely';
import {
  actorOf,
  type CouncilDb,
  type CouncilReader,
  councilOf,
  nowOf,
  readRows,
} from '../platform/db/council.ts';
import { newId } from '../platform/ids.ts';
import { readListing } from './listings.store.ts';

/** Somebody says that a listing is wrong, in their words. */
export async function tellItIsWrong(db: CouncilDb, listingId: string, words: string): Promise<void> {
  await readListing(db, listingId);
  await sql`insert into listing_concern (council_id, id, listing_id, words, told_by, told_at)
    values (${councilOf(db)}, ${newId()}, ${listingId}, ${words}, ${actorOf(db).accountId}, ${nowOf(db)})`.execute(
    db,
  );
}

export interface Wrong {
  listingId: string;
  name: string;
  words: string;
  toldAt: Date;
}

/** Listings somebody says are wrong, longest waiting first, for the directory's editor. */
export async function readConcerns(db: CouncilReader, most = 50): Promise<Wrong[]> {
  return readRows<Wrong>(
    db,
    sql`select l.id as "listingId", l.name, c.words, c.told_at as "toldAt" from listing_concern c
      join listing l on l.council_id = c.council_id and l.id = c.listing_id
      where c.council_id = ${councilOf(db)} and c.settled_at is null order by c.told_at limit ${most}`,
  );
}
