import { sql } from 'kysely';
import { type CouncilReader, councilOf, readRows } from '../../platform/db/council.ts';

/** C3-6: true when this worker has written of a time with the person themselves, in any conversation. */
export async function hasMetPerson(db: CouncilReader, accountId: string, personId: string): Promise<boolean> {
  const [row] = await readRows<{ has_met: boolean }>(
    db,
    sql`select exists (select from entry where council_id = ${councilOf(db)} and person_id = ${personId}
        and author_id = ${accountId} and is_with_person)
      or exists (select from crisis_contact where council_id = ${councilOf(db)} and person_id = ${personId}
        and account_id = ${accountId} and is_with_person) as has_met`,
  );
  return row?.has_met ?? false;
}
