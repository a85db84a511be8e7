import { type RawBuilder, sql } from 'kysely';
import { nobodysOwn } from '../../access/own-page/own-visit.store.ts';
import type { Day } from '../../platform/clock.ts';
import { type CouncilDb, councilOf, nowOf } from '../../platform/db/council.ts';
import { newId } from '../../platform/ids.ts';
import type { About } from './news.ts';

interface News {
  /** Told once, however often it is written. */
  reference: string;
  about: About;
  /** The line of their record it is about: while that is held back, nobody is told. */
  thingId?: string;
}

/**
 * There is something to tell this person. How and when is decided later, in a round: their way, their hours, once a day.
 * @example await tellPerson(db, { personId, reference: `answer ${messageId}`, about: 'answer-to-your-message' })
 */
export async function tellPerson(db: CouncilDb, news: News & { personId: string }): Promise<void> {
  const { personId, reference, about, thingId = null } = news;
  await sql`insert into news (council_id, id, person_id, reference, about, thing_id, made_at, tell_from)
    values (${councilOf(db)}, ${newId()}, ${personId}, ${reference}, ${about}, ${thingId}, ${nowOf(db)}, ${nowOf(db)})
    on conflict do nothing`.execute(db);
}

/** The same for somebody a person shares with: at the page of whoever shares, it stands with the sharer's. */
export async function tellAccount(db: CouncilDb, news: News & { accountId: string }): Promise<void> {
  const { accountId, reference, about, thingId = null } = news;
  await sql`insert into news (council_id, id, person_id, account_id, reference, about, thing_id, made_at, tell_from)
    select ${councilOf(db)}, ${newId()}::uuid, whose.id, ${accountId}::uuid, ${reference}, ${about}, ${thingId}::uuid, ${nowOf(db)}::timestamptz,
      ${nowOf(db)}::timestamptz
    from (select ${whoseNews(councilOf(db), sql`${accountId}::uuid`)} as id) whose
    where whose.id is not null
    on conflict do nothing`.execute(db);
}

/** With whom the news of an account stands: whose page this is, else whose way in it has, else who shared with it last. */
const whoseNews = (council: number, account: RawBuilder<unknown>) =>
  sql`coalesce(nullif((select current_own()), ${nobodysOwn}),
      (select o.person_id from own_page o where o.council_id = ${council} and o.account_id = ${account} and o.ended_at is null),
      (select w.person_id from sharing_with w where w.council_id = ${council} and w.account_id = ${account}
        order by w.ended_at is not null, w.began_on desc limit 1))`;

/** What is due to be told, as a statement selects it. */
export interface Due {
  personId: string;
  /** Somebody a person shares with, in the place of the person. */
  accountId: string | null;
  thingId: string;
  /** Tells this time from the next. */
  on: Day;
}

/** Tells everybody a statement selects, in that one statement: for what is due to many on one day. */
export async function tellOfAll(db: CouncilDb, about: About, due: RawBuilder<Due>): Promise<void> {
  const council = councilOf(db);
  const now = nowOf(db);
  await sql`insert into news (council_id, id, person_id, account_id, reference, about, thing_id, made_at, tell_from)
    select ${council}, gen_random_uuid(), told.id, due."accountId",
      concat_ws(' ', ${about}::text, due."thingId"::text, coalesce(due."accountId"::text, ''), due."on"::text), ${about}, due."thingId",
      ${now}::timestamptz, ${now}::timestamptz
    from (${due}) due
    cross join lateral (select case when due."accountId" is null then due."personId"
      else ${whoseNews(council, sql`due."accountId"`)} end as id) told
    where told.id is not null
    on conflict do nothing`.execute(db);
}
