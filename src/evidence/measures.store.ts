import { type RawBuilder, sql } from 'kysely';
import { addDays, type Day } from '../platform/clock.ts';
import { type CouncilReader, councilOf, readRows } from '../platform/db/council.ts';
import { CONVERSION_WINDOWS } from './conversion.ts';
import { EPISODE_GAP_DAYS } from './episodes.ts';
import type { Measured } from './measured.ts';
import { RETURN_WINDOWS } from './returns.ts';

export interface Question {
  site: { id: string; teamId: string; startedOn: Day };
  asOf: Day;
}

/** How long before the site began is looked at for what was usual. */
const DAYS_BEFORE = 730;

/**
 * Every measure of a site, counted by the database in one statement: nobody's row comes into Node. It says what
 * `episodes`, `followed`, `conversion`, `returns`, `time-to-conversation` and `highest-conversation` say, and
 * `measures.store.test.ts` holds the two together.
 *
 * An episode belongs to the team of its first contact. A person belongs to one group for the days since the site began,
 * by the first episode at which they were new (E2), wherever they were answered afterwards: so the groups are separate people
 * and nobody moves between them because of what followed.
 */
export async function measure(db: CouncilReader, question: Question): Promise<Measured> {
  await joinByHashing(db, 'off');
  const [row] = await readRows<Measured>(
    db,
    sql`with ${episodes(db, question)}, ${taps(db, question)}, ${drawnOn(db)}, ${followed(question)},
      ${returned(db)}, ${sorts(question.asOf)}, ${windows}, ${came}, ${waits(question.asOf)}, ${reached(question.asOf)}
    select coalesce((select json_agg(w) from windows w), '[]') as windows, coalesce((select json_agg(c) from came c), '[]') as came,
      coalesce((select json_agg(w) from waits w), '[]') as waits, coalesce((select json_agg(r) from reached r), '[]') as reached`,
  );
  await joinByHashing(db, 'on');
  if (!row) throw new Error('one statement returns one row');
  return row;
}

/**
 * Everybody is joined to everybody's conversations and support, so hashing is always the right way; a planner that has not
 * yet seen the tables grow thinks there are three people and goes through everybody for each of them.
 */
async function joinByHashing(db: CouncilReader, others: 'on' | 'off'): Promise<void> {
  await readRows(
    db,
    sql`select set_config('enable_nestloop', ${others}, true), set_config('enable_mergejoin', ${others}, true), set_config('work_mem', '32MB', true), set_config('jit', 'off', true)`,
  );
}

/** E1: contacts become episodes. Two records of one person are one; an end before its start is a slip and read as the start. */
function episodes(db: CouncilReader, { site, asOf }: Question) {
  return sql`ends as materialized (select * from ends_of_lives()),
  merged as materialized (select person_id, same_person from ends where same_person is not null),
  spans as (
    select coalesce(m.same_person, c.person_id) as person_id, c.id, c.made_on as started_on, greatest(c.ended_on, c.made_on) as ended_on,
      c.team_id, c.spoken_on
    from contact c left join merged m on m.person_id = c.person_id
    where c.council_id = ${councilOf(db)} and c.made_on <= ${asOf}::date
  ),
  gaps as (
    select *, coalesce(started_on - max(ended_on) over (before_it rows between unbounded preceding and 1 preceding)
      > ${EPISODE_GAP_DAYS}, true) as is_first
    from spans window before_it as (partition by person_id order by started_on, ended_on, id)
  ),
  numbered as (
    select *, count(*) filter (where is_first) over (partition by person_id order by started_on, ended_on, id) as episode
    from gaps
  ),
  episodes as materialized (
    select person_id, episode, min(started_on) as started_on, count(*) as contacts,
      min(spoken_on) filter (where spoken_on >= started_on and spoken_on <= ${asOf}::date) as spoken_on,
      coalesce(bool_or(is_first and team_id = ${site.teamId}::uuid), false) as is_sites
    from numbered group by person_id, episode
  )`;
}

