import { evidenceReaders } from '../../access/roles.ts';
import type { CouncilDb } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { shown } from '../../platform/http/routes.ts';
import type { Visit } from '../../platform/http/visits.ts';
import { countedOrKept } from '../kept/counted-or-kept.ts';
import { siteLookedAt } from '../looking/which-site.ts';
import { wholeFourWeeks } from '../looking/whole-four-weeks.ts';
import { elsewhereName, isSetBeside } from '../site/compared.ts';
import { tableCsv } from '../site/figures-csv.ts';
import { tooFewOf } from '../statistics/too-few.ts';
import { AmongPage, type AmongValue } from './among.pages.tsx';
import { countAmong } from './among.store.ts';
import { amongOf } from './among.ts';
import { amongTable } from './among-csv.ts';
import { AskAmong } from './asking.ts';
import { isOfThemselves } from './kinds.ts';
import { teamsRoutes } from './teams/teams.routes.ts';
import { whoCameRoutes } from './who-came/who-came.routes.ts';

type Query = ReturnType<typeof AskAmong.parse>;

/** For whom: every measure apart by age, ethnic group, language, impairment, district and team. */
export function amongRoutes(house: House): void {
  house.get('/evidence/among', {
    name: 'For whom the new way helps',
    may: evidenceReaders,
    query: AskAmong,
    act: async ({ db, visit, query }) => shown(await readAmong(db, visit, query)),
    page: AmongPage,
  });
  house.get('/evidence/among/figures.csv', {
    name: 'For whom the new way helps, as a file',
    may: evidenceReaders,
    query: AskAmong,
    act: async ({ db, visit, query }) => shown(await readAmong(db, visit, query)),
    file: ({ looked: { site }, among, countedTo: asOf }) => ({
      name: `for-whom-${among.measure}-by-${among.by}-${asOf}.csv`,
      type: 'text/csv; charset=utf-8',
      text: tableCsv(
        amongTable(among, {
          site: site.name,
          elsewhere: isSetBeside(site) ? elsewhereName(site) : null,
          asOf,
        }),
      ),
    }),
    page: AmongPage,
  });
  whoCameRoutes(house);
  teamsRoutes(house);
}

async function readAmong(db: CouncilDb, visit: Visit, query: Query): Promise<AmongValue> {
  const looked = await siteLookedAt(db, query);
  const { site } = looked;
  const { by, measure } = query;
  const asOf = isOfThemselves(by) ? wholeFourWeeks(site.startedOn, looked.asOf) : looked.asOf;
  const tooFewBelow = tooFewOf(visit.settings);
  const question = { site, asOf };
  const { result, ...counted } = await countedOrKept(db, { what: `among ${by}`, question }, () =>
    countAmong(db, question, by),
  );
  const among = amongOf({ counted: result, by, measure, asOf, tooFewBelow });
  return { looked, tooFewBelow, among, countedTo: asOf, counted };
}
