import { alongsiders } from '../../access/roles.ts';
import type { CouncilDb } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { Unknown } from '../../platform/http/problems.ts';
import { shown } from '../../platform/http/routes.ts';
import { withWhatItLeansOn } from '../carers/leaning-on.store.ts';
import { addNeed, changeNeed, moveNeed, removeNeed } from '../plan-lines.store.ts';
import { readPlanPage } from '../plan-page.store.ts';
import { PlanPath, Pressed } from '../plans.forms.ts';
import { budgetRoutes } from './budget.routes.ts';
import { change } from './changing.routes.ts';
import { NeedPage } from './need.pages.tsx';
import { ChangeNeedForm, MoveForm, NeedForm, NeedPath } from './writing.forms.ts';
import { PlanWritingPage } from './writing.pages.tsx';

export function planLineRoutes(house: House): void {
  needRoutes(house);
  oneNeedRoutes(house);
  budgetRoutes(house);
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
    act: ({ db, params, body }) =>
      change(db, params.id, async (plan) => addNeed(db, plan, await withWhatItLeansOn(db, plan, body))),
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
    act: ({ db, params, body }) =>
      change(db, params.id, async (plan) =>
        changeNeed(db, plan, params.needId, await withWhatItLeansOn(db, plan, body)),
      ),
    again: ({ db, params }) => page(db, params.id, params.needId),
    page: NeedPage,
  });
}
