import { type RawBuilder, sql } from 'kysely';
import { type Day, dayOf } from '../../platform/clock.ts';
import { actorOf, type CouncilReader, councilOf, nowOf, readRows } from '../../platform/db/council.ts';
import { lastMomentOf } from '../looking/last-moment.ts';
import type { Site } from '../site/site.store.ts';
import { type Meter, meterOf, type PutThrough } from './meter.ts';

type Sql = RawBuilder<unknown>;

/** One person's meter, in one statement. Open the person (W5) first. */
export async function personMeter(db: CouncilReader, personId: string): Promise<Meter> {
  const one = sql`(select ${personId}::uuid as id)`;
  const seen = seenTo(db, dayOf(nowOf(db)));
  const [row] = await storiesOf(db, one, seen);
  return meterOf(row ?? nothing, seen.at, seen.day);
}

/** How many people at a site each thing happened to, and the worst it was for anybody. */
export interface SiteMeter {
  people: number;
  lines: { name: (typeof counted)[number]; people: number; outOf: number; most: number }[];
}

/** How many people of a site are looked at in one go, so that memory stays flat. */
const atOnce = 1_000;

/** How far the record is looked at: a day, and the last moment of it that has come. */
interface SeenTo {
  day: Day;
  at: Date;
}

function seenTo(db: CouncilReader, day: Day): SeenTo {
  return { day, at: day === dayOf(nowOf(db)) ? nowOf(db) : lastMomentOf(day) };
}

/** The meter of everybody a site's team has answered since it began, as at a day. */
export async function siteMeter(
  db: CouncilReader,
  site: Site,
  asOf: Day = dayOf(nowOf(db)),
): Promise<SiteMeter> {
  const seen = seenTo(db, asOf);
  const meters: Meter[] = [];
  for (let after: string | null = null; ; ) {
    const some: Sql = sql`(select distinct c.person_id as id from contact c
      where c.council_id = ${councilOf(db)} and c.team_id = ${site.teamId} and c.made_on between ${site.startedOn}::date and ${asOf}::date
        and (${after}::uuid is null or c.person_id > ${after}::uuid) order by c.person_id limit ${atOnce})`;
    const stories: Story[] = await storiesOf(db, some, seen);
    meters.push(...stories.map((story) => meterOf(story, seen.at, seen.day)));
    after = stories.at(-1)?.personId ?? null;
    if (stories.length < atOnce) break;
  }
  return { people: meters.length, lines: counted.map((name) => lineOf(name, meters)) };
}

const counted = [
  'handOns',
  'toldAgain',
  'daysToConversation',
  'decidedUnmet',
  'promisesBroken',
  'longestGap',
] as const satisfies (keyof Meter)[];

function lineOf(name: (typeof counted)[number], meters: readonly Meter[]): SiteMeter['lines'][number] {
  const known = meters.flatMap((meter) => meter[name] ?? []);
  return {
    name,
    outOf: known.length,
    people: known.filter((value) => value > 0).length,
    most: known.reduce((most, value) => Math.max(most, value), 0),
  };
}

const nothing: PutThrough = {
  handOns: [],
  firstTalks: [],
  contacts: [],
  decisions: [],
  promises: [],
  crises: [],
};

interface Story extends PutThrough {
  personId: string;
}
type AsJson<Shape> = {
  [Key in keyof Shape]: Shape[Key] extends Date | null
    ? string | null
    : Shape[Key] extends readonly (infer Item)[]
      ? AsJson<Item>[]
      : Shape[Key];
};

/** What each of some people has been put through: a row a person, each list from its own index. */
async function storiesOf(db: CouncilReader, some: Sql, seen: SeenTo): Promise<Story[]> {
  const rows = await readRows<AsJson<Story>>(
    db,
    sql`select p.id as "personId", ${listed(handOns(db, seen))} as "handOns", ${listed(firstTalks(db, seen))} as "firstTalks",
      ${listed(contacts(db, seen))} as contacts, ${listed(decisions(db, seen))} as decisions, ${listed(promises(db, seen))} as promises,
      ${listed(crises(db, seen))} as crises
    from ${some} p order by p.id`,
  );
  return rows.map((row) => ({
    ...row,
    firstTalks: row.firstTalks.map((talk) => ({ ...talk, at: new Date(talk.at ?? 0) })),
    crises: row.crises.map(({ openedAt, restedAt, contacts }) => ({
      openedAt: new Date(openedAt ?? 0),
      restedAt: restedAt ? new Date(restedAt) : null,
      contacts: contacts.map(({ at }) => ({ at: new Date(at ?? 0) })),
    })),
  }));
}

const listed = (rows: Sql): Sql => sql`(select coalesce(json_agg(to_json(t)), '[]') from (${rows}) t)`;

/** A contact a colleague took on, and another named person in a crisis: each is somebody new to them. */
const handOns = (db: CouncilReader, { at }: SeenTo): Sql => sql`
  select (k.answered_at at time zone 'Europe/London')::date as "on" from contact c
    join contact_asked k on k.council_id = c.council_id and k.contact_id = c.id and k.answer = 'yes' and k.answered_at <= ${at}
    where c.council_id = ${councilOf(db)} and c.person_id = p.id
  union all
  select (greatest(n.from_yes_at, n.to_yes_at) at time zone 'Europe/London')::date from conversation v
    join named_person_change n on n.council_id = v.council_id and n.conversation_id = v.id
      and n.from_yes_at is not null and n.to_yes_at is not null
      and greatest(n.from_yes_at, n.to_yes_at) <= ${at}
    where v.council_id = ${councilOf(db)} and v.person_id = p.id and v.kind = 2`;

