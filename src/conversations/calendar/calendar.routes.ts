import { alongsiders } from '../../access/roles.ts';
import { addDays, type Day, dayOf } from '../../platform/clock.ts';
import { type CouncilReader, nowOf } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { shown } from '../../platform/http/routes.ts';
import { CalendarQuery } from './calendar.forms.ts';
import { CalendarPage, type CalendarShown } from './calendar.pages.tsx';
import { dueBetween, whoseOf } from './calendar.store.ts';
import { byWeek, mondayOf } from './calendar.ts';
import { type FeedSettings, feedRoutes } from './feeds/feeds.routes.ts';

/** How many weeks are shown at once, and at most how many lines of them; the furthest day somebody may ask for. */
const weeksShown = 4;
const most = { past: 50, ahead: 200 };
const furthestDays = 3_650;

/** What is due and when, mine or with `?team` the team's, and the same in one's own calendar. */
export function calendarRoutes(house: House, settings: FeedSettings): void {
  house.get('/calendar', {
    name: 'What is due, week by week',
    may: alongsiders,
    query: CalendarQuery,
    act: async ({ db, query }) => {
      const calendar = await readCalendar(db, query.team !== undefined, query.from ?? null);
      const items = [calendar.past, ...calendar.weeks.map(({ items }) => items)].flat();
      return shown(
        calendar,
        items.map(({ personId }) => personId),
      );
    },
    page: CalendarPage,
  });
  feedRoutes(house, settings);
}

async function readCalendar(db: CouncilReader, isTeam: boolean, asked: Day | null): Promise<CalendarShown> {
  const today = dayOf(nowOf(db));
  const isAhead = asked !== null && asked > today && asked <= addDays(today, furthestDays);
  const from = isAhead ? asked : today;
  const until = addDays(mondayOf(from), weeksShown * 7 - 1);
  const items = await dueBetween(db, whoseOf(db, isTeam), from, until);
  const past = items.filter(({ by }) => by < today);
  const ahead = items.filter(({ by }) => by >= today);
  return {
    ...{ isTeam, today, from, until },
    past: past.slice(0, most.past),
    pastInAll: past.length,
    weeks: byWeek(ahead.slice(0, most.ahead), today),
    more: Math.max(0, ahead.length - most.ahead),
  };
}
