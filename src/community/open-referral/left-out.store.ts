import { type RawBuilder, sql } from 'kysely';
import { type CouncilReader, councilOf, readRows } from '../../platform/db/council.ts';
import { mayGoOut } from './narrowing.store.ts';
import { openJson, withFeed } from './open-listings.store.ts';
import type { OpenRow } from './records/open-listing.ts';

/** Listings looked at one after another when somebody asks what is left out. */
const atOnce = 500;

export interface Counted {
  mayGoOut: number;
  mayBeRefuge: number;
}

export async function countOpen(db: CouncilReader): Promise<Counted> {
  const [row] = await readRows<Counted>(
    db,
    sql`select count(*) filter (where ${mayGoOut}) as "mayGoOut", count(*) filter (where not (${mayGoOut})) as "mayBeRefuge"
      from listing l where l.council_id = ${councilOf(db)} and l.state = 'listed'`,
  );
  return row ?? { mayGoOut: 0, mayBeRefuge: 0 };
}

export interface MayBeRefuge {
  listingId: string;
  name: string;
}

/** Listings whose place must stay unknown, which are never given away; the first of them by name. */
export async function readMayBeRefuges(db: CouncilReader, most: number): Promise<MayBeRefuge[]> {
  return readRows<MayBeRefuge>(
    db,
    sql`select l.id as "listingId", l.name from listing l
      where l.council_id = ${councilOf(db)} and l.state = 'listed' and not (${mayGoOut}) order by l.name limit ${most}`,
  );
}

/** Every listing that may go out, some hundreds at a time, in the order of their ids. */
export async function* everyOpenListing(db: CouncilReader): AsyncGenerator<OpenRow[], void> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rows = await readRows<{ listing: OpenRow }>(db, someAfter(councilOf(db), after));
    const last = rows.at(-1);
    if (!last) return;
    after = last.listing.listingId;
    yield rows.map(({ listing }) => listing);
  }
}

function someAfter(council: number, after: string): RawBuilder<{ listing: OpenRow }> {
  return sql<{ listing: OpenRow }>`select ${openJson} as listing from ${withFeed(council)}
    where l.council_id = ${council} and l.id > ${after}::uuid and ${mayGoOut} order by l.id limit ${atOnce}`;
}