/** Whether they had read it is asked of who looked, before the day they first talked was written about. */
const firstTalks = (db: CouncilReader, { at }: SeenTo): Sql => sql`
  select e.at, e.author_id as "colleagueId", exists (select from audit_entry l
      where l.council_id = ${councilOf(db)} and l.person_id = p.id and l.account_id = e.author_id and l.at <= e.at) as "hadRead"
  from (select author_id, min(happened_at) as at from entry
    where council_id = ${councilOf(db)} and person_id = p.id and is_with_person and author_id is not null and happened_at <= ${at}
    group by author_id) e`;

const contacts = (db: CouncilReader, { day }: SeenTo): Sql => sql`
  select made_on as "madeOn", case when spoken_on <= ${day}::date then spoken_on end as "spokenOn" from contact
  where council_id = ${councilOf(db)} and person_id = p.id and made_on <= ${day}::date`;

const decisions = (db: CouncilReader, { day }: SeenTo): Sql => sql`
  select decider_has_met_person as "deciderHasMetPerson" from determination
  where council_id = ${councilOf(db)} and person_id = p.id and decided_on <= ${day}::date`;

/** Our own only: a neighbour who could not come broke nothing of ours. */
const promises = (db: CouncilReader, { day }: SeenTo): Sql => sql`
  select case when settled_on > ${day}::date then 'open' else state end as state from promise
  where council_id = ${councilOf(db)} and person_id = p.id and account_id is not null and made_on <= ${day}::date`;

const crises = (db: CouncilReader, { day, at }: SeenTo): Sql => sql`
  select v.opened_at as "openedAt", 
      case when v.resting_on <= ${day}::date then v.resting_on::timestamp at time zone 'Europe/London' end as "restedAt",
    ${listed(sql`select k.at from crisis_contact k
      where k.council_id = ${councilOf(db)} and k.conversation_id = v.id and k.is_with_person and k.at <= ${at} order by k.at`)} as contacts
  from conversation v
  where v.council_id = ${councilOf(db)} and v.person_id = p.id and v.kind = 2 and not v.is_made_up and v.opened_at <= ${at}`;

/** Something a rule said “not yet” to, and what came of it. */
export interface NotYet {
  at: Date;
  by: string;
  tried: string;
  rule: string;
  /** In the rule's words, which may name somebody or quote them: null for whoever is not alongside the person (W5). */
  because: string | null;
  satisfyBy: string | null;
  /** When the same was done for the same person afterwards; null when it has not been. */
  doneAt: Date | null;
}

/** A conversation 3 opened at once (C3-2), and when a decision followed. */
export interface OpenedAtOnce {
  on: Day;
  why: string;
  by: string | null;
  decidedOn: Day | null;
}

/** What a site's team was told “not yet”, latest first, and every logged exception. Nobody it was about is named. */
export async function notYetAt(
  db: CouncilReader,
  site: Site,
  asOf: Day = dayOf(nowOf(db)),
  most = 100,
): Promise<{ notYet: NotYet[]; atOnce: OpenedAtOnce[] }> {
  const began = sql`(${site.startedOn}::date)::timestamp at time zone 'Europe/London'`;
  const { at } = seenTo(db, asOf);
  const { accountId, teamIds } = actorOf(db);
  const notYet = await readRows<NotYet>(
    db,
    sql`select r.at, a.name as by, r.tried, r.rule, case when k.is_ours then r.because end as because,
      case when k.is_ours then r.satisfy_by end as "satisfyBy",
      (select min(l.at) from audit_entry l where l.council_id = r.council_id and l.person_id = r.person_id and l.act = 'write'
        and l.route = r.route and l.at > r.at and l.at <= ${at}) as "doneAt"
    from refused_attempt r join account a on a.council_id = r.council_id and a.id = r.account_id
    cross join lateral (select exists (select from team_alongside t
      join person p on p.council_id = t.council_id and p.id = t.person_id
      where t.council_id = r.council_id and t.person_id = r.person_id
        and (t.account_id = ${accountId} or t.team_id = any (${teamIds}::uuid[]))) as is_ours) k
    where r.council_id = ${councilOf(db)} and r.at between (${began}) and ${at} and exists (select from membership m
      where m.council_id = r.council_id and m.account_id = r.account_id and m.team_id = ${site.teamId})
    order by r.at desc, r.id desc limit ${most}`,
  );
  const atOnce = await readRows<OpenedAtOnce>(
    db,
    sql`select c.opened_on as "on", c.opened_by_exception as why, a.name as by,
      (select min(d.decided_on) from determination d where d.council_id = c.council_id and d.conversation_id = c.id and d.decided_on <= ${asOf}::date) as "decidedOn"
    from conversation c left join account a on a.council_id = c.council_id and a.id = c.opened_by
    where c.council_id = ${councilOf(db)} and c.team_id = ${site.teamId} and c.opened_by_exception is not null and c.opened_at between (${began}) and ${at}
    order by c.opened_at desc, c.id desc limit ${most}`,
  );
  return { notYet, atOnce };
}
