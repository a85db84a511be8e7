import { sql } from 'kysely';
import type { Day } from '../../../platform/clock.ts';
import { type CouncilReader, councilOf, readRows } from '../../../platform/db/council.ts';
import { returned } from '../../counting/returned.store.ts';
import { waits } from '../../counting/waits.store.ts';
import { windows } from '../../counting/windows.store.ts';
import { EPISODE_GAP_DAYS } from '../../episodes.ts';
import type { Came, Measured } from '../../measured.ts';
import { events, kinds } from '../reading/format.ts';
import { among, costs, introduced } from './breakdown.store.ts';
import type { Counted } from './counted.ts';
import { is, isOngoing, numbers } from './events.store.ts';
import { followUps, sequels } from './sequels.store.ts';
import { afterShortTerm, waiting } from './waiting.store.ts';

/** What is asked of a load: everybody who first got in touch on or after a day, seen as at another; of one team, if one is named. */
export interface Asked {
  load: number;
  from: Day;
  asOf: Day;
  /** The team's place among the words of the load. */
  team?: number | undefined;
}

/**
 * Every measure of a history in one statement. The events are put in order once for each direction, each event told what came
 * before and after it, and the shares counted by the same SQL as the council's own (`../counting`): only where the
 * episodes come from differs. `counting.store.test.ts` holds it to the pure rules.
 */
export async function countLoad(db: CouncilReader, asked: Asked): Promise<Counted> {
  // The counting that is shared asks only for the day.
  const question = { asOf: asked.asOf, site: { id: '', teamId: '', startedOn: asked.from } };
  await readRows(
    db,
    sql`select set_config('enable_nestloop', 'off', true), set_config('enable_mergejoin', 'off', true),
      set_config('work_mem', '64MB', true), set_config('jit', 'off', true), set_config('max_parallel_workers_per_gather', '0', true)`,
  );
  const [row] = await readRows<Omit<Counted, 'came' | 'waits' | 'windows'> & Omit<Measured, 'reached'>>(
    db,
    sql`with ${inOrder(db, asked)}, ${episodes(asked)}, ${reached(asked)}, ${returned(question)}, ${windows(question)}, ${waits(question)},
      ${followUps}, ${sequels(asked)}, ${waiting(asked)}, ${afterShortTerm(asked)}, ${among(asked)}, ${costs(asked)}, ${introduced(asked)}
    select coalesce((select json_agg(w) from windows w), '[]') as windows, coalesce((select json_agg(c) from came c), '[]') as came,
      coalesce((select json_agg(w) from waits w), '[]') as waits, (select row_to_json(r) from reached r) as reached,
      coalesce((select json_agg(s) from sequels s), '[]') as sequels, (select row_to_json(w) from waiting w) as waiting,
      (select row_to_json(a) from after_short_term a) as "afterShortTerm",
      coalesce((select json_agg(a) from among a), '[]') as among, (select row_to_json(c) from costs c) as costs,
      (select row_to_json(i) from introduced i) as introduced`,
  );
  await readRows(
    db,
    sql`select set_config('enable_nestloop', 'on', true), set_config('enable_mergejoin', 'on', true)`,
  );
  if (!row) throw new Error('one statement returns one row');
  const { windows: counted, came, waits: waited, ...rest } = row;
  return { ...rest, windows: counted.map(withoutGroup), came: cameOf(came[0]), waits: waitsOf(waited[0]) };
}

const withoutGroup = <Row extends { group: unknown }>({ group: _, ...rest }: Row): Omit<Row, 'group'> => rest;

const cameOf = (came: Came | undefined): Counted['came'] =>
  came ? withoutGroup(came) : { contacts: 0, episodes: 0, alreadySupportedEpisodes: 0 };

const waitsOf = (one: Measured['waits'][number] | undefined): Counted['waits'] =>
  one
    ? withoutGroup(one)
    : {
        spokenWith: 0,
        median: null,
        ninetieth: null,
        longest: null,
        notYetSpokenWith: 0,
        longestStillWaiting: null,
        neverReached: 0,
      };

