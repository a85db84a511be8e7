import { sql } from 'kysely';
import type { Day } from '../../../platform/clock.ts';
import {
  actorOf,
  type CouncilDb,
  type CouncilReader,
  councilOf,
  nowOf,
  readRows,
} from '../../../platform/db/council.ts';
import { newId } from '../../../platform/ids.ts';
import { type BroughtEvent, events, type RowProblem } from './format.ts';

/** The teams, age bands and districts of a file: an event carries a word's place here, 0 being the empty word. */
export interface Words {
  team: string[];
  ageBand: string[];
  district: string[];
}

export interface Load {
  load: number;
  historyId: string;
  name: string;
  state: 'reading' | 'kept' | 'refused';
  isCurrent: boolean;
  rowsRead: number;
  /** About how many a file given on a page has. */
  rowsGiven: number | null;
  problems: number;
  events: number;
  people: number;
  notes: string[];
  words: Words;
  firstOn: Day | null;
  takenOn: Day | null;
  begunBy: string;
  begunAt: Date;
}

const loadColumns = sql`l.load, l.history_id as "historyId", h.name, l.state, h.current_load is not distinct from l.load as "isCurrent",
  l.rows_read as "rowsRead", l.rows_given as "rowsGiven", l.problems, l.events, l.people, l.notes, l.words, l.first_on as "firstOn", l.taken_on as "takenOn",
  l.begun_by as "begunBy", l.begun_at as "begunAt"`;

/** The last reading of each history, and the one its figures come from. */
export function loadsOf(db: CouncilReader): Promise<Load[]> {
  return readRows(
    db,
    sql<Load>`select ${loadColumns} from brought_history h
      join brought_load l on l.council_id = h.council_id and l.history_id = h.id
        and l.load in (h.current_load, (select max(load) from brought_load m where m.council_id = h.council_id and m.history_id = h.id))
      where h.council_id = ${councilOf(db)} order by h.name, l.load desc limit 200`,
  );
}

/** The load a history's figures come from, if one was read to its end. */
export async function currentLoad(db: CouncilReader, historyId: string): Promise<Load | undefined> {
  const [load] = await readRows(
    db,
    sql<Load>`select ${loadColumns} from brought_history h join brought_load l on l.council_id = h.council_id and l.load = h.current_load
      where h.council_id = ${councilOf(db)} and h.id = ${historyId}`,
  );
  return load;
}

export function problemsOf(db: CouncilReader, load: number): Promise<RowProblem[]> {
  return readRows(
    db,
    sql<RowProblem>`select row_number as row, column_name as column, found, what_to_do as "whatToDo"
      from brought_problem where council_id = ${councilOf(db)} and load = ${load} order by number`,
  );
}

export interface Begun {
  load: number;
  historyId: string;
  salt: Buffer;
  rowsRead: number;
  problems: number;
  words: Words;
  isUnchanged: boolean;
}

/**
 * Begins reading a file under a name, or goes on with one that was broken off. The same file as the one that counts is
 * not read again. Whatever else was begun under the name and left is put aside for `forgetOthers`.
 */
export async function beginLoad(
  db: CouncilDb,
  file: { name: string; digest: string; salt: Buffer },
): Promise<Begun> {
  const council = councilOf(db);
  await sql`insert into brought_history (council_id, id, name) values (${council}, ${newId()}, ${file.name})
    on conflict (council_id, name) do nothing`.execute(db);
  const [history] = await readRows<{ id: string; current: number | null }>(
    db,
    sql`select id, current_load as current from brought_history where council_id = ${council} and name = ${file.name} for update`,
  );
  if (!history) throw new Error('a history just made is there');
  const [held] = await readRows<Omit<Begun, 'historyId' | 'isUnchanged'> & { state: string }>(
    db,
    sql`select load, salt, rows_read as "rowsRead", problems, words, state from brought_load
      where council_id = ${council} and history_id = ${history.id} and digest = ${file.digest}
        and (state = 'reading' or load = ${history.current}) order by load desc limit 1`,
  );
  if (held) return { ...held, historyId: history.id, isUnchanged: held.state === 'kept' };
  const words: Words = { team: [''], ageBand: [''], district: [''] };
  const [made] = await readRows<{ load: number }>(
    db,
    sql`insert into brought_load (council_id, history_id, state, digest, salt, words, begun_by, begun_at)
      values (${council}, ${history.id}, 'reading', ${file.digest}, ${file.salt}, ${JSON.stringify(words)}, ${actorOf(db).name}, ${nowOf(db)})
      returning load`,
  );
  if (!made) throw new Error('an insert returns its row');
  return {
    load: made.load,
    historyId: history.id,
    salt: file.salt,
    rowsRead: 0,
    problems: 0,
    words,
    isUnchanged: false,
  };
}

