import { sql } from 'kysely';
import { type CouncilReader, councilOf, readRows } from '../../platform/db/council.ts';

export interface Look {
  /** Which line of the audit this is; they are counted up as they are written. */
  id: string;
  at: Date;
  who: string;
  role: string;
  act: string;
  route: string;
  reason: string | null;
}

/**
 * Who looked at or changed one person's record, newest first (W3).
 * @param before the last line of the page before, so that lines written at one moment are each on a page
 */
export async function looksAt(
  db: CouncilReader,
  personId: string,
  most: number,
  before: string | null,
): Promise<Look[]> {
  return readRows<Look>(
    db,
    sql`select e.id, e.at, coalesce(a.name, 'Somebody') as who, coalesce(a.role, '') as role, e.act, e.route, e.reason
    from audit_entry e left join account a on a.council_id = e.council_id and a.id = e.account_id
    where e.council_id = ${councilOf(db)} and e.person_id = ${personId}
      and (${before}::bigint is null or (e.at, e.id) < (select l.at, l.id from audit_entry l
        where l.council_id = ${councilOf(db)} and l.person_id = ${personId} and l.id = ${before}::bigint))
    order by e.at desc, e.id desc limit ${most}`,
  );
}

export interface BrokenGlass {
  id: string;
  at: Date;
  who: string;
  whoId: string;
  personId: string;
  reason: string;
  lookedOverBy: string | null;
  lookedOverWords: string | null;
}

/** Every record opened out of the ordinary; those nobody has looked over come first. */
export async function brokenGlass(db: CouncilReader, most = 50): Promise<BrokenGlass[]> {
  return readRows<BrokenGlass>(
    db,
    sql`select r.id, r.began_at as at, a.name as who, a.id as "whoId", r.person_id as "personId", r.reason,
      o.name as "lookedOverBy", r.looked_over_words as "lookedOverWords"
    from relationship r join account a on a.council_id = r.council_id and a.id = r.account_id
    left join account o on o.council_id = r.council_id and o.id = r.looked_over_by
    where r.council_id = ${councilOf(db)} and r.why = 'break-glass'
    order by r.looked_over_at is not null, r.began_at desc limit ${most}`,
  );
}
