import { z } from 'zod';
import { alongsiders } from '../../access/roles.ts';
import { toTell } from '../../people/messages/told.store.ts';
import type { House } from '../../platform/http/house.ts';
import { shown } from '../../platform/http/routes.ts';
import { dueToday } from '../calendar/calendar.store.ts';
import { namedPersonAsksOfMe } from '../crisis/named-person/named-person.store.ts';
import { fromThemselves } from './from-themselves.store.ts';
import { TodayPage } from './today.pages.tsx';
import { namedOn, readToday } from './today.store.ts';

/** How much of what is due is shown at once; the calendar has the rest. */
const mostDue = 50;
const mostToTell = 50;

/** Who needs a human being today: mine, or with `?team` the whole team's. */
export function todayRoutes(house: House): void {
  house.get('/today', {
    name: 'Who needs a human being today',
    may: alongsiders,
    query: z.object({ team: z.string().optional() }),
    act: async ({ db, query }) => {
      const isTeam = query.team !== undefined;
      const page = await readToday(db, isTeam);
      const all = await dueToday(db, isTeam);
      const due = all.slice(0, mostDue);
      const namedAsks = await namedPersonAsksOfMe(db);
      const toldByUs = await toTell(db, mostToTell);
      const fromThem = await fromThemselves(db);
      const about = [...due, ...namedAsks, ...toldByUs, ...fromThem].map(({ personId }) => personId);
      const others = { namedAsks, toldByUs, fromThem };
      return shown({ ...page, due, dueInAll: all.length, ...others }, [...namedOn(page), ...about]);
    },
    page: TodayPage,
  });
}
