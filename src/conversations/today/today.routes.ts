import { z } from 'zod';
import { alongsiders } from '../../access/roles.ts';
import { toDecide } from '../../people/held-back/held-back.store.ts';
import { toTell } from '../../people/messages/told.store.ts';
import { dayOf } from '../../platform/clock.ts';
import { actorOf, type CouncilReader, nowOf } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { shown } from '../../platform/http/routes.ts';
import { dueToday } from '../calendar/calendar.store.ts';
import { namedPersonAsksOfMe } from '../crisis/named-person/named-person.store.ts';
import { fromThemselves } from './from-themselves.store.ts';
import { pressureAgain } from './pressure-again.store.ts';
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
      const others = { namedAsks, toldByUs, fromThem, ...(await toLookAt(db)) };
      const { toDecide, pressure } = others;
      const about = [...due, ...namedAsks, ...toldByUs, ...fromThem, ...toDecide, ...pressure].map(
        ({ personId }) => personId,
      );
      return shown({ ...page, due, dueInAll: all.length, ...others }, [...namedOn(page), ...about]);
    },
    page: TodayPage,
  });
}

/** W1, W2: what is held back that this site lead may decide, and sharing that is due to be talked about again. */
async function toLookAt(db: CouncilReader) {
  const { role, accountId } = actorOf(db);
  const held = role === 'site-lead' ? await toDecide(db, dayOf(nowOf(db)), mostToTell) : [];
  return {
    toDecide: held.filter(({ askedById }) => askedById !== accountId),
    pressure: await pressureAgain(db),
  };
}
