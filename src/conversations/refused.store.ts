import { actorOf, type CouncilDb, councilOf, nowOf, pinOf } from '../platform/db/council.ts';
import { newId } from '../platform/ids.ts';
import type { Refusal } from '../platform/refusal.ts';

/** Refusals a store has kept already, in its own words and piece by piece. */
const kept = new WeakSet<Refusal>();

/**
 * Keeps that a rule said “not yet” to something, for learning: which rule, and what would satisfy it. It is no
 * part of the person's story. Hands the refusal back to be shown.
 */
export async function keepRefused(
  db: CouncilDb,
  personId: string,
  tried: string,
  refusal: Refusal,
  route: string | null = null,
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
      route,
    })
    .execute();
  return markKept(refusal);
}

/** Says that a refusal was kept already, piece by piece. */
export function markKept(refusal: Refusal): Refusal {
  kept.add(refusal);
  return refusal;
}

/**
 * Keeps any refusal a form was answered with, at whichever door and for whomever's record was opened, so that no
 * rule's “not yet” is forgotten because a store did not think of it. One that a store kept is given its door.
 */
export async function keepRefusedOnce(
  db: CouncilDb,
  door: { name: string; url: string },
  refusal: Refusal,
): Promise<void> {
  const personId = pinOf(db).opened?.[0];
  if (!personId) return;
  if (!kept.has(refusal)) {
    await keepRefused(db, personId, door.name, refusal, door.url);
    return;
  }
  await db
    .updateTable('refused_attempt')
    .set({ route: door.url })
    .where('council_id', '=', councilOf(db))
    .where('person_id', '=', personId)
    .where('at', '=', nowOf(db))
    .where('route', 'is', null)
    .execute();
}
