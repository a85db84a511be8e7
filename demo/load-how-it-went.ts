import { type RawBuilder, sql } from 'kysely';
import { dayOf } from '../src/platform/clock.ts';
import { type CouncilDb, councilOf, nowOf } from '../src/platform/db/council.ts';

type Sql = RawBuilder<unknown>;

/**
 * What the made-up two years do not tell of themselves, so that how it went can be counted: how close anybody stayed and how
 * it ended since the site began, promises, hand-ons, and a few lines of what was written. Nothing is left open or
 * owed, because nobody who is made up can keep it. The same on every load, whatever else is loaded.
 */
export async function tellHowItWent(db: CouncilDb): Promise<void> {
  await staidClose(db);
  await promised(db);
  await handedOn(db);
  await wroteOfIt(db);
}

/** A number from 0 up to 1 by which something falls out for a row, the same on every load. */
const chance = (what: string): Sql =>
  sql`(('x' || substr(md5(${what}::text || key), 1, 8))::bit(32)::bigint / 4294967296.0)`;

/** One of some words, by the same. */
const oneOf = (what: string, words: readonly string[]): Sql =>
  sql`(array[${sql.join(words.map((one) => sql`${one}::text`))}])[1 + floor(${chance(what)} * ${words.length}::integer)::integer]`;

/** Made-up conversations, since when the site has answered, and a key that names each the same on every load. */
const talks = (db: CouncilDb): Sql => sql`began as (
    select min(started_on) as on from site where council_id = ${councilOf(db)} and started_on is not null
  ),
  talks as materialized (
    select c.id, c.person_id, c.kind, c.team_id, c.opened_on, c.resting_on, b.on as began_on, c.opened_on >= b.on as is_since,
      c.opened_on >= b.on and c.team_id = s.team_id as is_sites, concat(p.full_name, p.born_on, c.opened_on, c.kind) as key
    from conversation c join person p on p.council_id = c.council_id and p.id = c.person_id
    join began b on true join site s on s.council_id = c.council_id and s.started_on = b.on
    where c.council_id = ${councilOf(db)} and c.is_made_up
  )`;

/** Two of those who answer in a team: whoever is first by name, and whoever is next. */
const colleagues = (db: CouncilDb): Sql => sql`colleagues as (
    select m.team_id, (array_agg(a.id order by a.name))[1] as one, (array_agg(a.id order by a.name desc))[1] as other,
      (array_agg(a.name order by a.name))[1] as name
    from membership m join account a on a.council_id = m.council_id and a.id = m.account_id
    where m.council_id = ${councilOf(db)} and a.role in ('practitioner', 'site-lead') group by m.team_id
  )`;

const atEleven = (day: Sql): Sql => sql`((${day} + time '11:00') at time zone 'Europe/London')`;

async function staidClose(db: CouncilDb): Promise<void> {
  const today = dayOf(nowOf(db));
  const lines = ['Rang', 'Called round', 'Walked to the shop with them', 'Sat and listened'];
  await sql`with ${talks(db)},
    days as (
      select t.*, d as after, ${chance('rhythm')} < case when is_sites then 0.62 else 0.08 end as keeps_rhythm from talks t, generate_series(0, least(t.resting_on, ${today}::date) - t.opened_on) d where t.kind = 2 and t.is_since
    ),
    keyed as (select id, person_id, opened_on, is_sites, keeps_rhythm, after, concat(key, after) as key from days)
    insert into crisis_contact (council_id, id, conversation_id, person_id, at, line, is_with_person)
    select ${councilOf(db)}, ${idFrom(sql`concat(id, 'contact', after)`)}, id, person_id, least(${atEleven(sql`(opened_on + after)`)}, ${nowOf(db)}),
      ${oneOf('line', lines)}, keeps_rhythm or ${chance('with')} < 0.9
    from keyed where case
      when keeps_rhythm then after <= 6 or (after <= 20 and after % 2 = 0) or after % 4 = 0
      when is_sites then ${chance('contact')} < case when after <= 7 then 0.9 when after <= 21 then 0.5 when after <= 42 then 0.25 else 0.1 end
      else ${chance('contact')} < case when after <= 7 then 0.5 when after <= 21 then 0.25 else 0.08 end end`.execute(
    db,
  );
  const views = [
    'I can breathe again.',
    'It is better than it was.',
    'I would have liked it sooner.',
    'I am not sure yet.',
  ];
  await sql`with ${talks(db)},
    ended as (
      select t.*, coalesce(n.last_on >= t.resting_on, false) as goes_on
      from talks t left join (select person_id, max(opened_on) as last_on from talks where kind = 3 group by 1) n on n.person_id = t.person_id
      where t.kind = 2 and t.is_since and t.resting_on <= ${today}::date
    )
    update conversation c set what_next = case when e.goes_on then 'conversation-3' else 'resting' end,
      persons_view = case when ${chance('view')} < case when e.is_sites then 0.72 else 0.4 end then ${oneOf('words', views)} end
    from ended e where c.council_id = ${councilOf(db)} and c.id = e.id and ${chance('said')} < 0.94`.execute(
    db,
  );
}

