import { z } from 'zod';
import { alongsiders } from '../../access/roles.ts';
import type { House } from '../../platform/http/house.ts';
import { shown } from '../../platform/http/routes.ts';
import { TodayPage } from './today.pages.tsx';
import { namedOn, readToday } from './today.store.ts';

/** Who needs a human being today: mine, or with `?team` the whole team's. */
export function todayRoutes(house: House): void {
  house.get('/today', {
    name: 'Who needs a human being today',
    may: alongsiders,
    query: z.object({ team: z.string().optional() }),
    act: async ({ db, query }) => {
      const page = await readToday(db, query.team !== undefined);
      return shown(page, namedOn(page));
    },
    page: TodayPage,
  });
}
