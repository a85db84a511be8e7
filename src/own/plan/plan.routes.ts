import { z } from 'zod';
import { catchUpDue } from '../../plans/catch-ups/catch-up.ts';
import { catchUpsOf } from '../../plans/catch-ups/catch-ups.store.ts';
import type { Plan } from '../../plans/plan.ts';
import { plansOf } from '../../plans/plans.store.ts';
import { dayOf } from '../../platform/clock.ts';
import { type CouncilReader, nowOf } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { Unknown } from '../../platform/http/problems.ts';
import type { Own } from '../frame/own.ts';
import { ownGet } from '../frame/two-doors.routes.ts';
import { saidOf } from '../say/say.store.ts';
import { OwnPlanPage, type OwnPlanValue } from './plan.pages.tsx';

/** Their plan: the one that stands, and each of the others. */
export function planRoutes(house: House): void {
  ownGet(house, '/plan', {
    name: 'Their own page: my plan',
    act: async ({ db, own }) => {
      const plans = await plansOf(db, own.personId);
      const standing = plans.find(({ state }) => state === 'standing');
      return planShown(
        db,
        own,
        plans,
        standing ?? plans.find(({ state }) => state === 'being-written') ?? null,
      );
    },
    page: OwnPlanPage,
  });
  ownGet(house, '/plan/:plan', {
    name: 'Their own page: one of their plans',
    params: z.object({ plan: z.uuid() }),
    act: async ({ db, own, params }) => {
      const plans = await plansOf(db, own.personId);
      const plan = plans.find(({ id }) => id === params.plan);
      if (!plan) throw new Unknown();
      return planShown(db, own, plans, plan);
    },
    page: OwnPlanPage,
  });
}

async function planShown(
  db: CouncilReader,
  own: Own,
  plans: Plan[],
  plan: Plan | null,
): Promise<OwnPlanValue> {
  const today = dayOf(nowOf(db));
  const others = plans
    .filter(({ id }) => id !== plan?.id)
    .map(({ id, state, startsOn }) => ({ id, state, startsOn }));
  if (!plan) return { plan, said: {}, others, next: null, today };
  const said = await saidOf(
    db,
    plan.needs.map(({ id }) => id),
  );
  const next = plan.state === 'standing' ? catchUpDue(plan, await catchUpsOf(db, own.personId), today) : null;
  return { plan, said: Object.fromEntries(said), others, next, today };
}
