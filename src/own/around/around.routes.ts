import { z } from 'zod';
import { addNear, changeNear, findNear, noLongerNear, peopleNear } from '../../people/around/near.store.ts';
import { howOften } from '../../people/around/near.ts';
import type { House } from '../../platform/http/house.ts';
import { tick, words, wordsOrNothing } from '../../platform/http/reading.ts';
import { ownGet, ownPost } from '../frame/two-doors.routes.ts';
import type { Words } from '../words/english.ts';
import { AddAroundPage, AroundPage, GonePage, NearPage } from './around.pages.tsx';

const near = {
  howOften: z.enum(howOften).nullable().catch(null),
  isRungFirst: tick(),
  mustNotKnow: wordsOrNothing(300),
};
const AroundPath = z.object({ aroundId: z.uuid() });
const NearForm = z.object(near);
const AddForm = ({ around }: Words) =>
  z.object({
    name: words(around.missingName, 120),
    relation: words(around.missingRelation, 120),
    phone: wordsOrNothing(40),
    gives: wordsOrNothing(1_000),
    ...near,
  });

/** My people: a list, the same as a picture, and what the person says of each. */
export function aroundOwnRoutes(house: House): void {
  ownGet(house, '/around', {
    name: 'My people',
    act: async ({ db, own }) => ({ people: await peopleNear(db, own.personId) }),
    page: AroundPage,
  });
  ownGet(house, '/around/add', {
    name: 'Add someone to my people',
    act: async () => ({}),
    page: AddAroundPage,
  });
  ownPost(house, '/around/add', {
    name: 'Add someone to my people',
    body: AddForm,
    act: async ({ db, own, body }) => {
      const id = await addNear(db, own.personId, body);
      return { to: '/around', said: own.words.around.added, made: { id } };
    },
    again: async () => ({}),
    page: AddAroundPage,
  });
  nearRoutes(house);
}

function nearRoutes(house: House): void {
  ownGet(house, '/around/:aroundId', {
    name: 'How near somebody is',
    params: AroundPath,
    act: async ({ db, own, params }) => ({ one: await findNear(db, own.personId, params.aroundId) }),
    page: NearPage,
  });
  ownPost(house, '/around/:aroundId', {
    name: 'Say how near somebody is',
    params: AroundPath,
    body: NearForm,
    act: async ({ db, own, params, body }) => {
      await changeNear(db, own.personId, params.aroundId, body);
      return { to: '/around', said: own.words.around.changed };
    },
    again: async ({ db, own, params }) => ({ one: await findNear(db, own.personId, params.aroundId) }),
    page: NearPage,
  });
  ownGet(house, '/around/:aroundId/gone', {
    name: 'Somebody no longer around',
    params: AroundPath,
    act: async ({ db, own, params }) => ({ one: await findNear(db, own.personId, params.aroundId) }),
    page: GonePage,
  });
  ownPost(house, '/around/:aroundId/gone', {
    name: 'Say that somebody is no longer around',
    params: AroundPath,
    body: z.object({ words: wordsOrNothing(1_000) }),
    act: async ({ db, own, params, body }) => {
      await noLongerNear(db, own.personId, params.aroundId, body.words);
      return { to: '/around', said: own.words.around.wasGone };
    },
    again: async ({ db, own, params }) => ({ one: await findNear(db, own.personId, params.aroundId) }),
    page: GonePage,
  });
}
