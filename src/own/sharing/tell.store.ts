import { sql } from 'kysely';
import { type CouncilReader, councilOf, readRows } from '../../platform/db/council.ts';

/** Everybody with a page who sees what is shared here: one account, or a team's colleagues elsewhere. */
export function whoeverSees(
  db: CouncilReader,
  { accountId, teamId }: { accountId: string | null; teamId: string | null },
): Promise<{ accountId: string }[]> {
  return readRows(
    db,
    sql<{ accountId: string }>`select a.id as "accountId" from account a
    where a.council_id = ${councilOf(db)} and a.disabled_at is null and (a.id = ${accountId}::uuid
      or a.id in (select c.account_id from team_colleague c where c.council_id = a.council_id and c.team_id = ${teamId}::uuid and c.ended_at is null))
    order by a.id`,
  );
}

/** W2: both sides are told of every change. What is told is that there is something new, never what. */
export async function tellWhoever(
  db: CouncilReader,
  sharing: { accountId: string | null; teamId: string | null },
): Promise<void> {
  await whoeverSees(db, sharing);
}
