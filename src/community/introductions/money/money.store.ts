import { sql } from 'kysely';
import { type Day, dayOf } from '../../../platform/clock.ts';
import {
  actorOf,
  type CouncilDb,
  type CouncilReader,
  councilOf,
  nowOf,
  readRows,
} from '../../../platform/db/council.ts';
import { Unknown } from '../../../platform/http/problems.ts';
import { newId } from '../../../platform/ids.ts';
import type { Refusal } from '../../../platform/refusal.ts';
import { holdIntroduction } from '../introductions.store.ts';
import { tellOf } from '../telling.store.ts';
import { inPounds, mayGive, yearFrom } from './money.ts';

/** Small local money, as pages show it. */
export interface MoneyShown {
  moneyId: string;
  givenOn: Day;
  amountPence: number;
  whatFor: string;
  purpose: string;
  givenBy: string | null;
  whatItChanged: string | null;
  changedOn: Day | null;
}

const columns = sql`m.id as "moneyId", m.given_on as "givenOn", m.amount_pence as "amountPence", m.what_for as "whatFor",
  m.purpose, a.name as "givenBy", m.what_it_changed as "whatItChanged", m.changed_on as "changedOn"`;

/** What was given for one introduction, newest first. */
export async function moneyOf(db: CouncilReader, introductionId: string): Promise<MoneyShown[]> {
  return readRows<MoneyShown>(
    db,
    sql`select ${columns} from introduction_money m left join account a on a.council_id = m.council_id and a.id = m.given_by
      where m.council_id = ${councilOf(db)} and m.introduction_id = ${introductionId}
      order by m.given_on desc, m.id desc limit 100`,
  );
}

/** What a person was given in the council's year that a day is in, in pence. */
export async function givenInYear(db: CouncilReader, personId: string, day: Day): Promise<number> {
  const from = yearFrom(day);
  const until = `${Number(from.slice(0, 4)) + 1}${from.slice(4)}`;
  const [row] = await readRows<{ given: number }>(
    db,
    sql`select coalesce(sum(amount_pence), 0)::integer as given from introduction_money
      where council_id = ${councilOf(db)} and person_id = ${personId} and given_on >= ${from} and given_on < ${until}`,
  );
  return row?.given ?? 0;
}

export interface NewMoney {
  on: Day | null;
  amountPence: number;
  whatFor: string;
  purpose: string;
}

/** Writes down what was given. Nobody is asked first; the person's row is held, so that two at once keep to the limit. */
export async function giveMoney(
  db: CouncilDb,
  introductionId: string,
  { on, amountPence, whatFor, purpose }: NewMoney,
  limit: number,
): Promise<string | Refusal> {
  const one = await holdIntroduction(db, introductionId);
  const council = councilOf(db);
  await sql`select from person where council_id = ${council} and id = ${one.personId} for update`.execute(db);
  const today = dayOf(nowOf(db));
  const day = on ?? today;
  const given = await givenInYear(db, one.personId, day);
  const refusal = mayGive({ given, amount: amountPence, limit, on: day, today });
  if (refusal) return refusal;
  const id = newId();
  await sql`insert into introduction_money (council_id, id, introduction_id, person_id, given_on, amount_pence, what_for,
      purpose, given_by)
    values (${council}, ${id}, ${introductionId}, ${one.personId}, ${day}, ${amountPence}, ${whatFor}, ${purpose},
      ${actorOf(db).accountId})`.execute(db);
  await tellOf(db, one, `${inPounds(amountPence)} given for ${whatFor}`, [
    { voice: 'note', who: 'So that', words: purpose },
  ]);
  return id;
}

/** What the money changed is often known only later; it is written once. @throws Unknown when it is there already */
export async function sayWhatItChanged(
  db: CouncilDb,
  introductionId: string,
  moneyId: string,
  whatItChanged: string,
): Promise<void> {
  const one = await holdIntroduction(db, introductionId);
  const { numAffectedRows } =
    await sql`update introduction_money set what_it_changed = ${whatItChanged}, changed_on = ${dayOf(nowOf(db))}
    where council_id = ${councilOf(db)} and introduction_id = ${introductionId} and id = ${moneyId}
      and what_it_changed is null`.execute(db);
  if (!numAffectedRows) throw new Unknown();
  await tellOf(db, one, 'What the money changed', [{ voice: 'note', words: whatItChanged }]);
}

export interface MoneySeen extends MoneyShown {
  introductionId: string;
  personId: string;
  personName: string;
  listingName: string;
}

/** C2-5: what the worker's own teams gave, newest first, seen by peers afterwards. Only of people they are alongside (W5). */
export async function moneySeenByPeers(
  db: CouncilReader,
  { offset, most }: { offset: number; most: number },
): Promise<{ money: MoneySeen[]; total: number; totalPence: number }> {
  const council = councilOf(db);
  const { accountId, teamIds } = actorOf(db);
  const ours = sql`introduction_money m join person p on p.council_id = m.council_id and p.id = m.person_id
    where m.council_id = ${council} and exists (select from relationship r where r.council_id = m.council_id
      and r.person_id = m.person_id and r.why <> 'break-glass'
      and (r.account_id = ${accountId} or r.team_id = any (${teamIds}::uuid[]))
      and (r.ends_at is null or r.ends_at > ${nowOf(db)}))`;
  const money = await readRows<MoneySeen>(
    db,
    sql`select ${columns}, m.introduction_id as "introductionId", m.person_id as "personId", m."personName",
        l.name as "listingName"
      from (select m.*, coalesce(p.known_as, p.full_name) as "personName" from ${ours}
        order by m.given_on desc, m.id desc limit ${most} offset ${offset}) m
      join introduction i on i.council_id = m.council_id and i.id = m.introduction_id
      join listing l on l.council_id = ${council} and l.id = i.listing_id
      left join account a on a.council_id = m.council_id and a.id = m.given_by
      order by m.given_on desc, m.id desc`,
  );
  const [counted] = await readRows<{ total: number; totalPence: number }>(
    db,
    sql`select count(*) as total, coalesce(sum(m.amount_pence), 0)::bigint as "totalPence" from ${ours}`,
  );
  return { money, total: counted?.total ?? 0, totalPence: counted?.totalPence ?? 0 };
}
