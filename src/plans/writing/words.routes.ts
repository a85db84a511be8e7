import { alongsiders } from '../../access/roles.ts';
import type { House } from '../../platform/http/house.ts';
import { done } from '../../platform/http/routes.ts';
import { isRefusal } from '../../platform/refusal.ts';
import { openPlanToChange, readPlanPage } from '../plan-page.store.ts';
import { PlanPath } from '../plans.forms.ts';
import { savePlanWords } from '../plans.store.ts';
import { PlanWordsPage } from './words.pages.tsx';
import { PlanWordsForm } from './writing.forms.ts';
import { PlanWritingPage } from './writing.pages.tsx';

export function wordsRoutes(house: House): void {
  house.get('/plans/:id/writing', {
    name: 'Write a plan',
    may: alongsiders,
    params: PlanPath,
    act: ({ db, params }) => readPlanPage(db, params.id),
    page: PlanWritingPage,
  });

  house.get('/plans/:id/words', {
    name: 'Write the words of a plan',
    may: alongsiders,
    params: PlanPath,
    act: ({ db, params }) => readPlanPage(db, params.id),
    page: PlanWordsPage,
  });

  house.post('/plans/:id/words', {
    name: 'Save the words of a plan',
    may: alongsiders,
    params: PlanPath,
    body: PlanWordsForm,
    act: async ({ db, params, body }) => {
      const plan = await openPlanToChange(db, params.id);
      if (isRefusal(plan)) return plan;
      await savePlanWords(db, plan, body);
      return done(`/plans/${plan.id}/writing`, [plan.personId], 'Saved.');
    },
    again: ({ db, params }) => readPlanPage(db, params.id),
    page: PlanWordsPage,
  });
}
