import { sql } from 'kysely';
import { type Day, dayOf } from '../../../platform/clock.ts';
import {
  type CouncilDb,
  type CouncilReader,
  councilOf,
  nowOf,
  readRows,
} from '../../../platform/db/council.ts';

/** A card to print: one address, and each listing that is asked about with the code that opens it. */
export interface CardToPrint {
  togetherId: string;
  to: string;
  who: string | null;
  isAgain: boolean;
  listings: { name: string; code: string }[];
}

/** Cards that are not in the post yet, oldest first, a sheet of them, and how many there are. */
export async function readCards(
  db: CouncilReader,
  most: number,
): Promise<{ cards: CardToPrint[]; total: number }> {
  const council = councilOf(db);
  const [row] = await readRows<{ cards: CardToPrint[]; total: number }>(
    db,
    sql`with cards as (select a.together_id, min(a.asked_on) as asked_on, min(w.ask_to) as "to", min(w.who) as who, max(a.nth) > 1 as is_again,
        json_agg(json_build_object('name', l.name, 'code', a.card_code) order by l.name) as listings
      from asking a join listing l on l.council_id = a.council_id and l.id = a.listing_id
      join asking_way w on w.council_id = a.council_id and w.listing_id = a.listing_id and w.way = 'post'
      where a.council_id = ${council} and a.way = 'post' and a.answered_on is null and a.posted_on is null and a.card_code is not null
      group by a.together_id)
    select (select count(*) from cards) as total, coalesce((select json_agg(json_build_object('togetherId', c.together_id,
        'to', c."to", 'who', c.who, 'isAgain', c.is_again, 'listings', c.listings) order by c.asked_on, c.together_id)
      from (select * from cards order by asked_on, together_id limit ${most}) c), '[]') as cards`,
  );
  return row ?? { cards: [], total: 0 };
}

/** They are in the post: their two weeks begin, and the codes are kept nowhere but on the cards. */
export async function markPosted(db: CouncilDb, togetherIds: readonly string[]): Promise<number> {
  const posted = await sql`update asking set posted_on = ${dayOf(nowOf(db))}::date, card_code = null
    where council_id = ${councilOf(db)} and together_id = any (${togetherIds}::uuid[]) and way = 'post' and answered_on is null
      and posted_on is null and card_code is not null`.execute(db);
  return Number(posted.numAffectedRows ?? 0);
}

export interface Steward {
  district: string;
  accountId: string;
  name: string;
}

/** Who looks after which district, and who could. */
export async function readStewards(
  db: CouncilReader,
): Promise<{ stewards: Steward[]; accounts: { accountId: string; name: string }[] }> {
  const council = councilOf(db);
  const stewards = await readRows<Steward>(
    db,
    sql`select s.district, s.account_id as "accountId", a.name from steward s
      join account a on a.council_id = s.council_id and a.id = s.account_id
      where s.council_id = ${council} order by s.district limit 500`,
  );
  const accounts = await readRows<{ accountId: string; name: string }>(
    db,
    sql`select id as "accountId", name from account where council_id = ${council} and disabled_at is null
      and role in ('practitioner', 'site-lead', 'directory-editor') order by name limit 500`,
  );
  return { stewards, accounts };
}

/** Somebody looks after a district; null: nobody by name, so the directory's editors do. */
export async function setSteward(db: CouncilDb, district: string, accountId: string | null): Promise<void> {
  const council = councilOf(db);
  if (accountId === null)
    await sql`delete from steward where council_id = ${council} and district = ${district}`.execute(db);
  else
    await sql`insert into steward (council_id, district, account_id) values (${council}, ${district}, ${accountId})
      on conflict (council_id, district) do update set account_id = excluded.account_id`.execute(db);
}

/** What was asked of one listing, newest first. */
export interface AskedBefore {
  nth: number;
  way: string;
  askedOn: Day;
  answer: string | null;
  answeredOn: Day | null;
  answeredBy: string | null;
}

export async function readAskedBefore(db: CouncilReader, listingId: string): Promise<AskedBefore[]> {
  return readRows<AskedBefore>(
    db,
    sql`select nth, way, asked_on as "askedOn", answer, answered_on as "answeredOn", answered_by as "answeredBy" from asking
      where council_id = ${councilOf(db)} and listing_id = ${listingId} order by asked_on desc, nth desc limit 20`,
  );
}
