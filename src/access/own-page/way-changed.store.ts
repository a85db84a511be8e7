import { sql } from 'kysely';
import {
  actorOf,
  type CouncilDb,
  type CouncilReader,
  councilOf,
  nowOf,
  readRows,
} from '../../platform/db/council.ts';
import { newId } from '../../platform/ids.ts';
import type { MessageBy } from './own-address.ts';

/** A change in how somebody comes in: their number, or where their codes go. Never what either is. */
export interface WayChanged {
  what: 'number' | 'messages';
  at: Date;
  told: 'themselves' | 'together';
  byName: string;
}

export interface Change {
  personId: string;
  what: WayChanged['what'];
  told: WayChanged['told'];
  /** Where messages went until now: told there, once, that they do no longer. */
  was?: { by: MessageBy; to: string } | null;
}

/** Writes down, for the person and for those alongside them, that a way in was changed (W3). */
export async function noteWayChanged(
  db: CouncilDb,
  { personId, what, told, was = null }: Change,
): Promise<string> {
  const id = newId();
  await db
    .insertInto('own_way_changed')
    .values({
      ...{ council_id: councilOf(db), id, person_id: personId, what, told, changed_at: nowOf(db) },
      ...{ by_account: actorOf(db).accountId, was_by: was?.by ?? null, was_to: was?.to ?? null },
    })
    .execute();
  return id;
}

/** What was changed of how somebody comes in, the latest first. */
export async function waysChangedOf(
  db: CouncilReader,
  personId: string,
  { since = null, most = 20 }: { since?: Date | null; most?: number } = {},
): Promise<WayChanged[]> {
  return readRows<WayChanged>(
    db,
    sql`select c.what, c.changed_at as at, c.told, a.name as "byName"
      from own_way_changed c join account a on a.council_id = c.council_id and a.id = c.by_account
      where c.council_id = ${councilOf(db)} and c.person_id = ${personId}
        and (${since}::timestamptz is null or c.changed_at >= ${since}::timestamptz)
      order by c.changed_at desc, c.id desc limit ${most}`,
  );
}
