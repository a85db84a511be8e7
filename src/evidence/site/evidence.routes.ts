import { alongsiders, evidenceReaders } from '../../access/roles.ts';
import type { CouncilDb } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { Unknown } from '../../platform/http/problems.ts';
import { done, shown } from '../../platform/http/routes.ts';
import type { Visit } from '../../platform/http/visits.ts';
import { clockTime } from '../../platform/ui/dates.ts';
import { curveTable } from '../charts/curve-chart.tsx';
import { flowTable } from '../charts/flow-chart.tsx';
import { overTimeTable } from '../charts/over-time-chart.tsx';
import { countedOrKept } from '../kept/counted-or-kept.ts';
import { type Looked, lookedAt, placeOf, siteLookedAt, WhichSite } from '../looking/which-site.ts';
import { measure } from '../measures.store.ts';
import { tooFewOf } from '../statistics/too-few.ts';
import { answeredThere, isSetBeside } from './compared.ts';
import { EvidencePage } from './evidence.pages.tsx';
import { evidenceOf } from './evidence.ts';
import type { EvidenceValue, NoSite } from './evidence-value.ts';
import { figuresCsv, tableCsv } from './figures-csv.ts';
import { finding } from './finding.ts';
import { NotYetSpokenWithPage } from './not-yet-spoken-with.pages.tsx';
import { saidBeforehand } from './over-time/said-beforehand.store.ts';
import { flowSteps } from './sections/reached.tsx';
import { curveLines } from './sections/supported.tsx';
import { WEEKLY_SUPPORT_UNIT } from './sections/weekly-support.tsx';
import { longNotYetSpokenWith, siteLog } from './site.store.ts';
import { voicesOf } from './voices/voices.store.ts';

export function evidenceRoutes(house: House): void {
  house.get('/evidence', {
    name: 'Is the new way helping',
    may: evidenceReaders,
    query: WhichSite,
    act: async ({ db, visit, query }) => shown(await readEvidence(db, visit, query)),
    page: EvidencePage,
  });

  house.get('/evidence/figures.csv', {
    name: 'The figures of a site as a file',
    may: evidenceReaders,
    query: WhichSite,
    act: async ({ db, visit, query }) => {
      const value = await readEvidence(db, visit, query);
      if (!value.site) throw new Unknown();
      return shown(value);
    },
    file: ({ site, evidence }) => ({
      name: `figures-${evidence.asOf}.csv`,
      type: 'text/csv; charset=utf-8',
      text: figuresCsv(site, evidence),
    }),
    page: EvidencePage,
  });

  chartFiles(house);
  countingAgain(house);

  house.get('/evidence/not-yet-spoken-with', {
    name: 'People a site has not spoken with for 28 days',
    may: alongsiders,
    query: WhichSite,
    act: async ({ db, query }) => {
      const looked = await siteLookedAt(db, query);
      const waiting = await longNotYetSpokenWith(db, looked.site, looked.asOf);
      return shown(
        { looked, waiting },
        waiting.map(({ personId }) => personId),
      );
    },
    page: NotYetSpokenWithPage,
  });
}

/** Where counting takes long the figures are kept a while; whoever needs them newer has them counted again, once for all who ask. */
function countingAgain(house: House): void {
  house.post('/evidence/counts', {
    name: 'Count the figures of a site again',
    may: evidenceReaders,
    body: WhichSite,
    act: async ({ db, body }) => {
      const looked = await siteLookedAt(db, body);
      const { at } = await measuresOf(db, looked, 'afresh');
      return done(placeOf('/evidence', looked), [], `Counted at ${clockTime(at)}.`);
    },
    again: async ({ db, visit }) => shown(await readEvidence(db, visit, {})),
    page: EvidencePage,
  });
}

const measuresOf = (db: CouncilDb, { site, asOf }: Looked, wanted: 'kept' | 'afresh' = 'kept') =>
  countedOrKept(
    db,
    { what: 'measures', question: { site, asOf } },
    () => measure(db, { site, asOf }),
    wanted,
  );

/** The table under each chart as a file. */
const files: Record<string, (value: EvidenceValue) => Parameters<typeof tableCsv>[0]> = {
  'how-soon': ({ site, evidence }) => curveTable(curveLines(site, evidence)),
  'how-far': ({ evidence }) => flowTable(flowSteps(evidence)),
  'week-by-week': ({ evidence }) => overTimeTable(evidence.weekly, 'in a hundred, each week'),
  'weekly-support': ({ evidence }) => overTimeTable(evidence.weeklySupport, WEEKLY_SUPPORT_UNIT),
};

function chartFiles(house: House): void {
  for (const [name, tableOf] of Object.entries(files))
    house.get(`/evidence/${name}.csv`, {
      name: 'What a chart draws, as a file',
      may: evidenceReaders,
      query: WhichSite,
      act: async ({ db, visit, query }) => {
        const value = await readEvidence(db, visit, query);
        if (!value.site) throw new Unknown();
        return shown(value);
      },
      file: (value) => ({
        name: `${name}-${value.evidence.asOf}.csv`,
        type: 'text/csv; charset=utf-8',
        text: tableCsv(tableOf(value)),
      }),
      page: EvidencePage,
    });
}

async function readEvidence(db: CouncilDb, visit: Visit, query: WhichSite): Promise<EvidenceValue | NoSite> {
  const looked = await lookedAt(db, query);
  if (!looked) return { site: null, mayBring: !mayOpenPeople(visit) };
  const { site, asOf } = looked;
  const { result, ...counted } = await measuresOf(db, looked);
  const evidence = evidenceOf(result, asOf, tooFewOf(visit.settings));
  return {
    looked,
    site,
    counted,
    evidence,
    log: await siteLog(db, site, asOf),
    finding: finding(
      site.name,
      evidence.site.people,
      evidence.elsewhere.people,
      evidence.tapOff.people,
      evidence.tooFewBelow,
      isSetBeside(site) ? answeredThere(site) : null,
    ),
    said: await saidBeforehand(db, site),
    voices: await voicesOf(db, site, asOf),
    maySeeNames: mayOpenPeople(visit),
    mayKeepWords: visit.actor.role === 'site-lead',
  };
}

const mayOpenPeople = ({ actor }: Visit): boolean => alongsiders.some((role) => role === actor.role);
