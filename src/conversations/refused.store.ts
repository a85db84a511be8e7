import { actorOf, type CouncilDb, councilOf, nowOf } from '../platform/db/council.ts';
import { newId } from '../platform/ids.ts';
import type { Refusal } from '../platform/refusal.ts';

/**
 * Keeps that a rule said “not yet” to something, for learning: which rule, and what would satisfy it. It is no
 * part of the person's story. Hands the refusal back to be shown.
 */
export async function keepRefused(
  db: CouncilDb,
  personId: string,
  tried: string,
  refusal: Refusal,
): Promise<Refusal> {
  await db
    .insertInto('refused_attempt')
    .values({
      council_id: councilOf(db),
      id: newId(),
      person_id: personId,
      account_id: actorOf(db).accountId,
      at: nowOf(db),
      tried,
      rule: refusal.refused,
      because: refusal.because,
      satisfy_by: refusal.satisfyBy,
    })
    .execute();
  return refusal;
}
