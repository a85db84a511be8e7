import { sql } from 'kysely';
import { dayOf } from '../../platform/clock.ts';
import { actorOf, type CouncilReader, councilOf, nowOf, readRows } from '../../platform/db/council.ts';
import type { Problem } from '../../platform/http/problems.ts';
import { addingUrls, addsADayOf } from './enough-today.ts';
import type { Own } from './own.ts';

/**
 * Whether somebody has added so much at their own page today that we ask them to ring, or to go on tomorrow; null while
 * they have not. Nothing typed is lost: it stands in the form that comes back. A worker writing for them is never asked.
 * @param url of the form, within the page
 */
export async function enoughToday(db: CouncilReader, { words }: Own, url: string): Promise<Problem[] | null> {
  if (!addingUrls.includes(url)) return null;
  const [row] = await readRows<{ settings: Record<string, unknown>; added: number }>(
    db,
    sql`select c.settings, (select count(*)::int from audit_entry a where a.council_id = c.council_id
        and a.account_id = ${actorOf(db).accountId} and a.act = 'write' and a.route = any (${addingUrls.map((one) => `/my${one}`)}::text[])
        and a.at >= ${dayOf(nowOf(db))}::date::timestamp at time zone 'Europe/London') as added
      from council c where c.council_id = ${councilOf(db)}`,
  );
  if (!row || row.added < addsADayOf(row.settings)) return null;
  const { phone } = row.settings;
  const { enough, ringCouncil, ringUs, danger } = words.message;
  const ring = typeof phone === 'string' && phone ? ringUs(phone) : ringCouncil;
  return [{ field: 'content', message: [enough, ring, danger].join(' ') }];
}
