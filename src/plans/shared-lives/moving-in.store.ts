import { sql } from 'kysely';
import { type Day, dayOf } from '../../platform/clock.ts';
import { type CouncilDb, councilOf, nowOf, readRows } from '../../platform/db/council.ts';
import { type Refusal, refuse } from '../../platform/refusal.ts';
import { holdHousehold } from './households/households.store.ts';
import type { Matching } from './matching.ts';
import { saveMovedIn } from './matchings.store.ts';
import { mayMoveIn } from './moving-in.ts';
import { visitsOf } from './visits/visits.store.ts';

/**
 * P5: lets somebody move in, or says what is wanting. The matching is held by the caller; the household is held
 * here before those who live there are counted, so that of two who would take the last room one is told there is
 * none.
 */
export async function moveIn(db: CouncilDb, matching: Matching, on: Day): Promise<Refusal | null> {
  const household = await holdHousehold(db, matching.householdId);
  const refusal = mayMoveIn(matching, await visitsOf(db, matching.id), household, household.livingThere, {
    on,
    today: dayOf(nowOf(db)),
  });
  if (refusal) return refusal;
  if (await livesElsewhere(db, matching.personId))
    return refuse('P5', 'they live with another household', 'write down moving out from there first');
  await saveMovedIn(db, matching, on);
  return null;
}

async function livesElsewhere(db: CouncilDb, personId: string): Promise<boolean> {
  const rows = await readRows(
    db,
    sql`select 1 from matching where council_id = ${councilOf(db)} and person_id = ${personId}
      and moved_in_on is not null and ended_on is null`,
  );
  return rows.length > 0;
}
