import { sql } from 'kysely';
import { type CouncilDb, type CouncilReader, councilOf, readRows } from '../../../platform/db/council.ts';
import { Conflict } from '../../../platform/http/problems.ts';
import type { AskWay } from '../cycle.ts';

/** How a group wants to be asked, and who rings when it does not answer. */
export interface WayKept {
  way: AskWay | null;
  askTo: string | null;
  who: string | null;
  stewardId: string | null;
  version: number;
}

/** Nothing known: nothing is sent, and a steward finds out. */
const unknown: WayKept = { way: null, askTo: null, who: null, stewardId: null, version: 0 };

export async function readWay(db: CouncilReader, listingId: string): Promise<WayKept> {
  const [way] = await readRows<WayKept>(
    db,
    sql`select way, ask_to as "askTo", who, steward_id as "stewardId", version from asking_way
      where council_id = ${councilOf(db)} and listing_id = ${listingId}`,
  );
  return way ?? unknown;
}

/** Saves it over the version it was read at. @throws Conflict when somebody else wrote meanwhile */
export async function saveWay(db: CouncilDb, listingId: string, way: WayKept): Promise<void> {
  const saved = await sql`insert into asking_way (council_id, listing_id, way, ask_to, who, steward_id)
    values (${councilOf(db)}, ${listingId}, ${way.way}, ${way.askTo}, ${way.who}, ${way.stewardId})
    on conflict (council_id, listing_id) do update set way = excluded.way, ask_to = excluded.ask_to, who = excluded.who,
      steward_id = excluded.steward_id, version = asking_way.version + 1 where asking_way.version = ${way.version}`.execute(
    db,
  );
  if (saved.numAffectedRows) return;
  const theirs = await readWay(db, listingId);
  const inWords = (one: WayKept) => [one.way ?? 'not known', one.askTo, one.who].filter(Boolean).join(', ');
  throw new Conflict(
    'Somebody else wrote how this group is asked while you did.',
    { who: 'What is there now', words: inWords(theirs) },
    inWords(way),
  );
}

/** Listings that say an e-mail address of their own and nobody has said how to ask: how many there are. */
export async function countListedAddresses(db: CouncilReader): Promise<number> {
  const [counted] = await readRows<{ total: number }>(
    db,
    sql`select count(*) as total from listing l where ${hasOwnAddress(councilOf(db))}`,
  );
  return counted?.total ?? 0;
}

/** From now on those are asked at the address they themselves give to everybody. */
export async function askAtListedAddresses(db: CouncilDb): Promise<number> {
  const council = councilOf(db);
  const made = await sql`insert into asking_way (council_id, listing_id, way, ask_to)
    select ${council}, l.id, 'e-mail', l.particulars ->> 'email' from listing l where ${hasOwnAddress(council)}
    on conflict do nothing`.execute(db);
  return Number(made.numAffectedRows ?? 0);
}

const hasOwnAddress = (council: number) => sql`l.council_id = ${council} and l.state = 'listed'
  and l.particulars ->> 'email' ~ '^[^@ ]+@[^@ ]+$'
  and not exists (select from asking_way w where w.council_id = ${council} and w.listing_id = l.id)`;