/** An event with the person hashed and its words as places in lists. */
export type HashedEvent = Omit<BroughtEvent, 'person' | 'sourceRow' | 'team' | 'ageBand' | 'district'> & {
  person: bigint;
  sourceRow: bigint | null;
  team: number;
  ageBand: number;
  district: number;
};

export interface Batch {
  load: number;
  /** How many rows had been read before it, and after. */
  from: number;
  to: number;
  events: readonly HashedEvent[];
  problems: readonly RowProblem[];
  problemsBefore: number;
  words: Words;
}

/** How many problems are kept to be read; the others are counted. */
export const PROBLEMS_KEPT = 1000;
export class ReadElsewhere extends Error {}

/** Keeps what was read of one stretch of the file, and how far the reading is, together. */
export async function keepBatch(db: CouncilDb, batch: Batch): Promise<void> {
  const council = councilOf(db);
  const { events: rows, problems } = batch;
  const moved =
    await sql`update brought_load set rows_read = ${batch.to}, problems = ${batch.problemsBefore + problems.length},
      words = ${JSON.stringify(batch.words)}
    where council_id = ${council} and load = ${batch.load} and state = 'reading' and rows_read = ${batch.from}`.execute(
      db,
    );
  if (moved.numAffectedRows !== 1n)
    throw new ReadElsewhere('Somebody else is reading this file under this name just now.');
  const of = <Value>(value: (one: HashedEvent) => Value) => rows.map(value);
  if (rows.length)
    await sql`insert into brought_event (council_id, load, row_number, person, event, starts, ends, kind, team, age_band, district, weekly_pence, source_row)
      select ${council}, ${batch.load}, * from unnest(${of((one) => one.row)}::integer[], ${of((one) => String(one.person))}::bigint[],
        ${of((one) => one.event)}::smallint[], ${of((one) => one.starts)}::date[], ${of((one) => one.ends)}::date[],
        ${of((one) => one.kind)}::smallint[], ${of((one) => one.team)}::smallint[], ${of((one) => one.ageBand)}::smallint[],
        ${of((one) => one.district)}::smallint[], ${of((one) => one.weeklyPence)}::integer[],
        ${of((one) => (one.sourceRow === null ? null : String(one.sourceRow)))}::bigint[])`.execute(db);
  await keepProblems(db, batch.load, batch.problemsBefore, problems);
}

async function keepProblems(
  db: CouncilDb,
  load: number,
  before: number,
  problems: readonly RowProblem[],
): Promise<void> {
  const kept = problems.slice(0, Math.max(0, PROBLEMS_KEPT - before));
  if (kept.length)
    await sql`insert into brought_problem (council_id, load, number, row_number, column_name, found, what_to_do)
      select ${councilOf(db)}, ${load}, ${before} + n, row_number, column_name, found, what_to_do
      from unnest(${kept.map((one) => one.row)}::integer[], ${kept.map((one) => one.column)}::text[],
        ${kept.map((one) => one.found)}::text[], ${kept.map((one) => one.whatToDo)}::text[])
        with ordinality p(row_number, column_name, found, what_to_do, n)`.execute(db);
}

/**
 * What only the whole file can tell: an end with nothing to end, and a row given twice. An end finds its start by the
 * source row when both give one, else the first end of a kind ends the first start of that kind: which of two supports of one kind
 * ended is then a guess, and no measure here depends on it.
 */
