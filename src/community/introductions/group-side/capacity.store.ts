import { sql } from 'kysely';
import { type Day, dayOf } from '../../../platform/clock.ts';
import {
  type CouncilDb,
  type CouncilReader,
  councilOf,
  nowOf,
  readRows,
} from '../../../platform/db/council.ts';
import { Unknown } from '../../../platform/http/problems.ts';
import type { Welcome } from './capacity.ts';

/** This listing and those shown under it: a group is one, however many feeds tell of it. */
export const oneGroup = (council: number, listingId: string) => sql`(select g.id from listing g
  where g.council_id = ${council} and (g.id = ${listingId} or g.joined_into = ${listingId}))`;

/** The listing that is shown: itself, or the one it was joined into. @throws Unknown when there is no such listing */
export async function listingShownAs(db: CouncilReader, listingId: string): Promise<string> {
  const [row] = await readRows<{ id: string }>(
    db,
    sql`select coalesce(joined_into, id) as id from listing where council_id = ${councilOf(db)} and id = ${listingId}`,
  );
  if (!row) throw new Unknown();
  return row.id;
}

/** Whom a group can welcome. Counted are those introduced, by the month they come in; whoever took a slip is not ours to count. */
export async function readWelcome(db: CouncilReader, listingId: string): Promise<Welcome> {
  const council = councilOf(db);
  const from = `${dayOf(nowOf(db)).slice(0, 7)}-01`;
  const [row] = await readRows<Welcome>(
    db,
    sql`select l.name, l.state = 'resting' or l.status = 'temporarily closed' as "isResting",
      coalesce(l.room = 'full', false) as "isFull", l.paused_from as "pausedFrom", l.paused_until as "pausedUntil",
      l.only_until as "onlyUntil", l.welcomes_a_month as "aMonth", l.welcomes_until as "aMonthUntil",
      (select coalesce(json_object_agg(m.month, m.came), '{}') from (
        select to_char(greatest(i.introduced_on, i.comes_from), 'YYYY-MM') as month, count(*) as came from introduction i
        where i.council_id = ${council} and i.listing_id in ${oneGroup(council, listingId)} and i.introduced_on is not null
          and i.how <> 'slip' and greatest(i.introduced_on, i.comes_from) >= ${from} group by 1) m) as "introducedIn"
    from listing l where l.council_id = ${council} and l.id = ${listingId}`,
  );
  if (!row) throw new Unknown();
  return row;
}

/** The group says how many newcomers it welcomes in a month, and until when that holds; null for no number. */
export async function setWelcome(
  db: CouncilDb,
  listingId: string,
  { aMonth, until }: { aMonth: number | null; until: Day | null },
): Promise<void> {
  const { numAffectedRows } = await sql`update listing set welcomes_a_month = ${aMonth},
      welcomes_until = ${aMonth === null ? null : until}
    where council_id = ${councilOf(db)} and id = ${listingId}`.execute(db);
  if (!numAffectedRows) throw new Unknown();
}
