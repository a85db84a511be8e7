import { sql } from 'kysely';
import { type Day, dayOf } from '../../../platform/clock.ts';
import {
  type CouncilDb,
  type CouncilReader,
  councilOf,
  nowOf,
  readRows,
} from '../../../platform/db/council.ts';
import { fewestShown, type Missed } from './missed.ts';

/** Different things counted in one day: more than a town looks for in vain, and an end to what a machine can write. */
const mostADay = 2_000;

/** Counts what was looked for and not found, once, today. Nobody is named in it, not even who looked. */
export async function noteMissed(db: CouncilDb, { words, district }: Missed): Promise<void> {
  const [council, today] = [councilOf(db), dayOf(nowOf(db))];
  const isToday = sql`t.council_id = ${council} and t.missed_on = ${today}`;
  await sql`insert into missed_search as m (council_id, missed_on, words, district)
    select ${council}::integer, ${today}::date, ${words}, ${district}
    where (select count(*) from missed_search t where ${isToday}) < ${mostADay}
      or exists (select from missed_search t where ${isToday} and t.words = ${words} and t.district = ${district})
    on conflict (council_id, missed_on, words, district) do update set times = m.times + 1`.execute(db);
}

export interface MissedCount {
  words: string;
  times: number;
}

export interface MissedAsked {
  /** Half postcodes; empty for the whole council. */
  districts?: readonly string[];
  since: Day;
  /** True on pages of the council's own staff: counts from 1 to 7 are shown there and nowhere else. */
  isForStaff?: boolean;
  /** Only those with one of these words, as a group that might answer them is shown. */
  about?: readonly string[];
  most?: number;
}

/** What was looked for in vain since a day, most often first. Counts from 1 to 7 are left out unless asked for by staff. */
export async function missedNear(db: CouncilReader, asked: MissedAsked): Promise<MissedCount[]> {
  const { districts = [], since, isForStaff = false, about = [], most = 10 } = asked;
  return readRows<MissedCount>(
    db,
    sql`select words, sum(times)::integer as times from missed_search
      where council_id = ${councilOf(db)} and missed_on >= ${since}::date
        ${districts.length ? sql`and district = any (${[...districts]}::text[])` : sql``}
        ${about.length ? sql`and string_to_array(words, ', ') && ${[...about]}::text[]` : sql``}
      group by words having sum(times) >= ${isForStaff ? 1 : fewestShown}
      order by times desc, words limit ${most}`,
  );
}