/** The days the tap was off, the last change of a day standing for it. */
function taps(db: CouncilReader, { site, asOf }: Question) {
  return sql`taps as (
    select is_on, on_day, lead(on_day, 1, 'infinity') over (order by on_day, id) as until_day
    from tap_change where council_id = ${councilOf(db)} and site_id = ${site.id}
  ),
  off_days as materialized (
    select distinct d.day::date as day from taps t, generate_series(t.on_day, least(t.until_day - 1, ${asOf}::date), interval '1 day') d(day)
    where not t.is_on
  )`;
}

/** E2 and E3: for each episode of somebody who has ever drawn on ongoing support, whether it was open already and when it next began. */
function drawnOn(db: CouncilReader) {
  return sql`ongoing as materialized (
    select coalesce(m.same_person, s.person_id) as person_id, s.started_on, s.ended_on
    from support s left join merged m on m.person_id = s.person_id
    where s.council_id = ${councilOf(db)} and s.kind = 'ongoing'
  ),
  drawn_on as (
    select e.person_id, e.episode, bool_or(s.started_on < e.started_on and (s.ended_on is null or s.ended_on >= e.started_on)) as had_ongoing,
      min(s.started_on) filter (where s.started_on >= e.started_on) as happened_on
    from episodes e join ongoing s on s.person_id = e.person_id
    group by e.person_id, e.episode
  )`;
}

/** Each episode with its group and what followed; then each person once, from the first episode at which they were new. */
function followed({ site }: Question) {
  return sql`followed as materialized (
    select e.person_id, e.started_on, e.spoken_on, e.contacts, x.died_on, x.moved_away_on, e.started_on >= ${site.startedOn}::date as is_since,
      case when e.started_on < ${site.startedOn}::date then 'before' when not e.is_sites then 'elsewhere'
        when o.day is not null then 'tap-off' else 'site' end as "group",
      coalesce(d.had_ongoing, false) as had_ongoing, d.happened_on
    from episodes e
    left join drawn_on d on d.person_id = e.person_id and d.episode = e.episode
    left join ends x on x.person_id = e.person_id
    left join off_days o on o.day = e.started_on
    where e.started_on >= ${site.startedOn}::date or (e.is_sites and e.started_on >= ${addDays(site.startedOn, -DAYS_BEFORE)}::date)
  ),
  people as materialized (
    select distinct on (person_id, is_since) * from followed order by person_id, is_since, had_ongoing, started_on
  )`;
}

/** E7: the first day on which everything rested, and whether they came back. */
function returned(db: CouncilReader) {
  return sql`talks as materialized (
    select coalesce(m.same_person, c.person_id) as person_id, c.kind, c.opened_on, c.resting_on
    from conversation c left join merged m on m.person_id = c.person_id
    where c.council_id = ${councilOf(db)}
  ),
  rests as (
    select p.person_id, p."group", p.died_on, p.moved_away_on, min(t.resting_on) as rested_on
    from people p join talks t on t.person_id = p.person_id and t.resting_on >= p.started_on
    where not p.had_ongoing and not exists (
      select from talks o where o.person_id = t.person_id and o.opened_on <= t.resting_on
        and (o.resting_on is null or o.resting_on > t.resting_on))
    group by p.person_id, p."group", p.died_on, p.moved_away_on
  ),
  returned as (
    select r."group", r.rested_on, r.died_on, r.moved_away_on, min(e.started_on) as came_back_on
    from rests r left join episodes e on e.person_id = r.person_id and e.started_on > r.rested_on
    group by r.person_id, r."group", r.rested_on, r.died_on, r.moved_away_on
  )`;
}

/**
 * What `within-window.ts` decides for one person, decided for a few hundred sorts of people: a day matters only by which
 * windows it falls inside, so days become places among the windows and everybody alike is counted together.
 */
