import { sql } from 'kysely';
import { dayOf } from '../../platform/clock.ts';
import { type CouncilDb, type CouncilReader, councilOf, nowOf, readRows } from '../../platform/db/council.ts';
import { newId } from '../../platform/ids.ts';
import { type ListingShown, listingJson } from '../listings.store.ts';

/** The listings whose short address ends so, the oldest first: one, but for two in a thousand directories. */
export async function listingsByShort(
  db: CouncilReader,
  short: string,
): Promise<{ listingId: string; name: string }[]> {
  return readRows(
    db,
    sql`select id as "listingId", name from listing
      where council_id = ${councilOf(db)} and short = ${short} and state = 'listed' order by id limit 5`,
  );
}

/** Several listings by their ids, in the order asked for; those this council does not list are left out. */
export async function listedAmong(db: CouncilReader, ids: readonly string[]): Promise<ListingShown[]> {
  const council = councilOf(db);
  const rows = await readRows<{ listing: ListingShown }>(
    db,
    sql`select ${listingJson} as listing from unnest(${[...ids]}::uuid[]) with ordinality asked (id, n)
      join listing l on l.council_id = ${council} and l.id = asked.id and l.state = 'listed'
      left join feed e on e.council_id = ${council} and e.id = l.feed_id order by asked.n`,
  );
  return rows.map(({ listing }) => listing);
}

/** As many open words about one listing from those without an account as anybody will read. */
const mostOpen = 20;
/** And as many wishes in one day from all of them: more is a machine. */
const mostWishesADay = 500;

/** Somebody without an account says that a listing is wrong. Beyond what anybody will read, the same tap adds nothing. */
export async function tellFromOutside(db: CouncilDb, listingId: string, words: string): Promise<void> {
  const council = councilOf(db);
  await sql`insert into listing_concern (council_id, id, listing_id, words, told_by, told_by_words, told_at)
    select ${council}, ${newId()}, ${listingId}, ${words}, null, 'somebody who looked', ${nowOf(db)}
    where (select count(*) from listing_concern c where c.council_id = ${council} and c.listing_id = ${listingId}
      and c.told_by is null and c.settled_at is null) < ${mostOpen}`.execute(db);
}

/** True while today's wishes from those without an account can still be told from a machine's. */
export async function mayTellMore(db: CouncilReader): Promise<boolean> {
  const [row] = await readRows<{ many: number }>(
    db,
    sql`select count(*)::integer as many from gap where council_id = ${councilOf(db)} and asked_by is null
      and asked_at > ${nowOf(db)}::timestamptz - interval '1 day'`,
  );
  return (row?.many ?? 0) < mostWishesADay;
}

/** Whether a story hangs here that everybody may read. Says nothing of whose it is. */
export async function hangsAnyStory(db: CouncilReader): Promise<boolean> {
  const now = nowOf(db);
  const rows = await readRows(
    db,
    sql`select from stories_let_out(${now}, ${dayOf(now)}) where audience = 'public' limit 1`,
  );
  return rows.length > 0;
}
