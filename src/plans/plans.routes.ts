import { alongsiders } from '../access/roles.ts';
import { findConversation, holdPerson } from '../conversations/conversations.store.ts';
import { openPerson } from '../people/opening.store.ts';
import type { CouncilDb } from '../platform/db/council.ts';
import type { House } from '../platform/http/house.ts';
import { Conflict } from '../platform/http/problems.ts';
import { done, shown } from '../platform/http/routes.ts';
import { isRefusal, refuse } from '../platform/refusal.ts';
import { AgreementPage } from './agreement.pages.tsx';
import { copyRoutes } from './copies/copies.routes.ts';
import { determinationRoutes } from './determinations/determinations.routes.ts';
import type { Plan } from './plan.ts';
import { planLineRoutes } from './plan-lines.routes.ts';
import { askedToStand, openPlanToChange, readPersonPlans, readPlanPage } from './plan-page.store.ts';
import { PlanWordsPage, PlanWritingPage } from './plan-writing.pages.tsx';
import { AgreementForm, PlanPath, PlanWordsForm, Pressed } from './plans.forms.ts';
import { PersonPlanPage, PlanPage } from './plans.pages.tsx';
import { beginPlan, holdStandingPlan, letPlanStand, plansOf, savePlanWords } from './plans.store.ts';
import { mayStand, whatPlanWants } from './standing.ts';

/** Conversation 3 from its decision to the plan that stands, and the copies that go out. */
export function planRoutes(house: House): void {
  determinationRoutes(house);
  readingRoutes(house);
  wordsRoutes(house);
  planLineRoutes(house);
  agreementRoutes(house);
  copyRoutes(house);
}

function readingRoutes(house: House): void {
  house.get('/people/:id/plan', {
    name: 'A person’s plan',
    may: alongsiders,
    params: PlanPath,
    act: ({ db, params }) => readPersonPlans(db, params.id),
    page: PersonPlanPage,
  });

  house.get('/plans/:id', {
    name: 'A plan',
    may: alongsiders,
    params: PlanPath,
    act: ({ db, params }) => readPlanPage(db, params.id),
    page: PlanPage,
  });

  house.post('/conversations/:id/plans', {
    name: 'Begin a plan',
    may: alongsiders,
    params: PlanPath,
    body: Pressed,
    act: async ({ db, params }) => {
      const conversation = await findConversation(db, params.id);
      const { personId } = await openPerson(db, conversation.personId);
      if (conversation.kind !== 3 || conversation.restingOn)
        return refuse('C3-5', 'a plan is written in an open conversation 3', 'open conversation 3 first');
      await holdPerson(db, personId);
      const planId = await beginPlan(db, { personId, conversationId: conversation.id });
      return done(`/plans/${planId}/writing`, [personId], undefined, { planId });
    },
    again: async ({ db, params }) => readPersonPlans(db, (await findConversation(db, params.id)).personId),
    page: PersonPlanPage,
  });
}

function wordsRoutes(house: House): void {
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

function agreementRoutes(house: House): void {
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
      const earlier = await holdStandingPlan(db, plan.personId);
      const refusal = mayStand(await askedToStand(db, plan, earlier, body));
      if (refusal) return refusal;
      await letPlanStand(db, plan, earlier, body);
      return done(`/plans/${plan.id}`, [plan.personId], 'The plan stands. Send a copy next.');
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
  const { plan, today } = value;
  const earlier = (await plansOf(db, plan.personId)).find(({ state }) => state === 'standing') ?? null;
  const asked = await askedToStand(db, plan, earlier, { startsOn: today, agreement: 'agree' });
  const wanting = plan.state === 'being-written' ? whatPlanWants(asked) : [];
  return shown({ ...value, wanting }, about, reason);
}
