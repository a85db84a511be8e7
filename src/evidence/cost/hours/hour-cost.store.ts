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

/** What an hour of a worker costs, as the council said it. */
export interface HourCost {
  penceAnHour: number;
  source: string;
  sourceOn: Day;
  writtenAt: Date;
  writtenBy: string | null;
}

/** What was said by the end of a day, the latest first; earlier ones are kept. */
export const hourCosts = (db: CouncilReader, asOf: Day): Promise<HourCost[]> =>
  readRows(
    db,
    sql`select h.pence_an_hour as "penceAnHour", h.source, h.source_on as "sourceOn", h.written_at as "writtenAt", a.name as "writtenBy"
      from hour_cost h left join account a on a.council_id = h.council_id and a.id = h.written_by
      where h.council_id = ${councilOf(db)} and h.written_at < (${asOf}::date + 1)::timestamp at time zone 'Europe/London'
      order by h.written_at desc, h.id desc limit 20`,
  );

export async function sayHourCost(
  db: CouncilDb,
  { penceAnHour, source, sourceOn }: Pick<HourCost, 'penceAnHour' | 'source' | 'sourceOn'>,
): Promise<void> {
  await sql`insert into hour_cost (council_id, id, pence_an_hour, source, source_on, written_at, written_by)
    values (${councilOf(db)}, ${newId()}, ${penceAnHour}, ${source}, ${sourceOn}, ${nowOf(db)}, ${actorOf(db).accountId})`.execute(
    db,
  );
}
