import { alongsiders } from '../access/roles.ts';
import { findConversation, holdPerson } from '../conversations/conversations.store.ts';
import { openPerson } from '../people/opening.store.ts';
import type { House } from '../platform/http/house.ts';
import { done } from '../platform/http/routes.ts';
import { refuse } from '../platform/refusal.ts';
import { agreementRoutes } from './agreement/agreement.routes.ts';
import { catchUpRoutes } from './catch-ups/catch-ups.routes.ts';
import { besideRoutes } from './changing/beside.routes.ts';
import { versionsRoutes } from './changing/versions.routes.ts';
import { determinationRoutes } from './determinations/determinations.routes.ts';
import { endingRoutes } from './ending/ending.routes.ts';
import { familyConferenceRoutes } from './family-conference/conference.routes.ts';
import { letterRoutes } from './letters/letters.routes.ts';
import { moneyRoutes } from './money/money.routes.ts';
import { movingRoutes } from './moving/moves.routes.ts';
import { PlanPage } from './plan.pages.tsx';
import { readPersonPlans, readPlanPage } from './plan-page.store.ts';
import { PlanPath, Pressed } from './plans.forms.ts';
import { PersonPlanPage } from './plans.pages.tsx';
import { beginPlan } from './plans.store.ts';
import { sharedLivesRoutes } from './shared-lives/shared-lives.routes.ts';
import { urgentHelpRoutes } from './urgent-help/urgent-help.routes.ts';
import { planLineRoutes } from './writing/needs.routes.ts';
import { wordsRoutes } from './writing/words.routes.ts';

/** Conversation 3 from its decision to the plan that stands, and the copies that go out. */
export function planRoutes(house: House): void {
  determinationRoutes(house);
  readingRoutes(house);
  wordsRoutes(house);
  planLineRoutes(house);
  agreementRoutes(house);
  letterRoutes(house);
  movingRoutes(house);
  sharedLivesRoutes(house);
  familyConferenceRoutes(house);
  moneyRoutes(house);
  catchUpRoutes(house);
  besideRoutes(house);
  versionsRoutes(house);
  urgentHelpRoutes(house);
  endingRoutes(house);
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
