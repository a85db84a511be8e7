import { sql } from 'kysely';
import { tellAccount } from '../../people/messages/messages.store.ts';
import type { About } from '../../people/messages/news.ts';
import { type CouncilDb, councilOf, readRows } from '../../platform/db/council.ts';

interface WhoSees {
  accountId: string | null;
  teamId: string | null;
}

/**
 * W2: whoever sees what is shared is told of every change: that there is something, never what. One account, or every
 * colleague elsewhere of a team; whoever is told on paper hears it from us.
 */
export async function tellWhoever(
  db: CouncilDb,
  { accountId, teamId }: WhoSees,
  news: { reference: string; about: About; thingId: string },
): Promise<void> {
  const whoever = await readRows<{ id: string }>(
    db,
    sql`select a.id from account a
    where a.council_id = ${councilOf(db)} and a.disabled_at is null and (a.id = ${accountId}::uuid
      or a.id in (select c.account_id from team_colleague c where c.council_id = a.council_id and c.team_id = ${teamId}::uuid and c.ended_at is null))
    order by a.id`,
  );
  for (const { id } of whoever)
    await tellAccount(db, { ...news, accountId: id, reference: `${news.reference} ${id}` });
}