/** Each event with what had happened to the person before it and what happened next, episodes numbered (E1). */
function inOrder(db: CouncilReader, { load, asOf }: Asked) {
  const inTime = sql`partition by person order by starts, event, ends`;
  const backwards = sql`partition by person order by starts desc, event desc, ends desc`;
  return sql`e as (
    select person, starts, event, kind, team, age_band, district, weekly_pence,
      case when event in ${numbers([events.conversation, events['service start']])} then coalesce(ends, 'infinity') else coalesce(ends, starts) end as ends
    from brought_event
    where council_id = ${councilOf(db)} and load = ${load} and starts <= ${asOf}::date and event <> ${sql.lit(events['service end'])}
  ),
  ahead as (
    select *, min(starts) filter (where ${isOngoing}) over later as supported_on, min(starts) filter (where ${is('conversation')}) over later as talked_on,
      min(starts) filter (where ${is('contact')}) over later as asked_on, min(starts) filter (where ${is('move away')}) over later as moved_on
    from e window later as (${backwards} rows between unbounded preceding and 1 preceding)
  ),
  beside as (
    select *, max(ends) filter (where ${is('contact')}) over before as ended_before, max(ends) filter (where ${isOngoing}) over before as supported_to,
      max(ends) filter (where ${is('conversation')}) over before as talked_to
    from ahead window before as (${inTime} rows between unbounded preceding and 1 preceding)
  ),
  in_order as materialized (
    select person, event, starts, ends, kind, is_first, count(*) filter (where is_first) over (${inTime} rows unbounded preceding) as episode,
      supported_on, talked_on, supported_to, talked_to, asked_on, moved_on, ended_before, team, age_band, district, weekly_pence
    from (select *, ${is('contact')} and coalesce(starts - ended_before > ${sql.lit(EPISODE_GAP_DAYS)}, true) as is_first from beside) b
  ),
  deaths as materialized (
    select person, min(starts) as died_on from in_order where ${is('death')} group by person
  )`;
}

/**
 * E1 and E2: the episodes that began in these days, each with what followed; then each person once, as `people.store.ts` chooses.
 * Nineteen in twenty episodes are of one contact, so only the others are gathered.
 */
function episodes({ from, team }: Asked) {
  return sql`contacts as materialized (
    select i.person as person_id, episode, starts as started_on, ends, kind, ended_before is not null as is_again, is_first, team, age_band, district,
      coalesce(supported_to >= starts, false) as had_ongoing, supported_on as happened_on, talked_on as spoken_on, d.died_on, moved_on as moved_away_on,
      coalesce(asked_on - ends > ${sql.lit(EPISODE_GAP_DAYS)}, true) as is_alone
    from in_order i left join deaths d on d.person = i.person where is_first
  ),
  gathered as (
    select i.person, i.episode, max(i.ends) as ended_on, count(*) as contacts, min(i.kind) filter (where i.kind > 0) as outcome
    from in_order i join contacts c on c.person_id = i.person and c.episode = i.episode
    where i.${is('contact')} and not c.is_alone group by i.person, i.episode
  ),
  followed as materialized (
    select c.person_id, c.episode, c.started_on, c.team, c.age_band, c.district, c.had_ongoing, c.happened_on, c.spoken_on, c.died_on, c.moved_away_on,
      1::smallint as in_group, coalesce(g.ended_on, c.ends) as ended_on, coalesce(g.contacts, 1) as contacts,
      case when c.is_alone then nullif(c.kind, 0) else g.outcome end as outcome
    from contacts c left join gathered g on g.person = c.person_id and g.episode = c.episode
    where c.started_on >= ${from}::date ${team === undefined ? sql`` : sql`and c.team = ${team}`}
  ),
  people as materialized (
    select distinct on (person_id) * from followed order by person_id, had_ongoing, started_on
  )`;
}

/** E7: as `reached.store.ts`, over the conversations of the file. */
function reached({ asOf }: Asked) {
  const furthest = (kind: number) => sql`count(*) filter (where not had_ongoing and kind = ${sql.lit(kind)})`;
  return sql`talks as (
    select person, kind, ends, talked_on, greatest(talked_to, ends) as talked_to from in_order where ${is('conversation')}
  ),
  furthest as materialized (
    select p.person_id, p.in_group, p.had_ongoing, p.happened_on, p.died_on, p.moved_away_on,
      max(t.kind) filter (where t.ends >= p.started_on) as kind,
      min(t.talked_to) filter (where t.talked_to >= p.started_on and t.talked_to < 'infinity' and (talked_on is null or talked_on > talked_to)) as rested_on
    from people p left join talks t on t.person = p.person_id
    group by p.person_id, p.in_group, p.had_ongoing, p.happened_on, p.died_on, p.moved_away_on
  ),
  reached as (
    select count(*) filter (where not had_ongoing) as people, count(*) filter (where had_ongoing) as "alreadySupported",
      count(*) filter (where not had_ongoing and kind is null) as none, ${furthest(kinds['not said'])} as spoken,
      ${furthest(kinds['conversation 1'])} as one, ${furthest(kinds['conversation 2'])} as two, ${furthest(kinds['conversation 3'])} as three,
      count(*) filter (where not had_ongoing and happened_on <= least(died_on, ${asOf}::date)) as ongoing
    from furthest
  )`;
}
