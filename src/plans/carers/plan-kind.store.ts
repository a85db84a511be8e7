import { sql } from 'kysely';
import { caredForBy } from '../../people/carers/caring.store.ts';
import { type CouncilDb, type CouncilReader, councilOf } from '../../platform/db/council.ts';
import { determinationsIn } from '../determinations/determinations.store.ts';
import type { Plan, PlanKind } from '../plan.ts';
import { kindOfPlan } from './plan-kind.ts';

/** The kind of a plan that begins in a conversation: see `kindOfPlan`. */
export async function planKindIn(
  db: CouncilReader,
  conversationId: string,
  earlier: Pick<Plan, 'kind'> | null,
): Promise<PlanKind> {
  const [decided] = await determinationsIn(db, conversationId);
  return kindOfPlan(decided?.kind ?? null, earlier?.kind ?? null);
}

/** A plan begun before the decision becomes of its kind once the decision is given; one that follows another keeps its own. */
export async function planFollowsDecision(
  db: CouncilDb,
  conversationId: string,
  decided: PlanKind,
): Promise<void> {
  await sql`update plan set kind = ${decided} where council_id = ${councilOf(db)} and conversation_id = ${conversationId}
    and state = 'being-written' and follows is null`.execute(db);
}

/** Where nobody has decided anything: a carer's, for somebody who looks out for another. */
export async function kindToBeginWith(db: CouncilReader, personId: string): Promise<PlanKind> {
  return (await caredForBy(db, personId)).length ? 'carer' : 'adult';
}
