import { evidenceReaders } from '../../../access/roles.ts';
import type { CouncilDb } from '../../../platform/db/council.ts';
import type { House } from '../../../platform/http/house.ts';
import { shown } from '../../../platform/http/routes.ts';
import type { Visit } from '../../../platform/http/visits.ts';
import { countedOrKept } from '../../kept/counted-or-kept.ts';
import { siteLookedAt, WhichSite } from '../../looking/which-site.ts';
import { tableCsv } from '../../site/figures-csv.ts';
import { tooFewOf } from '../../statistics/too-few.ts';
import { TeamsPage, type TeamsValue } from './teams.pages.tsx';
import { countTeams } from './teams.store.ts';
import { teamsBeside } from './teams.ts';

/** Every team of the council around the share of all of them. */
export function teamsRoutes(house: House): void {
  house.get('/evidence/among/teams', {
    name: 'Teams beside one another, and what chance does',
    may: evidenceReaders,
    query: WhichSite,
    act: async ({ db, visit, query }) => shown(await readTeams(db, visit, query)),
    page: TeamsPage,
  });
  house.get('/evidence/among/teams.csv', {
    name: 'Teams beside one another, as a file',
    may: evidenceReaders,
    query: WhichSite,
    act: async ({ db, visit, query }) => shown(await readTeams(db, visit, query)),
    file: ({ looked, teams }) => ({
      name: `teams-${looked.asOf}.csv`,
      type: 'text/csv; charset=utf-8',
      text: tableCsv(teamsTable(teams)),
    }),
    page: TeamsPage,
  });
}

async function readTeams(db: CouncilDb, visit: Visit, query: WhichSite): Promise<TeamsValue> {
  const looked = await siteLookedAt(db, query);
  const { site, asOf } = looked;
  const question = { site, asOf };
  const { result, ...counted } = await countedOrKept(db, { what: 'teams', question }, () =>
    countTeams(db, question),
  );
  return { looked, teams: teamsBeside(result, tooFewOf(visit.settings)), counted };
}

function teamsTable(teams: TeamsValue['teams']) {
  const head = [
    'measure',
    'within_days',
    'team',
    'numerator',
    'denominator',
    'low_95',
    'high_95',
    'low_998',
    'high_998',
    'place',
  ];
  const rows = teams.flatMap(({ measure, windowDays, points }) =>
    points.map(({ name, numerator, denominator, limits, place }) => [
      ...[measure, windowDays, name, numerator, denominator],
      ...(['low95', 'high95', 'low998', 'high998'] as const).map((of) => rounded(limits?.[of])),
      place,
    ]),
  );
  return { head, rows };
}

const rounded = (share: number | undefined): number | null =>
  share === undefined ? null : Number(share.toFixed(4));
