import { sql } from 'kysely';
import { type CouncilReader, councilOf, readRows } from '../../platform/db/council.ts';

/** N2: whether a safeguarding enquiry is open for somebody now. */
export async function hasOpenEnquiry(db: CouncilReader, personId: string): Promise<boolean> {
  const [row] = await readRows<{ isOpen: boolean }>(
    db,
    sql`select exists (select from enquiry where council_id = ${councilOf(db)} and person_id = ${personId}
      and opened_at is not null and ended_on is null) as "isOpen"`,
  );
  return row?.isOpen ?? false;
}
