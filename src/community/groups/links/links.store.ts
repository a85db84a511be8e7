import { sql } from 'kysely';
import { endLinks, makeLink } from '../../../access/links/links.store.ts';
import {
  type CouncilDb,
  type CouncilReader,
  councilOf,
  nowOf,
  readRows,
} from '../../../platform/db/council.ts';
import { Unknown } from '../../../platform/http/problems.ts';

/** How many short addresses open this listing's page now. */
export async function linksTo(db: CouncilReader, listingId: string): Promise<number> {
  const [row] = await readRows<{ links: number }>(
    db,
    sql`select count(*) as links from link where council_id = ${councilOf(db)} and kind = 'listing'
      and subject_id = ${listingId} and ended_at is null and (ends_at is null or ends_at > ${nowOf(db)})`,
  );
  return row?.links ?? 0;
}

/** Gives the group its page: a short address, told this once. @throws Unknown when there is no such listing */
export async function givePage(db: CouncilDb, listingId: string): Promise<string> {
  await thereIs(db, listingId);
  return makeLink(db, { kind: 'listing', subjectId: listingId });
}

/** Every address given to this page stops at once. @throws Unknown when there is no such listing */
export async function endPage(db: CouncilDb, listingId: string): Promise<void> {
  await thereIs(db, listingId);
  await endLinks(db, 'listing', listingId);
}

async function thereIs(db: CouncilDb, listingId: string): Promise<void> {
  const found = await readRows(
    db,
    sql`select id from listing where council_id = ${councilOf(db)} and id = ${listingId} and state <> 'joined'`,
  );
  if (!found.length) throw new Unknown();
}