/** An id made of a key, such as an address of ours takes: a UUID of version 8 (RFC 9562). */
const idFrom = (key: Sql): Sql =>
  sql`overlay(overlay(md5(${key}) placing '8' from 13 for 1) placing '8' from 17 for 1)::uuid`;

async function promised(db: CouncilDb): Promise<void> {
  const what = ['ring back about the letter', 'bring the form', 'ask at the library', 'come on Thursday'];
  await sql`with ${talks(db)}, ${colleagues(db)},
    made as (
      select t.*, opened_on + 3 + floor(${chance('due')} * 14)::integer as due_on, ${chance('ours')} < 0.75 as is_ours, ${chance('state')} as fate
      from talks t where t.is_since and t.kind = 1 and ${chance('promise')} < 0.35
    )
    insert into promise (council_id, id, person_id, who, account_id, what, due_on, state, why, made_on, settled_on, version)
    select ${councilOf(db)}, ${idFrom(sql`concat(m.id, 'promise')`)}, person_id, case when is_ours then n.name else 'Their sister' end,
      case when is_ours then n.one end, ${oneOf('what', what)}, due_on,
      case when fate < 0.06 then 'broken' when is_ours or fate < 0.85 then 'kept' else 'open' end,
      case when fate < 0.06 then 'It was forgotten' end, opened_on, case when is_ours or fate < 0.85 then due_on end,
      case when is_ours or fate < 0.85 then 2 else 1 end + (${chance('moved')} < 0.12)::integer
    from made m join colleagues n on n.team_id = m.team_id where due_on < ${dayOf(nowOf(db))}::date`.execute(
    db,
  );
}

async function handedOn(db: CouncilDb): Promise<void> {
  await sql`with began as (select min(started_on) as on from site where council_id = ${councilOf(db)}), ${colleagues(db)},
    asked as (
      select c.id, c.team_id, c.made_at, c.made_on, b.on as began_on, s.team_id is not null as is_sites, concat(p.full_name, p.born_on, c.made_on) as key
      from contact c join person p on p.council_id = c.council_id and p.id = c.person_id join began b on true
      left join site s on s.council_id = c.council_id and s.started_on = b.on and s.team_id = c.team_id
      where c.council_id = ${councilOf(db)} and c.is_made_up and c.made_at < ${nowOf(db)}::timestamptz - interval '3 days'
    )
    insert into contact_asked (council_id, id, contact_id, asked_by, asked, sentence, asked_at, answer, answered_at)
    select ${councilOf(db)}, ${idFrom(sql`concat(a.id, 'asked')`)}, a.id, n.one, n.other, 'Could you take this on?',
      made_at + interval '1 hour', 'yes', made_at + interval '1 day'
    from asked a join colleagues n on n.team_id = a.team_id
    where ${chance('asked')} < case when is_sites and made_on >= began_on then 0.04 else 0.18 end`.execute(
    db,
  );
}

async function wroteOfIt(db: CouncilDb): Promise<void> {
  const said = ['I want to see my garden from the window.', 'It is the nights.', 'I would like to be asked.'];
  const plain = [
    'The kettle was on and the radio too.',
    'He knows every neighbour by name.',
    'She laughed when we spoke of the choir.',
  ];
  const worn = [
    'Case discussed at allocation.',
    'Client is vulnerable and not engaging.',
    'Referral made, for review.',
  ];
  await sql`with ${talks(db)},
    written as (select * from talks t where ${chance('entry')} < 0.12 and opened_on < ${dayOf(nowOf(db))}::date)
    insert into entry (council_id, id, person_id, conversation_id, happened_at, is_with_person, said, noticed, think, agreed, signed_at)
    select ${councilOf(db)}, ${idFrom(sql`concat(id, 'entry')`)}, person_id, id, ${atEleven(sql`opened_on`)}, true,
      case when ${chance('voice')} < case when is_sites then 0.85 else 0.4 end then ${oneOf('said', said)} else '' end,
      case when ${chance('worn')} < case when is_sites then 0.06 else 0.4 end then ${oneOf('old', worn)} else ${oneOf('noticed', plain)} end,
      case when ${chance('think')} < 0.5 then 'She could be out more if somebody went along the first time.' else '' end,
      'We talk again next week.', ${atEleven(sql`opened_on`)}
    from written`.execute(db);
}