function sorts(asOf: Day) {
  const days = (windows: readonly number[]) =>
    sql`array[${sql.join(windows.map((one) => sql`${one}::integer`))}]`;
  const sort = (windows: readonly number[], start: RawBuilder<unknown>, happened: RawBuilder<unknown>) =>
    sql`"group", width_bucket(${asOf}::date - ${start}, ${days(windows)}) as known,
      width_bucket(case when died_on is null or ${happened} <= died_on then ${happened} - ${start} - 1 end, ${days(windows)}) as happened,
      width_bucket(least(died_on, moved_away_on) - ${start} - 1, ${days(windows)}) as gone,
      died_on is null or moved_away_on < died_on as is_moved, count(*) as times`;
  const started = sql`started_on`;
  const supported = sql`happened_on`;
  return sql`sorts as (
    select 'people' as measure, ${sort(CONVERSION_WINDOWS, started, supported)} from people where not had_ongoing group by 2, 3, 4, 5, 6
    union all
    select 'episodes', ${sort(CONVERSION_WINDOWS, started, supported)} from followed where not had_ongoing group by 2, 3, 4, 5, 6
    union all
    select 'returns', ${sort(RETURN_WINDOWS, sql`rested_on`, sql`came_back_on`)} from returned
    where rested_on <= ${asOf}::date group by 2, 3, 4, 5, 6
  ),
  window_days as (
    select 'people' as measure, day, place from unnest(${days(CONVERSION_WINDOWS)}) with ordinality w(day, place)
    union all select 'episodes', day, place from unnest(${days(CONVERSION_WINDOWS)}) with ordinality w(day, place)
    union all select 'returns', day, place from unnest(${days(RETURN_WINDOWS)}) with ordinality w(day, place)
  )`;
}

const windows = sql`answers as (
    select measure, "group", day, times,
      case when known < place then 'not yet known' when happened < place then 'happened'
        when gone >= place or gone is null then 'neither' when is_moved then 'moved' else 'died' end as answer
    from sorts join window_days using (measure)
  ),
  windows as (
    select measure, "group", day as "windowDays", coalesce(sum(times) filter (where answer = 'happened'), 0)::integer as numerator,
      coalesce(sum(times) filter (where answer = 'died'), 0)::integer as died, coalesce(sum(times) filter (where answer = 'moved'), 0)::integer as moved,
      coalesce(sum(times) filter (where answer = 'neither'), 0)::integer as neither,
      coalesce(sum(times) filter (where answer = 'not yet known'), 0)::integer as "notYetKnown"
    from answers group by measure, "group", day
  )`;

const came = sql`came as (
    select "group", sum(contacts)::integer as contacts, count(*) as episodes, count(*) filter (where had_ongoing) as "alreadySupportedEpisodes"
    from followed group by "group"
  )`;

/** E6: the median of an even number is halfway; the ninetieth centile is a wait somebody really had. */
const waits = (asOf: Day) => sql`waits as (
    select "group", count(spoken_on) as "spokenWith", percentile_cont(0.5) within group (order by spoken_on - started_on) as median,
      percentile_disc(0.9) within group (order by spoken_on - started_on) as ninetieth, max(spoken_on - started_on) as longest,
      count(*) filter (where spoken_on is null and not is_gone) as "notYetSpokenWith",
      max(${asOf}::date - started_on) filter (where spoken_on is null and not is_gone) as "longestStillWaiting",
      count(*) filter (where spoken_on is null and is_gone) as "neverReached"
    from (select *, coalesce(least(died_on, moved_away_on) <= ${asOf}::date, false) as is_gone from followed) f
    group by "group"
  )`;

/** E7: conversations open on, or opened after, the day somebody first got in touch. */
const reached = (asOf: Day) => sql`furthest as (
    select p.person_id, p."group", p.had_ongoing, max(t.kind) as kind,
      p.happened_on <= least(p.died_on, ${asOf}::date) as has_ongoing
    from people p left join talks t on t.person_id = p.person_id and t.opened_on <= ${asOf}::date
      and (t.opened_on >= p.started_on or t.resting_on is null or t.resting_on >= p.started_on)
    group by p.person_id, p."group", p.had_ongoing, p.happened_on, p.died_on
  ),
  reached as (
    select "group", count(*) filter (where not had_ongoing) as people, count(*) filter (where had_ongoing) as "alreadySupported",
      count(*) filter (where not had_ongoing and kind is null) as none, count(*) filter (where not had_ongoing and kind = 1) as one,
      count(*) filter (where not had_ongoing and kind = 2) as two, count(*) filter (where not had_ongoing and kind = 3) as three,
      count(*) filter (where not had_ongoing and has_ongoing) as ongoing
    from furthest group by "group"
  )`;
