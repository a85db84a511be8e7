import { dayOf } from '../../platform/clock.ts';
import { nowOf } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { ownGet } from '../frame/two-doors.routes.ts';
import { OwnIdeasPage } from './ideas.pages.tsx';
import { readOwnIdeas } from './ideas.store.ts';

/** People and places near them. */
export function ideasRoutes(house: House): void {
  ownGet(house, '/ideas', {
    name: 'Their own page: ideas near me',
    act: async ({ db, own }) => ({ ...(await readOwnIdeas(db, own.personId)), today: dayOf(nowOf(db)) }),
    page: OwnIdeasPage,
  });
}
