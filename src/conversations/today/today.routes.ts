import { z } from 'zod';
import { alongsiders } from '../../access/roles.ts';
import { introductionsToAskAbout } from '../../community/introductions/to-ask-about.store.ts';
import type { House } from '../../platform/http/house.ts';
import { shown } from '../../platform/http/routes.ts';
import { namedPersonAsksOfMe } from '../crisis/named-person/named-person.store.ts';
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
      const introductions = await introductionsToAskAbout(db);
      const namedAsks = await namedPersonAsksOfMe(db);
      const about = [...introductions, ...namedAsks].map(({ personId }) => personId);
      return shown({ ...page, introductions, namedAsks }, [...namedOn(page), ...about]);
    },
    page: TodayPage,
  });
}
