import { alongsiders } from '../../access/roles.ts';
import type { CouncilDb } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { Conflict } from '../../platform/http/problems.ts';
import { done, shown } from '../../platform/http/routes.ts';
import { isRefusal } from '../../platform/refusal.ts';
import { firstDayOfShare } from '../money/financial-assessments.store.ts';
import type { Plan } from '../plan.ts';
import { openPlanToChange, readPlanPage } from '../plan-page.store.ts';
import { PlanPath } from '../plans.forms.ts';
import { plansOf } from '../plans.store.ts';
import { agreePlan, askedToStand } from './agreeing.store.ts';
import { AgreementForm, notAgreedIn } from './agreement.forms.ts';
import { AgreementPage } from './agreement.pages.tsx';
import { saidAlready } from './said-already.store.ts';
import { whatPlanWants } from './standing.ts';

export function agreementRoutes(house: House): void {
  house.get('/plans/:id/agreement', {
    name: 'Read a plan together and agree it',
    may: alongsiders,
    params: PlanPath,
    act: ({ db, params }) => agreementPage(db, params.id),
    page: AgreementPage,
  });

  house.post('/plans/:id/agreement', {
    name: 'Let a plan stand',
    may: alongsiders,
    params: PlanPath,
    body: AgreementForm,
    act: async ({ db, params, body }) => {
      const plan = await openPlanToChange(db, params.id);
      if (isRefusal(plan)) return plan;
      sameAsRead(plan, body);
      const refusal = await agreePlan(db, plan, { ...body, notAgreed: notAgreedIn(plan, body.ticked) });
      return refusal ?? done(`/plans/${plan.id}`, [plan.personId], 'The plan stands. Send a copy next.');
    },
    again: ({ db, params }) => agreementPage(db, params.id),
    page: AgreementPage,
  });
}

/** Nobody agrees to a plan that changed after they read it. */
function sameAsRead(plan: Plan, body: { version: number; agreementWords: string }): void {
  if (plan.version === body.version) return;
  throw new Conflict(
    'The plan was changed after you opened it. Read it again together before they say whether they agree.',
    {
      who: plan.writtenBy ?? 'a colleague',
      words: [plan.goodLife, ...plan.needs.map(({ need }) => need)].join('\n'),
    },
    body.agreementWords,
  );
}

async function agreementPage(db: CouncilDb, id: string) {
  const { value, about, reason } = await readPlanPage(db, id);
  const { plan } = value;
  const earlier = (await plansOf(db, plan.personId)).find(({ state }) => state === 'standing') ?? null;
  const asked = await askedToStand(db, plan, earlier, {
    startsOn: await firstDayOfShare(db, plan.personId),
    agreement: 'agree',
  });
  const wanting = plan.state === 'being-written' ? whatPlanWants(asked) : [];
  return shown({ ...value, wanting, said: await saidAlready(db, plan) }, about, reason);
}
