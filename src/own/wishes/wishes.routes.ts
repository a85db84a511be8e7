import { z } from 'zod';
import { ownPageOf } from '../../access/own-page/own-pages.store.ts';
import type { CouncilReader } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import type { Own } from '../frame/own.ts';
import { ownGet, ownPost } from '../frame/two-doors.routes.ts';
import { codesRoutes } from './codes.routes.ts';
import { shutPage, wayInOf } from './shutting.store.ts';
import { WishesForm, wishesIn } from './wishes.forms.ts';
import { ShutPage, WishesPage, type WishesValue } from './wishes.pages.tsx';
import { keepWishes, wishesOf } from './wishes.store.ts';

/** How somebody wants to be reached, and shutting their page while their support goes on. */
export function wishesRoutes(house: House): void {
  ownGet(house, '/wishes', {
    name: 'How somebody wants to be reached',
    act: ({ db, own }) => readWishes(db, own),
    page: WishesPage,
  });
  ownPost(house, '/wishes', {
    name: 'Keep how somebody wants to be reached',
    body: WishesForm,
    act: async ({ db, own, body, told }) => {
      const wishes = wishesIn(body, own.words);
      if (Array.isArray(wishes)) return wishes;
      const isNew = await keepWishes(db, own, wishes, { version: body.version, told });
      return { to: '/wishes', said: isNew ? own.words.wishes.kept : own.words.wishes.same };
    },
    again: ({ db, own }) => readWishes(db, own),
    page: WishesPage,
  });
  codesRoutes(house);
  shuttingRoutes(house);
}

function shuttingRoutes(house: House): void {
  ownGet(house, '/shut', {
    name: 'Shutting one’s own page, with support going on',
    act: async ({ db, own }) => ({ isOpen: await isOpen(db, own) }),
    page: ShutPage,
  });
  ownPost(house, '/shut', {
    name: 'Shut one’s own page, with support going on',
    body: z.object({}),
    act: async ({ db, own, told }) => {
      const { isShut, notOpen } = own.words.wishes;
      const said = (await shutPage(db, own, told)) ? isShut : notOpen;
      if (own.togetherWith) return { to: '/wishes', said };
      return { to: '', away: await wayInOf(db), said };
    },
    again: async ({ db, own }) => ({ isOpen: await isOpen(db, own) }),
    page: ShutPage,
  });
}

async function isOpen(db: CouncilReader, { personId }: Own): Promise<boolean> {
  return (await ownPageOf(db, personId)) !== null;
}

async function readWishes(db: CouncilReader, own: Own): Promise<WishesValue> {
  return { wishes: await wishesOf(db, own.personId), isOpen: await isOpen(db, own) };
}
