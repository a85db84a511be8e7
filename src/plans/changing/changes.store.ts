import type { CouncilReader } from '../../platform/db/council.ts';
import { type Disagreement, disagreementsOf } from '../agreement/disagreeing.store.ts';
import type { Plan } from '../plan.ts';
import { urgentHelpOf } from '../urgent-help/urgent-help.store.ts';
import type { UrgentHelp } from '../urgent-help/urgent-help.ts';
import { planBefore } from './before.store.ts';

/** How a plan came about and what changes it at once: the one before, what was not agreed, and urgent help. */
export interface PlanChanges {
  before: Plan | null;
  disagreements: Disagreement[];
  /** Met at once and not looked at again yet. */
  urgent: UrgentHelp[];
}

/** Of one plan; of a person without a plan, `plan` is null and urgent help still shows. */
export async function readChanges(
  db: CouncilReader,
  personId: string,
  plan: Plan | null,
): Promise<PlanChanges> {
  const disagreements = await disagreementsOf(db, personId);
  const urgent = await urgentHelpOf(db, personId);
  return {
    before: plan ? await planBefore(db, plan) : null,
    disagreements: disagreements.filter(
      ({ planId, keptPlanId }) => planId === plan?.id || keptPlanId === plan?.id,
    ),
    urgent: urgent.filter(({ lookedAgainOn }) => lookedAgainOn === null),
  };
}
