import { sql } from 'kysely';
import { type CouncilReader, councilOf, readRows } from '../../platform/db/council.ts';
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
