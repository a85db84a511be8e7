import { alongsiders } from '../../access/roles.ts';
import { openPerson } from '../../people/opening.store.ts';
import { identityOf } from '../../people/people.store.ts';
import { dayOf } from '../../platform/clock.ts';
import { type CouncilReader, nowOf } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { done, type Shown, shown } from '../../platform/http/routes.ts';
import { isRefusal } from '../../platform/refusal.ts';
import type { ComesOfIt } from './catch-up.ts';
import {
  AnswerForm,
  CatchUpForm,
  CatchUpRequestForm,
  CatchUpsPath,
  CatchUpsQuery,
} from './catch-ups.forms.ts';
import { CatchUpsPage } from './catch-ups.pages.tsx';
import { holdCatchUp } from './catch-ups.store.ts';
import { readCatchUps } from './catch-ups-page.store.ts';
import { RequestsPage, type RequestsValue } from './requests.pages.tsx';
import {
  answerCatchUpRequest,
  catchUpRequestsOf,
  findCatchUpRequest,
  keepCatchUpRequest,
  rulesFor,
} from './requests.store.ts';

export function catchUpRoutes(house: House): void {
  house.get('/people/:id/catch-ups', {
    name: 'How somebody’s plan is going',
    may: alongsiders,
    params: CatchUpsPath,
    query: CatchUpsQuery,
    act: ({ db, params, query }) => readCatchUps(db, params.id, query),
    page: CatchUpsPage,
  });

  house.post('/people/:id/catch-ups', {
    name: 'Write a catch-up on how a plan is going',
    may: alongsiders,
    params: CatchUpsPath,
    body: CatchUpForm,
    act: async ({ db, params, body }) => {
      const { personId } = await openPerson(db, params.id);
      const held = await holdCatchUp(db, personId, body);
      if (isRefusal(held)) return held;
      const [location, said] = whatNext(body.comesOfIt);
      return done(`/people/${personId}/${location}`, [personId], said, { catchUpId: held });
    },
    again: ({ db, params }) => readCatchUps(db, params.id),
    page: CatchUpsPage,
  });

  requestRoutes(house);
}

/** Where what comes of it goes on: looking again begins on the page itself, urgent help on its own (F6). */
function whatNext(comesOfIt: ComesOfIt): [location: string, said: string] {
  if (comesOfIt === 'urgent-help') return ['urgent-help', 'Kept, in their story. Now meet what is urgent.'];
  if (comesOfIt === 'look-again') return ['catch-ups', 'Kept, in their story. Look again together next.'];
  return ['catch-ups', 'Kept, in their story.'];
}

function requestRoutes(house: House): void {
  house.get('/people/:id/catch-up-requests', {
    name: 'Who asked for a catch-up, and what was answered',
    may: alongsiders,
    params: CatchUpsPath,
    act: ({ db, params }) => requestsPage(db, params.id),
    page: RequestsPage,
  });

  house.post('/people/:id/catch-up-requests', {
    name: 'Write down that somebody asks for a catch-up',
    may: alongsiders,
    params: CatchUpsPath,
    body: CatchUpRequestForm,
    act: async ({ db, params, body }) => {
      const { personId } = await openPerson(db, params.id);
      const asked = await keepCatchUpRequest(db, personId, body);
      if (isRefusal(asked)) return asked;
      return done(`/people/${personId}/catch-up-requests`, [personId], 'Written down. Answer with a day.', {
        requestId: asked,
      });
    },
    again: ({ db, params }) => requestsPage(db, params.id),
    page: RequestsPage,
  });

  house.post('/catch-up-requests/:id/answer', {
    name: 'Answer somebody who asked for a catch-up',
    may: alongsiders,
    params: CatchUpsPath,
    body: AnswerForm,
    act: async ({ db, params, body }) => {
      const request = await findCatchUpRequest(db, params.id);
      const { personId } = await openPerson(db, request.personId);
      const refusal = await answerCatchUpRequest(db, request, body);
      return (
        refusal ?? done(`/people/${personId}/catch-up-requests`, [personId], 'Answered. Tell them today.')
      );
    },
    again: async ({ db, params }) => requestsPage(db, (await findCatchUpRequest(db, params.id)).personId),
    page: RequestsPage,
  });
}

async function requestsPage(db: CouncilReader, id: string): Promise<Shown<RequestsValue>> {
  const { personId, reason } = await openPerson(db, id);
  const value = {
    identity: await identityOf(db, personId),
    today: dayOf(nowOf(db)),
    requests: await catchUpRequestsOf(db, personId),
    withinDays: (await rulesFor(db, personId)).catchUpWithinDays,
  };
  return shown(value, [personId], reason ?? undefined);
}
