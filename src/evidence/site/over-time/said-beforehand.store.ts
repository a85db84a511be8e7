import { sql } from 'kysely';
import type { Day } from '../../../platform/clock.ts';
import { type CouncilReader, councilOf, readRows } from '../../../platform/db/council.ts';
import type { Site } from '../site.store.ts';
import type { SaidBeforehand } from './change-over-time.ts';

/** When the site's first day was said, and when days to conversation (E6) were first registered. */
export async function saidBeforehand(
  db: CouncilReader,
  site: Pick<Site, 'id' | 'startedOn'>,
): Promise<SaidBeforehand> {
  const [row] = await readRows<{ startSaidOn: Day | null; registeredOn: Day | null }>(
    db,
    sql`select (s.start_said_at at time zone 'Europe/London')::date as "startSaidOn",
      (select min(m.registered_on) from measure_registered m
        where m.council_id = s.council_id and m.site_id = s.id and m.about = 'E6') as "registeredOn"
    from site s where s.council_id = ${councilOf(db)} and s.id = ${site.id}`,
  );
  const { startedOn } = site;
  return { startedOn, startSaidOn: row?.startSaidOn ?? startedOn, registeredOn: row?.registeredOn ?? null };
}
