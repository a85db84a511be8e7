import { alongsiders } from '../../access/roles.ts';
import { openPerson } from '../../people/opening.store.ts';
import type { House } from '../../platform/http/house.ts';
import { done, shown } from '../../platform/http/routes.ts';
import { determinationsIn } from '../determinations/determinations.store.ts';
import { PlanPage } from '../plan.pages.tsx';
import { readPlanPage } from '../plan-page.store.ts';
import { findPlan } from '../plans.store.ts';
import { CopyPath, CopyQuery, SentForm } from './copies.forms.ts';
import { determinationCopies } from './determination-copies.routes.ts';
import { PlanCopy } from './plan-copy.pages.tsx';
import { keepSent, whoToRing } from './sending.store.ts';

export function copyRoutes(house: House): void {
  determinationCopies(house);
  planCopies(house);
}

function planCopies(house: House): void {
  house.get('/plans/:id/copy', {
    name: 'A copy of a plan, to print',
    may: alongsiders,
    params: CopyPath,
    query: CopyQuery,
    audit: 'print',
    act: async ({ db, visit, params, query }) => {
      const { value, about, reason } = await readPlanPage(db, params.id);
      const ring = await whoToRing(db, visit, value.plan.conversationId);
      const [decision] = await determinationsIn(db, value.plan.conversationId);
      return shown(
        { ...value, isLarge: query.format === 'large', ring, kind: decision?.kind ?? 'adult' },
        about,
        reason,
      );
    },
    page: PlanCopy,
  });

  house.post('/plans/:id/sent', {
    name: 'Write down that a copy of a plan was sent',
    may: alongsiders,
    params: CopyPath,
    body: SentForm,
    act: async ({ db, params, body }) => {
      const { personId } = await openPerson(db, (await findPlan(db, params.id)).personId);
      const refusal = await keepSent(db, { planId: params.id }, personId, body);
      return refusal ?? done(`/plans/${params.id}`, [personId], 'Written down.');
    },
    again: ({ db, params }) => readPlanPage(db, params.id),
    page: PlanPage,
  });
}
