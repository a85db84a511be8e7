import { sql } from 'kysely';
import type { Day } from '../../platform/clock.ts';
import { type CouncilReader, councilOf, readRows } from '../../platform/db/council.ts';
import { type LooksKept, type LooksOfDay, looksOf } from './looked.ts';

/** So many looks are read at once; each day is shown whole. */
const atOnce = 1_000;
/** As many days with a look in them as make a page. */
const daysAtOnce = 10;

export interface Looked {
  looks: LooksOfDay[];
  /** Looks before this day are on the next page; null when there are none. */
  before: Day | null;
}

/** Who looked, by person and day, newest first, from the day before `before` on. Held-back looks are out of sight. */
export async function readLooked(db: CouncilReader, personId: string, before: Day | null): Promise<Looked> {
  const council = councilOf(db);
  const rows = await readRows<LooksKept & { isAll: boolean }>(
    db,
    sql`with lately as materialized (
        select e.account_id, (e.at at time zone 'Europe/London')::date as day, e.act, e.route, e.reason, e.at
        from audit_entry e where e.council_id = ${council} and e.person_id = ${personId}
          and (${before}::date is null or e.at < (${before}::date::timestamp at time zone 'Europe/London'))
        order by e.at desc limit ${atOnce})
      select l.day, l.account_id as "accountId", coalesce(a.name, '') as name,
        -- A carer with a page of their own, where what is shared with them is shown, is not whose this is.
        case when exists (select from sharing_with w where w.council_id = ${council} and w.person_id = ${personId}
          and w.account_id = l.account_id) then 'delegate' else coalesce(a.role, '') end as role,
        (select t.name from membership m join team t on t.council_id = m.council_id and t.id = m.team_id
          where m.council_id = ${council} and m.account_id = l.account_id order by t.name limit 1) as team,
        json_agg(json_build_object('act', l.act, 'route', l.route, 'reason', l.reason) order by l.at) as looks,
        (select count(*) from lately) < ${atOnce} as "isAll"
      from lately l left join account a on a.council_id = ${council} and a.id = l.account_id
      group by l.day, l.account_id, a.name, a.role order by l.day desc, max(l.at) desc, l.account_id`,
  );
  return pageOf(rows);
}

/** Whole days only: the last day read may have more in it than was read. */
function pageOf(rows: (LooksKept & { isAll: boolean })[]): Looked {
  const days = [...new Set(rows.map(({ day }) => day))];
  const isAll = rows[0]?.isAll ?? true;
  const whole = isAll || days.length === 1 ? days : days.slice(0, -1);
  const shown = whole.slice(0, daysAtOnce);
  const last = shown.at(-1);
  const isMore = last !== undefined && (!isAll || shown.length < days.length);
  return {
    looks: rows.filter(({ day }) => shown.includes(day)).map(({ isAll: _isAll, ...row }) => looksOf(row)),
    before: isMore ? last : null,
  };
}
