import { alongsiders } from '../../access/roles.ts';
import { openPerson } from '../../people/opening.store.ts';
import { dayOf } from '../../platform/clock.ts';
import { nowOf } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { done } from '../../platform/http/routes.ts';
import { hopedHomeOf, saveHopedHome } from './hoped-home.store.ts';
import { householdRoutes } from './households/households.routes.ts';
import { findHousehold } from './households/households.store.ts';
import { HopedHomeForm, MatchingPath, NewMatchingForm } from './matching.forms.ts';
import { matchingRoutes } from './matching.routes.ts';
import { mayBegin } from './matching.ts';
import { readSharedLives } from './matching-page.store.ts';
import { beginMatching, matchingsOf } from './matchings.store.ts';
import { SharedLivesPage } from './shared-lives.pages.tsx';

/** P5: Shared Lives, from what home would be to how it is living together. */
export function sharedLivesRoutes(house: House): void {
  personsSide(house);
  gettingToKnow(house);
  matchingRoutes(house);
  householdRoutes(house);
}

function personsSide(house: House): void {
  house.get('/people/:id/shared-lives', {
    name: 'A home with somebody',
    may: alongsiders,
    params: MatchingPath,
    act: ({ db, params }) => readSharedLives(db, params.id),
    page: SharedLivesPage,
  });

  house.post('/people/:id/hoped-home', {
    name: 'Write down what home would be for somebody',
    may: alongsiders,
    params: MatchingPath,
    body: HopedHomeForm,
    act: async ({ db, params, body }) => {
      const { personId } = await openPerson(db, params.id);
      await saveHopedHome(db, personId, body);
      return done(`/people/${personId}/shared-lives`, [personId], 'Written down.');
    },
    again: ({ db, params }) => readSharedLives(db, params.id),
    page: SharedLivesPage,
  });
}

function gettingToKnow(house: House): void {
  house.post('/people/:id/matchings', {
    name: 'Begin getting to know a household',
    may: alongsiders,
    params: MatchingPath,
    body: NewMatchingForm,
    act: async ({ db, params, body }) => {
      const { personId } = await openPerson(db, params.id);
      const household = await findHousehold(db, body.householdId);
      const today = dayOf(nowOf(db));
      const before = await matchingsOf(db, personId);
      const hasSaidWhatHomeIs = (await hopedHomeOf(db, personId)) !== null;
      const knowsThemAlready = before.some((one) => one.householdId === household.id && one.endedOn === null);
      const refusal = mayBegin({ hasSaidWhatHomeIs, knowsThemAlready }, household, today);
      if (refusal) return refusal;
      const matchingId = await beginMatching(db, {
        ...body,
        personId,
        householdName: household.name,
        beganOn: today,
      });
      return done(`/matchings/${matchingId}`, [personId], 'Written down. Plan tea together next.', {
        matchingId,
      });
    },
    again: ({ db, params }) => readSharedLives(db, params.id),
    page: SharedLivesPage,
  });
}
