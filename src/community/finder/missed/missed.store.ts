import { sql } from 'kysely';
import { dayOf } from '../../../platform/clock.ts';
import { type CouncilDb, councilOf, nowOf } from '../../../platform/db/council.ts';
import type { Missed } from './missed.ts';

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
