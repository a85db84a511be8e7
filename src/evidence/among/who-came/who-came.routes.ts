import { evidenceReaders } from '../../../access/roles.ts';
import type { CouncilDb } from '../../../platform/db/council.ts';
import type { House } from '../../../platform/http/house.ts';
import { shown } from '../../../platform/http/routes.ts';
import type { Visit } from '../../../platform/http/visits.ts';
import { countedOrKept } from '../../kept/counted-or-kept.ts';
import { siteLookedAt, WhichSite } from '../../looking/which-site.ts';
import { elsewhereName, isSetBeside } from '../../site/compared.ts';
import { tableCsv } from '../../site/figures-csv.ts';
import { tooFewOf } from '../../statistics/too-few.ts';
import { WhoCamePage, type WhoCameValue } from './who-came.pages.tsx';
import { countWhoCame } from './who-came.store.ts';
import { whoCameOf } from './who-came.ts';
import { whoCameTable } from './who-came-csv.ts';

/** Who the site met beside whom the others met (E9), and the difference like with like. */
export function whoCameRoutes(house: House): void {
  house.get('/evidence/among/who-came', {
    name: 'Who came to a site, and who elsewhere',
    may: evidenceReaders,
    query: WhichSite,
    act: async ({ db, visit, query }) => shown(await readWhoCame(db, visit, query)),
    page: WhoCamePage,
  });
  house.get('/evidence/among/who-came.csv', {
    name: 'Who came to a site, and who elsewhere, as a file',
    may: evidenceReaders,
    query: WhichSite,
    act: async ({ db, visit, query }) => shown(await readWhoCame(db, visit, query)),
    file: ({ looked: { site, asOf }, whoCame }) => ({
      name: `who-came-${asOf}.csv`,
      type: 'text/csv; charset=utf-8',
      text: tableCsv(whoCameTable(whoCame, site.name, elsewhereName(site))),
    }),
    page: WhoCamePage,
  });
}

/** With nobody to set it beside, nothing is counted of anybody else. */
async function readWhoCame(db: CouncilDb, visit: Visit, query: WhichSite): Promise<WhoCameValue> {
  const looked = await siteLookedAt(db, query);
  const { site, asOf } = looked;
  const tooFewBelow = tooFewOf(visit.settings);
  const question = { site, asOf };
  const { result, ...counted } = await countedOrKept(db, { what: 'who came', question }, () =>
    countWhoCame(db, question),
  );
  const whoCame = isSetBeside(site) ? whoCameOf(result, tooFewBelow) : { mixes: [], windows: [] };
  return { looked, whoCame, tooFewBelow, counted };
}
