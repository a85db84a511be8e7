import { sql } from 'kysely';
import { type Day, dayOf } from '../../platform/clock.ts';
import { type CouncilReader, councilOf, nowOf, readRows } from '../../platform/db/council.ts';
import { Unknown } from '../../platform/http/problems.ts';
import type { Room } from '../listing-kept.ts';

/** What "Is this still right?" needs to know of a group. */
export interface AskingShown {
  listingId: string;
  name: string;
  checkedOn: Day | null;
  /** It was asked, and nobody has answered yet. */
  isAsked: boolean;
  isCheckedToday: boolean;
  /** Why it is not shown when only the group or its silence hides it, and one press brings it back. */
  comesBack: 'silence' | 'stopped' | null;
  isPaused: boolean;
  pausedUntil: Day | null;
  onlyUntil: Day | null;
  room: Room | null;
  /** The others that were asked about in the same message. */
  others: string[];
}

/** @throws Unknown when there is no such listing */
export async function readAsking(db: CouncilReader, listingId: string): Promise<AskingShown> {
  const [council, today] = [councilOf(db), dayOf(nowOf(db))];
  const [row] = await readRows<AskingShown>(
    db,
    sql`select l.id as "listingId", l.name, l.fresh_on as "checkedOn", l.asks_unanswered > 0 as "isAsked",
      coalesce(l.fresh_on >= ${today}::date, false) as "isCheckedToday",
      case when l.state in ('hidden', 'resting') and l.rested_by = 'silence' then 'silence'
        when l.state in ('hidden', 'resting') and l.rested_by = 'group' then 'stopped' end as "comesBack",
      coalesce(l.paused_from <= ${today}::date and (l.paused_until is null or l.paused_until > ${today}::date), false) as "isPaused",
      l.paused_until as "pausedUntil", l.only_until as "onlyUntil", l.room,
      coalesce((select json_agg(distinct o.name) from asking a join asking b on b.council_id = ${council} and b.together_id = a.together_id
          and b.listing_id <> l.id join listing o on o.council_id = ${council} and o.id = b.listing_id and o.state in ('listed', 'hidden')
        where a.council_id = ${council} and a.listing_id = l.id and a.answered_on is null), '[]') as others
    from listing l where l.council_id = ${council} and l.id = ${listingId}`,
  );
  if (!row) throw new Unknown();
  return row;
}
