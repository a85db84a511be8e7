import { type RawBuilder, sql } from 'kysely';
import { addDays, type Day, dayOf } from '../../platform/clock.ts';
import { type CouncilDb, councilOf, nowOf } from '../../platform/db/council.ts';
import { quietHours } from './hours.ts';
import { type Due, tellOfAll } from './messages.store.ts';
import type { About } from './news.ts';

interface Nudge {
  about: About;
  rows: (council: number, today: Day) => RawBuilder<Due>;
}

/** Days before something ends that they hear of it. A judgement*. */
const soon = 7;
/** A yes that a later one to the same people took the place of is asked about no more; one taken back before it began never did. */
const nothingLater = (today: Day) => sql`not exists (
  select from story_consent later where later.council_id = k.council_id and later.story_id = k.story_id
    and later.audience = k.audience and later.team_id is not distinct from k.team_id and later.given_at > k.given_at
    and (later.from_at at time zone 'Europe/London')::date <= ${today}
    and (later.ended_at is null or later.ended_at >= later.from_at))`;

/** What a person is reminded of, as a list: another is another line. */
const nudges: readonly Nudge[] = [
  {
    about: 'promise-tomorrow',
    rows: (
      council,
      today,
    ) => sql`select person_id as "personId", null::uuid as "accountId", id as "thingId", due_on as on
      from promise where council_id = ${council} and state = 'open' and due_on = ${addDays(today, 1)}`,
  },
  {
    about: 'appointment-tomorrow',
    rows: (
      council,
      today,
    ) => sql`select k.person_id as "personId", null::uuid as "accountId", k.conversation_id as "thingId",
        ${addDays(today, 1)}::date as on
      from crisis_plan k join conversation c on c.council_id = k.council_id and c.id = k.conversation_id
      where k.council_id = ${council} and c.resting_on is null
        and k.next_contact_at between ${today}::timestamptz and ${addDays(today, 3)}::timestamptz
        and (k.next_contact_at at time zone 'Europe/London')::date = ${addDays(today, 1)}`,
  },
  {
    about: 'appointment-tomorrow',
    rows: (
      council,
      today,
    ) => sql`select person_id as "personId", null::uuid as "accountId", id as "thingId", day_set as on
      from catch_up_request where council_id = ${council} and answer = 'yes' and day_set = ${addDays(today, 1)}`,
  },
  {
    about: 'story-still-all-right',
    rows: (
      council,
      today,
    ) => sql`select s.person_id as "personId", null::uuid as "accountId", s.id as "thingId", k.ask_on as on
      from story_consent k join story s on s.council_id = k.council_id and s.id = k.story_id
      where k.council_id = ${council} and k.given_at is not null and k.ended_at is null
        and k.ask_on between ${addDays(today, -soon)} and ${today} and k.until_on > ${today}
        and ${nothingLater(today)}`,
  },
  {
    about: 'story-comes-down-soon',
    rows: (
      council,
      today,
    ) => sql`select s.person_id as "personId", null::uuid as "accountId", s.id as "thingId",
        least(k.until_on, k.silent_until_on) as on
      from story_consent k join story s on s.council_id = k.council_id and s.id = k.story_id
      where k.council_id = ${council} and k.given_at is not null and k.ended_at is null
        and least(k.until_on, k.silent_until_on) between ${today} and ${addDays(today, soon)}
        and ${nothingLater(today)}`,
  },
  {
    about: 'sharing-ends-soon',
    rows: (
      council,
      today,
    ) => sql`select w.person_id as "personId", who.id as "accountId", w.id as "thingId", w.ends_on as on
      from sharing_with w cross join lateral (select null::uuid as id union all select w.account_id where w.account_id is not null) who
      where w.council_id = ${council} and w.ended_at is null and w.ends_on between ${today} and ${addDays(today, soon)}`,
  },
];

/**
 * Tells of everything that is due, in a statement for each kind, however many there are. Going round again on the same
 * day tells nobody anything twice.
 */
export async function nudgeToday(db: CouncilDb): Promise<void> {
  const today = dayOf(nowOf(db));
  for (const { about, rows } of nudges) await tellOfAll(db, about, rows(councilOf(db), today));
  await nudgeWorkers(db, addDays(today, 1));
}

/** A promise is told of both ways: whoever here made one hears of it by e-mail the day before, naming nobody. */
async function nudgeWorkers(db: CouncilDb, tomorrow: Day): Promise<void> {
  const council = councilOf(db);
  const { notBefore, notAfter, notDays } = quietHours;
  await sql`insert into outgoing_mail (council_id, id, reference, goes_by, mail_to, subject, words, made_at, send_after,
      not_before, not_after, not_days)
    select ${council}, gen_random_uuid(), 'promise-tomorrow ' || a.id || ' ' || ${tomorrow}::text, 'email', a.email,
      'Something you promised is for tomorrow',
      'Something you promised somebody is for tomorrow. What comes next, in Alongside, says what.',
      ${nowOf(db)}::timestamptz, ${nowOf(db)}::timestamptz, ${notBefore}::time, ${notAfter}::time, ${[...notDays]}::smallint[]
    from account a where a.council_id = ${council} and a.disabled_at is null and a.email is not null
      and a.id in (select r.account_id from promise r where r.council_id = ${council} and r.state = 'open' and r.due_on = ${tomorrow}::date)
    on conflict do nothing`.execute(db);
}
