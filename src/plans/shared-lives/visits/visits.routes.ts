import { alongsiders } from '../../../access/roles.ts';
import { dayOf } from '../../../platform/clock.ts';
import { nowOf } from '../../../platform/db/council.ts';
import type { House } from '../../../platform/http/house.ts';
import { Unknown } from '../../../platform/http/problems.ts';
import { done } from '../../../platform/http/routes.ts';
import { LeftOutForm, MatchingPath, VisitBeenForm, VisitForm, VisitPath } from '../matching.forms.ts';
import { MatchingPage } from '../matching.pages.tsx';
import { mayHaveHappened, mayPlanVisit } from '../matching.ts';
import { openMatching, readMatching, readVisit } from '../matching-page.store.ts';
import { VisitPage } from './visits.pages.tsx';
import { leaveOutVisit, planVisit, saveVisitBeen, visitsOf } from './visits.store.ts';

export function visitRoutes(house: House): void {
  planning(house);
  been(house);
}

function planning(house: House): void {
  house.post('/matchings/:id/visits', {
    name: 'Plan a visit',
    may: alongsiders,
    params: MatchingPath,
    body: VisitForm,
    act: async ({ db, params, body }) => {
      const matching = await openMatching(db, params.id);
      const refusal = mayPlanVisit(matching, body.kind);
      if (refusal) return refusal;
      const visitId = await planVisit(db, matching, body);
      return done(`/matchings/${matching.id}`, [matching.personId], 'Written down.', { visitId });
    },
    again: ({ db, params }) => readMatching(db, params.id),
    page: MatchingPage,
  });

  house.post('/matchings/:id/left-out', {
    name: 'Agree to do without a kind of visit',
    may: alongsiders,
    params: MatchingPath,
    body: LeftOutForm,
    act: async ({ db, params, body }) => {
      const matching = await openMatching(db, params.id);
      const refusal = mayPlanVisit(matching, body.leftOutKind);
      if (refusal) return refusal;
      const left = { kind: body.leftOutKind, words: body.leftOutWords, on: dayOf(nowOf(db)) };
      await leaveOutVisit(db, matching, left);
      return done(`/matchings/${matching.id}`, [matching.personId], 'Written down.');
    },
    again: ({ db, params }) => readMatching(db, params.id),
    page: MatchingPage,
  });
}

function been(house: House): void {
  house.get('/matchings/:id/visits/:visitId', {
    name: 'How a visit was',
    may: alongsiders,
    params: VisitPath,
    act: ({ db, params }) => readVisit(db, params.id, params.visitId),
    page: VisitPage,
  });

  house.post('/matchings/:id/visits/:visitId', {
    name: 'Write down how a visit was, in both sides’ words',
    may: alongsiders,
    params: VisitPath,
    body: VisitBeenForm,
    act: async ({ db, params, body }) => {
      const matching = await openMatching(db, params.id);
      const visit = (await visitsOf(db, matching.id)).find(({ id }) => id === params.visitId);
      if (!visit) throw new Unknown();
      const refusal = mayHaveHappened(matching, visit, body.happenedOn, dayOf(nowOf(db)));
      if (refusal) return refusal;
      await saveVisitBeen(db, matching, visit, body);
      return done(`/matchings/${matching.id}`, [matching.personId], 'Written down.');
    },
    again: ({ db, params }) => readVisit(db, params.id, params.visitId),
    page: VisitPage,
  });
}
