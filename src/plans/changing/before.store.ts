import type { CouncilReader } from '../../platform/db/council.ts';
import { Unknown } from '../../platform/http/problems.ts';
import type { Plan } from '../plan.ts';
import { findPlan, plansOf } from '../plans.store.ts';

/** The plan before this one: the one that stands while it is written, the one it followed after. Null for a first. */
export async function planBefore(db: CouncilReader, plan: Plan): Promise<Plan | null> {
  if (plan.state === 'being-written')
    return (await plansOf(db, plan.personId)).find(({ state }) => state === 'standing') ?? null;
  return plan.follows ? findPlan(db, plan.follows) : null;
}

/** Two of a person's plans, the earlier first: those asked for, else the latest two. */
export function twoOf(plans: readonly Plan[], one: string | null, other: string | null): [Plan, Plan] | null {
  const [latest, before] = plans;
  const chosen = (id: string | null, otherwise: Plan | undefined) => {
    if (id === null) return otherwise;
    const found = plans.find((plan) => plan.id === id);
    if (!found) throw new Unknown();
    return found;
  };
  const after = chosen(other, latest);
  const first = chosen(one, before);
  if (!after || !first) return null;
  return first.number <= after.number ? [first, after] : [after, first];
}
