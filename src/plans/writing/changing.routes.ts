import type { CouncilDb } from '../../platform/db/council.ts';
import { type Done, done } from '../../platform/http/routes.ts';
import { isRefusal, type Refusal } from '../../platform/refusal.ts';
import type { Plan } from '../plan.ts';
import { openPlanToChange } from '../plan-page.store.ts';

/** Everything that changes a plan: open the person, hold the plan, change it, go back to the writing. */
export async function change(
  db: CouncilDb,
  planId: string,
  act: (plan: Plan) => Promise<unknown>,
): Promise<Done | Refusal> {
  const plan = await openPlanToChange(db, planId);
  if (isRefusal(plan)) return plan;
  const changed = await act(plan);
  if (isRefusal(changed)) return changed;
  return done(`/plans/${plan.id}/writing`, [plan.personId], 'Saved.');
}
