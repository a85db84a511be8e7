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
import { Unknown } from '../../../platform/http/problems.ts';
import { newId } from '../../../platform/ids.ts';
import { isBeside, type Question } from '../../counting/groups.store.ts';
import { type CalendarWords, type HourKind, wordsToBeginWith } from '../hours/kinds.ts';
import { TELL_FROM_WORKERS } from '../hours/ranges.ts';
import type { Where } from '../money/money.store.ts';
import type { CalendarRead, WeekMinutes } from './read-calendar.ts';

/** The words a council sorts calendars by. */
export interface WordsSaid {
  /** Null for those every council begins with. */
  id: string | null;
  words: CalendarWords;
  writtenAt: Date | null;
}

/** A calendar that was read in, as whoever keeps it sees it. */
export interface Reading {
  id: string;
  teamId: string;
  teamName: string;
  fromOn: Day;
  toOn: Day;
  workers: number;
  events: number;
  leftOut: CalendarRead['leftOut'];
  readAt: Date;
  keptAt: Date | null;
  hours: WeekMinutes[];
  words: CalendarWords;
}

/** A week some calendar covers: of the site's team, or of a team it is set beside. */
export interface CalendarWeek {
  where: Where;
  weekOn: Day;
  workers: number;
  minutes: Partial<Record<HourKind, number>>;
}

export async function wordsOf(db: CouncilReader): Promise<WordsSaid> {
  const [row] = await readRows<WordsSaid>(
    db,
    sql`select id, words, written_at as "writtenAt" from calendar_words where council_id = ${councilOf(db)} order by written_at desc, id desc limit 1`,
  );
  return row ?? { id: null, words: wordsToBeginWith, writtenAt: null };
}

export async function sayWords(db: CouncilDb, words: CalendarWords): Promise<void> {
  await sql`insert into calendar_words (council_id, id, words, written_at, written_by)
    values (${councilOf(db)}, ${newId()}, ${JSON.stringify(words)}, ${nowOf(db)}, ${actorOf(db).accountId})`.execute(
    db,
  );
}

/** The teams a calendar may be of. */
export const teamsOf = (db: CouncilReader): Promise<{ id: string; name: string }[]> =>
  readRows(db, sql`select id, name from team where council_id = ${councilOf(db)} order by name limit 200`);

/** The addresses of a team's own workers: whose hour an event is, asked while it is read and never kept. */
export async function addressesOf(db: CouncilReader, teamId: string): Promise<string[]> {
  const rows = await readRows<{ email: string }>(
    db,
    sql`select a.email from membership m join account a on a.council_id = m.council_id and a.id = m.account_id
      where m.council_id = ${councilOf(db)} and m.team_id = ${teamId}`,
  );
  return rows.map(({ email }) => email);
}

/** Writes what a calendar came to, not yet kept: somebody looks at the hours first. Returns its id. */
export async function writeReading(
  db: CouncilDb,
  of: { teamId: string; workers: number; wordsId: string | null },
  read: CalendarRead,
): Promise<string> {
  const id = newId();
  const council = councilOf(db);
  const { leftOut } = read;
  await sql`insert into calendar_reading (council_id, id, team_id, from_on, to_on, workers, words_id, events, left_out_private,
      left_out_free, left_out_all_day, left_out_cancelled, read_at, read_by)
    values (${council}, ${id}, ${of.teamId}, ${read.fromOn}, ${read.toOn}, ${of.workers}, ${of.wordsId}, ${read.events}, ${leftOut.private},
      ${leftOut.free}, ${leftOut.allDay}, ${leftOut.cancelled}, ${nowOf(db)}, ${actorOf(db).accountId})`.execute(
    db,
  );
  await sql`insert into calendar_hours (council_id, reading_id, week_on, kind, minutes)
    select ${council}, ${id}, "weekOn", kind, minutes
    from jsonb_to_recordset(${JSON.stringify(read.minutes)}::jsonb) r("weekOn" date, kind text, minutes integer) where minutes > 0`.execute(
    db,
  );
  return id;
}

