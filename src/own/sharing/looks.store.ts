import { sql } from 'kysely';
import { type CouncilReader, councilOf, nowOf, readRows } from '../../platform/db/council.ts';

/** That somebody looked at what is shared with them: who, and when they last did on that day. */
export interface SharedLook {
  name: string;
  at: Date;
}

/** W3: who looked at what this person shares, once for each day, the latest first. */
export function looksAtShared(db: CouncilReader, personId: string): Promise<SharedLook[]> {
  return readRows<SharedLook>(
    db,
    sql`select a.name, max(e.at) as at from audit_entry e join account a on a.council_id = e.council_id and a.id = e.account_id
    where e.council_id = ${councilOf(db)} and e.person_id = ${personId} and e.act = 'read'
      and (e.route like '/shared%' or e.route like '/my/shared-with-me%')
    group by a.id, a.name, (e.at at time zone 'Europe/London')::date order by 2 desc limit 20`,
  );
}

/** Whether anybody shares anything with whoever has this page open; a worker beside them is not told. */
export async function isSharedWith(db: CouncilReader): Promise<boolean> {
  const [found] = await readRows<{ isSharedWith: boolean }>(
    db,
    sql`select exists (select from lines_shared_with_me(${nowOf(db)})) as "isSharedWith"`,
  );
  return found?.isSharedWith ?? false;
}
