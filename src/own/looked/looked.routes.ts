import { z } from 'zod';
import { dayOf } from '../../platform/clock.ts';
import { nowOf } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { ownGet } from '../frame/two-doors.routes.ts';
import { OwnLookedPage } from './looked.pages.tsx';
import { readLooked } from './looked.store.ts';

/** Who looked (W3), for whoever was looked at. */
export function lookedRoutes(house: House): void {
  ownGet(house, '/looked', {
    name: 'Their own page: who looked',
    query: z.object({ before: z.iso.date().optional() }),
    act: async ({ db, own, query }) => ({
      ...(await readLooked(db, own.personId, query.before ?? null)),
      isFirst: query.before === undefined,
      today: dayOf(nowOf(db)),
    }),
    page: OwnLookedPage,
  });
}