/** From now on its hours count; of two calendars of one week, the one kept later. @throws Unknown when it is not here */
export async function keepReading(db: CouncilDb, id: string): Promise<void> {
  const kept =
    await sql`update calendar_reading set kept_at = ${nowOf(db)}, kept_by = ${actorOf(db).accountId}
    where council_id = ${councilOf(db)} and id = ${id} and kept_at is null`.execute(db);
  if (!kept.numAffectedRows) await findReading(db, id);
}

const readingRows = (
  db: CouncilReader,
) => sql`select r.id, r.team_id as "teamId", t.name as "teamName", r.from_on as "fromOn",
    r.to_on as "toOn", r.workers, r.events, r.read_at as "readAt", r.kept_at as "keptAt",
    json_build_object('private', r.left_out_private, 'free', r.left_out_free, 'allDay', r.left_out_all_day, 'cancelled', r.left_out_cancelled) as "leftOut",
    coalesce((select json_agg(json_build_object('weekOn', h.week_on, 'kind', h.kind, 'minutes', h.minutes) order by h.week_on, h.kind)
      from calendar_hours h where h.council_id = r.council_id and h.reading_id = r.id), '[]') as hours,
    (select w.words from calendar_words w where w.council_id = r.council_id and w.id = r.words_id) as words
  from calendar_reading r join team t on t.council_id = r.council_id and t.id = r.team_id
  where r.council_id = ${councilOf(db)}`;

/** One calendar, or `Unknown`; with no hours in it while so few workers are behind them that they are somebody's. */
export async function findReading(db: CouncilReader, id: string): Promise<Reading> {
  const [row] = await readRows<Omit<Reading, 'words'> & { words: CalendarWords | null }>(
    db,
    sql`${readingRows(db)} and r.id = ${id}`,
  );
  if (!row) throw new Unknown();
  const hours = row.workers >= TELL_FROM_WORKERS ? row.hours : [];
  return { ...row, hours, words: row.words ?? wordsToBeginWith };
}

/** What has been kept, the latest first; without its hours. */
export const keptReadings = (
  db: CouncilReader,
): Promise<Pick<Reading, 'id' | 'teamName' | 'fromOn' | 'toOn' | 'workers' | 'keptAt'>[]> =>
  readRows(
    db,
    sql`select r.id, t.name as "teamName", r.from_on as "fromOn", r.to_on as "toOn", r.workers, r.kept_at as "keptAt"
      from calendar_reading r join team t on t.council_id = r.council_id and t.id = r.team_id
      where r.council_id = ${councilOf(db)} and r.kept_at is not null order by r.kept_at desc, r.id limit 50`,
  );

/** Every week a kept calendar covers, of the site's team and of those it is set beside, over by the day it is looked at. */
export const calendarWeeks = (db: CouncilReader, { site, asOf }: Question): Promise<CalendarWeek[]> =>
  readRows(
    db,
    sql`with covered as (
      select distinct on (r.team_id, w.week_on) r.id, r.team_id, r.workers, w.week_on
      from calendar_reading r cross join lateral (
        select d::date as week_on from generate_series(r.from_on::timestamp, r.to_on::timestamp - interval '6 days', interval '7 days') d) w
      where r.council_id = ${councilOf(db)} and r.kept_at is not null and w.week_on + 6 <= ${asOf}::date
        and (r.team_id = ${site.teamId}::uuid or ${isBeside(site, sql`r.team_id`)})
      order by r.team_id, w.week_on, r.kept_at desc, r.id desc
    )
    select case when c.team_id = ${site.teamId}::uuid then 'here' else 'there' end as "where", c.week_on as "weekOn", c.workers,
      coalesce((select json_object_agg(h.kind, h.minutes) from calendar_hours h
        where h.council_id = ${councilOf(db)} and h.reading_id = c.id and h.week_on = c.week_on), '{}') as minutes
    from covered c order by 1, 2, c.team_id`,
  );
