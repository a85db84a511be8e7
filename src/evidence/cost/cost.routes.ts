import { evidenceReaders } from '../../access/roles.ts';
import { dayOf } from '../../platform/clock.ts';
import { type CouncilDb, nowOf } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { done, shown } from '../../platform/http/routes.ts';
import type { Visit } from '../../platform/http/visits.ts';
import { siteLookedAt, WhichSite } from '../looking/which-site.ts';
import { calendarRoutes } from './calendar/calendar.routes.ts';
import { HourCostForm } from './cost.forms.ts';
import { CostPage, type CostValue } from './cost.pages.tsx';
import { readCost } from './cost.store.ts';
import { costCsv } from './cost-csv.ts';
import { HourCostPage } from './hour-cost.pages.tsx';
import { hourCosts, sayHourCost } from './hours/hour-cost.store.ts';

/** Those who say what an hour costs and read in calendars. */
const hourKeepers = ['site-lead', 'administrator'] as const;

export function costRoutes(house: House): void {
  house.get('/evidence/cost', {
    name: 'Cost and hours of a site',
    may: evidenceReaders,
    query: WhichSite,
    act: async ({ db, visit, query }) => shown(await costValue(db, visit, query)),
    page: CostPage,
  });

  house.get('/evidence/cost/figures.csv', {
    name: 'Cost and hours of a site, as a file',
    may: evidenceReaders,
    query: WhichSite,
    act: async ({ db, visit, query }) => shown(await costValue(db, visit, query)),
    file: (value) => ({
      name: `cost-${value.looked.asOf}.csv`,
      type: 'text/csv; charset=utf-8',
      text: costCsv(value),
    }),
    page: CostPage,
  });

  hourCostRoutes(house);
  calendarRoutes(house, hourKeepers);
}

function hourCostRoutes(house: House): void {
  const page = async (db: CouncilDb) => shown({ costs: await hourCosts(db, dayOf(nowOf(db))) });
  house.get('/evidence/cost/hour', {
    name: 'What an hour costs',
    may: hourKeepers,
    act: ({ db }) => page(db),
    page: HourCostPage,
  });
  house.post('/evidence/cost/hour', {
    name: 'Say what an hour costs',
    may: hourKeepers,
    body: HourCostForm,
    act: async ({ db, body: { anHour, source, sourceOn } }) => {
      if (sourceOn > dayOf(nowOf(db))) return [{ field: 'sourceOn', message: 'Write a day that has come' }];
      await sayHourCost(db, { penceAnHour: anHour, source, sourceOn });
      return done('/evidence/cost/hour', [], 'Saved. What was said before is kept below.');
    },
    again: ({ db }) => page(db),
    page: HourCostPage,
  });
}

async function costValue(db: CouncilDb, visit: Visit, query: WhichSite): Promise<CostValue> {
  const looked = await siteLookedAt(db, query);
  const mayKeep = hourKeepers.some((role) => role === visit.actor.role);
  return { looked, mayKeep, ...(await readCost(db, looked, visit.settings)) };
}
