import { alongsiders } from '../../access/roles.ts';
import { dayOf } from '../../platform/clock.ts';
import { nowOf } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { done } from '../../platform/http/routes.ts';
import { AnswerForm, EndedForm, MatchingPath, MovedInForm } from './matching.forms.ts';
import { MatchingPage } from './matching.pages.tsx';
import { mayAnswer, mayEnd } from './matching.ts';
import { openMatching, readMatching } from './matching-page.store.ts';
import { saveAnswer, saveEnded } from './matchings.store.ts';
import { moveIn } from './moving-in.store.ts';
import { visitRoutes } from './visits/visits.routes.ts';

export function matchingRoutes(house: House): void {
  answering(house);
  livingTogether(house);
  visitRoutes(house);
}

function answering(house: House): void {
  house.get('/matchings/:id', {
    name: 'Getting to know each other',
    may: alongsiders,
    params: MatchingPath,
    act: ({ db, params }) => readMatching(db, params.id),
    page: MatchingPage,
  });

  house.post('/matchings/:id/answers', {
    name: 'Write down a yes or a no to living together',
    may: alongsiders,
    params: MatchingPath,
    body: AnswerForm,
    act: async ({ db, params, body }) => {
      const matching = await openMatching(db, params.id);
      const refusal = mayAnswer(matching, body.answeredOn, dayOf(nowOf(db)));
      if (refusal) return refusal;
      await saveAnswer(db, matching, { side: body.side, answer: body.answer, on: body.answeredOn });
      const isNo = body.answer === 'no';
      return done(
        isNo ? `/people/${matching.personId}/shared-lives` : `/matchings/${matching.id}`,
        [matching.personId],
        isNo ? 'Written down. Nobody has to say why. Thank them both.' : 'Written down.',
      );
    },
    again: ({ db, params }) => readMatching(db, params.id),
    page: MatchingPage,
  });
}

function livingTogether(house: House): void {
  house.post('/matchings/:id/moved-in', {
    name: 'Write down that somebody moved in',
    may: alongsiders,
    params: MatchingPath,
    body: MovedInForm,
    act: async ({ db, params, body }) => {
      const matching = await openMatching(db, params.id);
      const refusal = await moveIn(db, matching, body.movedInOn);
      return (
        refusal ??
        done(
          `/matchings/${matching.id}`,
          [matching.personId],
          'Written down. Plan a visit to see how it is for both.',
        )
      );
    },
    again: ({ db, params }) => readMatching(db, params.id),
    page: MatchingPage,
  });

  house.post('/matchings/:id/ended', {
    name: 'Write down that it is not going on, or that somebody moved out',
    may: alongsiders,
    params: MatchingPath,
    body: EndedForm,
    act: async ({ db, params, body }) => {
      const matching = await openMatching(db, params.id);
      const refusal = mayEnd(matching, body.endedOn, dayOf(nowOf(db)));
      if (refusal) return refusal;
      await saveEnded(db, matching, { on: body.endedOn, words: body.endedWords });
      return done(`/people/${matching.personId}/shared-lives`, [matching.personId], 'Written down.');
    },
    again: ({ db, params }) => readMatching(db, params.id),
    page: MatchingPage,
  });
}
