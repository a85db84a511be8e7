import { sql } from 'kysely';
import { addDays, dayOf } from '../../platform/clock.ts';
import { type CouncilReader, councilOf, nowOf, readRows } from '../../platform/db/council.ts';

/** How many suggestions and claims came today from those without an account. */
export async function takenToday(db: CouncilReader): Promise<number> {
  const council = councilOf(db);
  const day = dayOf(nowOf(db));
  const isToday = sql`made_at >= ${day}::timestamp at time zone 'Europe/London'
    and made_at < ${addDays(day, 1)}::timestamp at time zone 'Europe/London'`;
  const [row] = await readRows<{ taken: number }>(
    db,
    sql`select (select count(*) from suggestion where council_id = ${council} and made_by is null and ${isToday})
      + (select count(*) from claim where council_id = ${council} and ${isToday}) as taken`,
  );
  return row?.taken ?? 0;
}