export async function pairEnds(db: CouncilDb, load: number, before: number): Promise<number> {
  await sql`select set_config('statement_timeout', '0', true)`.execute(db);
  const unpaired = await readRows<RowProblem>(
    db,
    sql`with starts as (
        select row_number, person, kind, starts, source_row, row_number() over (partition by person, kind order by starts, row_number) as nth
        from brought_event where council_id = ${councilOf(db)} and load = ${load} and event = ${events['service start']} and ends is null
      ),
      ends as (
        select row_number, person, kind, starts as ended_on, source_row from brought_event
        where council_id = ${councilOf(db)} and load = ${load} and event = ${events['service end']}
      ),
      by_row as (
        select distinct on (e.row_number) e.row_number as end_row, s.row_number as start_row, e.ended_on
        from ends e join starts s on s.person = e.person and s.source_row = e.source_row and s.starts <= e.ended_on order by e.row_number, s.row_number
      ),
      rest as (
        select e.*, row_number() over (partition by person, kind order by ended_on, row_number) as nth from ends e
        where not exists (select from by_row b where b.end_row = e.row_number)
      ),
      free as (
        select s.row_number, person, kind, starts, row_number() over (partition by person, kind order by starts, row_number) as nth from starts s
        where not exists (select from by_row b where b.start_row = s.row_number)
      ),
      pairs as (
        select end_row, start_row, ended_on from by_row
        union all
        select r.row_number, f.row_number, r.ended_on from rest r join free f using (person, kind, nth) where f.starts <= r.ended_on
      ),
      paired as (
        update brought_event v set ends = p.ended_on from pairs p
        where v.council_id = ${councilOf(db)} and v.load = ${load} and v.row_number = p.start_row
      )
      select row_number as row, 'event' as column, 'support end' as found,
        'No support of this kind has started for this person by then: give its start in a row of its own, however long ago it was' as "whatToDo"
      from ends e where row_number not in (select end_row from pairs) and not exists (
        select from brought_event t where t.council_id = ${councilOf(db)} and t.load = ${load} and t.event = ${events['service start']}
          and t.person = e.person and t.kind = e.kind and t.ends = e.ended_on)
      union all
      select max(row_number), 'row', '', 'This source row is given twice for one event: take one of the two away'
      from brought_event where council_id = ${councilOf(db)} and load = ${load} and source_row is not null
      group by source_row, event having count(*) > 1
      order by 1 limit 100000`,
  );
  await keepProblems(db, load, before, unpaired);
  return unpaired.length;
}

/** The reading has ended without a mistake: from here on its events count, and nobody can find again whose they are. */
export async function keepLoad(
  db: CouncilDb,
  load: number,
  notes: readonly string[],
  takenOn: Day | null,
): Promise<void> {
  await sql`select set_config('statement_timeout', '0', true)`.execute(db);
  await sql`with told as (
      select count(*) as events, count(distinct person) as people, min(starts) filter (where event = 1) as first_on,
        max(starts) filter (where event = 1) as last_on
      from brought_event where council_id = ${councilOf(db)} and load = ${load}
    )
    update brought_load l set state = 'kept', salt = null, ended_at = ${nowOf(db)}, notes = ${JSON.stringify(notes)},
      events = t.events, people = t.people, first_on = t.first_on, taken_on = coalesce(${takenOn}::date, t.last_on)
    from told t where l.council_id = ${councilOf(db)} and l.load = ${load} and l.state = 'reading'`.execute(
    db,
  );
  await sql`update brought_history h set current_load = ${load} from brought_load l
    where h.council_id = ${councilOf(db)} and l.council_id = h.council_id and l.load = ${load} and h.id = l.history_id`.execute(
    db,
  );
}

/** The reading ended with mistakes: none of its events will ever count; the mistakes stay to be read. */
export async function refuseLoad(
  db: CouncilDb,
  load: number,
  notes: readonly string[],
  problems: number,
): Promise<void> {
  await sql`update brought_load set state = 'refused', salt = null, ended_at = ${nowOf(db)}, notes = ${JSON.stringify(notes)}, problems = ${problems}
    where council_id = ${councilOf(db)} and load = ${load} and state = 'reading'`.execute(db);
}

/** Takes away some events of this history that do not count, and at last their loads. @returns whether more are left */
export async function forgetOthers(db: CouncilDb, historyId: string, keep: number): Promise<boolean> {
  const council = councilOf(db);
  const others = sql`select l.load from brought_load l join brought_history h on h.council_id = l.council_id and h.id = l.history_id
    where l.council_id = ${council} and l.history_id = ${historyId} and l.load is distinct from h.current_load
      and (l.load <> ${keep} or l.state = 'refused')`;
  const gone = await sql`delete from brought_event where council_id = ${council} and (load, row_number) in (
    select load, row_number from brought_event where council_id = ${council} and load in (${others}) limit 50000)`.execute(
    db,
  );
  if ((gone.numAffectedRows ?? 0n) > 0n) return true;
  await sql`delete from brought_load where council_id = ${council} and load in (${others}) and load <> ${keep}`.execute(
    db,
  );
  return false;
}
