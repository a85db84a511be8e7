import { sql } from 'kysely';
import { type CouncilDb, councilOf, readRows } from '../../platform/db/council.ts';
import type { Refusal } from '../../platform/refusal.ts';
import type { Plan } from '../plan.ts';
import { mayFollowCarriedOver } from './difference.ts';

/** P4: when the plan that stands carries over what another council met, is the difference explained in writing? */
export async function mayFollowMove(
  db: CouncilDb,
  plan: Plan,
  earlier: Plan | null,
): Promise<Refusal | null> {
  if (!earlier) return null;
  const [move] = await readRows<{ differenceWords: string | null; differenceSentOn: string | null }>(
    db,
    sql`select difference_words as "differenceWords", difference_sent_on as "differenceSentOn"
      from move where council_id = ${councilOf(db)} and plan_id = ${earlier.id}`,
  );
  return move ? mayFollowCarriedOver(move, earlier, plan) : null;
}
