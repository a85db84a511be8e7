import { sql } from 'kysely';
import { actorOf, type CouncilDb, councilOf, nowOf } from '../../platform/db/council.ts';
import { Unknown } from '../../platform/http/problems.ts';
import { type Refusal, refuse } from '../../platform/refusal.ts';

/** Records that somebody other than the opener has read why a record was opened (W5). */
export async function lookOver(
  db: CouncilDb,
  id: string,
  words: string,
): Promise<{ personId: string } | Refusal> {
  const { rows } = await sql<{ account_id: string; person_id: string; looked_over_at: Date | null }>`
    select account_id, person_id, looked_over_at from relationship
    where council_id = ${councilOf(db)} and id = ${id} and why = 'break-glass' for update`.execute(db);
  const opened = rows[0];
  if (!opened) throw new Unknown();
  if (opened.account_id === actorOf(db).accountId)
    return refuse(
      'W5',
      'nobody looks over their own opening of a record',
      'ask a colleague in information governance',
    );
  if (opened.looked_over_at)
    return refuse('W5', 'somebody has already looked this over', 'open the list again');
  await db
    .updateTable('relationship')
    .set({ looked_over_by: actorOf(db).accountId, looked_over_at: nowOf(db), looked_over_words: words })
    .where('council_id', '=', councilOf(db))
    .where('id', '=', id)
    .execute();
  return { personId: opened.person_id };
}
