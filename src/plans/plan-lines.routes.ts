import { alongsiders } from '../access/roles.ts';
import type { CouncilDb } from '../platform/db/council.ts';
import type { House } from '../platform/http/house.ts';
import { Unknown } from '../platform/http/problems.ts';
import { type Done, done, shown } from '../platform/http/routes.ts';
import { isRefusal, type Refusal, refuse } from '../platform/refusal.ts';
import { NeedPage } from './need-fields.pages.tsx';
import type { Plan } from './plan.ts';
import { addNeed, addPart, changeNeed, moveNeed, removeNeed, removePart } from './plan-lines.store.ts';
import { openPlanToChange, readPlanPage } from './plan-page.store.ts';
import { PlanWritingPage } from './plan-writing.pages.tsx';
import {
  ChangeNeedForm,
  MoveForm,
  NeedForm,
  NeedPath,
  PartForm,
  PartPath,
  PlanPath,
  Pressed,
} from './plans.forms.ts';

export function planLineRoutes(house: House): void {
  needRoutes(house);
  oneNeedRoutes(house);
  budgetRoutes(house);
}

/** Everything that changes a plan: open the person, hold the plan, change it, go back to the writing. */
async function change(
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

function needRoutes(house: House): void {
  const again = {
    again: ({ db, params }: { db: CouncilDb; params: { id: string } }) => readPlanPage(db, params.id),
    page: PlanWritingPage,
  };
  house.post('/plans/:id/needs', {
    name: 'Set down a need',
    may: alongsiders,
    params: PlanPath,
    body: NeedForm,
    act: ({ db, params, body }) => change(db, params.id, (plan) => addNeed(db, plan, body)),
    ...again,
  });
  house.post('/plans/:id/needs/:needId/move', {
    name: 'Move a need up or down',
    may: alongsiders,
    params: NeedPath,
    body: MoveForm,
    act: ({ db, params, body }) =>
      change(db, params.id, (plan) => moveNeed(db, plan, params.needId, body.to)),
    ...again,
  });
  house.post('/plans/:id/needs/:needId/removal', {
    name: 'Remove a need from a plan being written',
    may: alongsiders,
    params: NeedPath,
    body: Pressed,
    act: ({ db, params }) => change(db, params.id, (plan) => removeNeed(db, plan, params.needId)),
    ...again,
  });
}

function oneNeedRoutes(house: House): void {
  const page = async (db: CouncilDb, id: string, needId: string) => {
    const { value, about, reason } = await readPlanPage(db, id);
    const line = value.plan.needs.find((one) => one.id === needId);
    if (!line) throw new Unknown();
    return shown({ ...value, line }, about, reason);
  };
  house.get('/plans/:id/needs/:needId', {
    name: 'A need in a plan being written',
    may: alongsiders,
    params: NeedPath,
    act: ({ db, params }) => page(db, params.id, params.needId),
    page: NeedPage,
  });
  house.post('/plans/:id/needs/:needId', {
    name: 'Change a need',
    may: alongsiders,
    params: NeedPath,
    body: ChangeNeedForm,
    act: ({ db, params, body }) => change(db, params.id, (plan) => changeNeed(db, plan, params.needId, body)),
    again: ({ db, params }) => page(db, params.id, params.needId),
    page: NeedPage,
  });
}

function budgetRoutes(house: House): void {
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
