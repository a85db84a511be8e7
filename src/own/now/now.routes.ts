import type { House } from '../../platform/http/house.ts';
import { ownGet } from '../frame/own-routes.ts';
import { NowPage } from './now.pages.tsx';
import { readNow } from './now.store.ts';

/** The first of somebody's own pages. */
export function nowRoutes(house: House): void {
  ownGet(house, '', {
    name: 'Their own page: now',
    act: async ({ db, own }) => readNow(db, own.personId),
    page: NowPage,
  });
}
