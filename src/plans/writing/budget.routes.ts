import { alongsiders } from '../../access/roles.ts';
import type { CouncilDb } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { refuse } from '../../platform/refusal.ts';
import { addPart, removePart } from '../plan-lines.store.ts';
import { readPlanPage } from '../plan-page.store.ts';
import { PlanPath, Pressed } from '../plans.forms.ts';
import { change } from './changing.routes.ts';
import { PartForm, PartPath } from './writing.forms.ts';
import { PlanWritingPage } from './writing.pages.tsx';

export function budgetRoutes(house: House): void {
  const again = {
    again: ({ db, params }: { db: CouncilDb; params: { id: string } }) => readPlanPage(db, params.id),
    page: PlanWritingPage,
  };
  house.post('/plans/:id/budget-parts', {
    name: 'Add a part to the budget',
    may: alongsiders,
    params: PlanPath,
    body: PartForm,
    act: ({ db, params, body }) =>
      change(db, params.id, async (plan) => {
        if (!plan.needs.length) return needsComeFirst;
        return addPart(db, plan, { ...body, councilPence: body.council, personPence: body.person });
      }),
    ...again,
  });
  house.post('/plans/:id/budget-parts/:partId/removal', {
    name: 'Take a part out of the budget',
    may: alongsiders,
    params: PartPath,
    body: Pressed,
    act: ({ db, params }) => change(db, params.id, (plan) => removePart(db, plan, params.partId)),
    ...again,
  });
}

/** Need is set down before money, and apart from it: a budget never defines what somebody needs. */
const needsComeFirst = refuse(
  'C3-5',
  'no need is set down yet, and money comes after needs',
  'set down the need it is for',
);
