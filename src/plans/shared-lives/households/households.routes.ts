import { alongsiders } from '../../../access/roles.ts';
import { dayOf } from '../../../platform/clock.ts';
import { type CouncilReader, nowOf } from '../../../platform/db/council.ts';
import type { House } from '../../../platform/http/house.ts';
import { done, shown } from '../../../platform/http/routes.ts';
import { HouseholdPage } from './household.pages.tsx';
import { mayBeApproved } from './household.ts';
import { HouseholdForm, HouseholdPath, HouseholdsQuery, NewHouseholdForm } from './households.forms.ts';
import { HouseholdsPage } from './households.pages.tsx';
import {
  findHousehold,
  holdHousehold,
  householdsPage,
  makeHousehold,
  saveHousehold,
} from './households.store.ts';

/** P5: the homes that share. A page about a home names nobody who lives there through us. */
export function householdRoutes(house: House): void {
  listing(house);
  oneHousehold(house);
}

function listing(house: House): void {
  house.get('/households', {
    name: 'Homes that share',
    may: alongsiders,
    query: HouseholdsQuery,
    act: ({ db, query }) => listPage(db, query.page),
    page: HouseholdsPage,
  });

  house.post('/households', {
    name: 'Write down a home that shares',
    may: alongsiders,
    body: NewHouseholdForm,
    act: async ({ db, body }) => {
      const refusal = mayBeApproved(body, 0);
      if (refusal) return refusal;
      const householdId = await makeHousehold(db, { ...body, isActive: true });
      return done(`/households/${householdId}`, [], 'Written down.', { householdId });
    },
    again: ({ db }) => listPage(db, 1),
    page: HouseholdsPage,
  });
}

function oneHousehold(house: House): void {
  house.get('/households/:id', {
    name: 'A home that shares',
    may: alongsiders,
    params: HouseholdPath,
    act: ({ db, params }) => onePage(db, params.id),
    page: HouseholdPage,
  });

  house.post('/households/:id', {
    name: 'Write down what is known of a home',
    may: alongsiders,
    params: HouseholdPath,
    body: HouseholdForm,
    act: async ({ db, params, body }) => {
      const household = await holdHousehold(db, params.id);
      const refusal = mayBeApproved(body, household.livingThere);
      if (refusal) return refusal;
      const { hasStopped, ...words } = body;
      await saveHousehold(db, household, { ...words, isActive: !hasStopped });
      return done(`/households/${household.id}`, [], 'Written down.');
    },
    again: ({ db, params }) => onePage(db, params.id),
    page: HouseholdPage,
  });
}

async function listPage(db: CouncilReader, page: number) {
  return shown({ ...(await householdsPage(db, page)), page, today: dayOf(nowOf(db)) });
}

async function onePage(db: CouncilReader, id: string) {
  return shown({ household: await findHousehold(db, id), today: dayOf(nowOf(db)) });
}
