import { z } from 'zod';
import { alongsiders, evidenceReaders } from '../../access/roles.ts';
import type { CouncilDb } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { shown } from '../../platform/http/routes.ts';
import type { Visit } from '../../platform/http/visits.ts';
import type { Question } from '../counting/groups.store.ts';
import { countedOrKept } from '../kept/counted-or-kept.ts';
import { type Looked, siteLookedAt, WhichSite } from '../looking/which-site.ts';
import { siteLog } from '../site/site.store.ts';
import { tooFewOf } from '../statistics/too-few.ts';
import { wordsKept } from './counting/words.store.ts';
import { DriftPage } from './drift.pages.tsx';
import { countDrift } from './drift.store.ts';
import { type DriftValue, driftOf } from './drift.ts';
import { driftCsv } from './drift-csv.ts';
import { HowItWentPage } from './how-it-went.pages.tsx';
import { countHowItWent } from './how-it-went.store.ts';
import { howItWentCsv } from './how-it-went-csv.ts';
import { type HowItWentValue, howItWentOf } from './value.ts';

const Asked = WhichSite.extend({ page: z.coerce.number().int().min(1).max(1_000).catch(1) });
type Asked = z.infer<typeof Asked>;

/** E7 and practice-and-law 4.1, 4.15 and 4.17: what people were given and not given, how close we stayed, what came of it. */
export function howItWentRoutes(house: House): void {
  house.get('/evidence/how-it-went', {
    name: 'How it went at a site',
    may: evidenceReaders,
    query: Asked,
    act: async ({ db, visit, query }) => shown(await readHowItWent(db, visit, query)),
    page: HowItWentPage,
  });

  house.get('/evidence/how-it-went.csv', {
    name: 'How it went at a site, as a file',
    may: evidenceReaders,
    query: Asked,
    act: async ({ db, visit, query }) => shown(await readHowItWent(db, visit, query)),
    file: (value) => csv(`how-it-went-${value.asOf}.csv`, howItWentCsv(value.looked.site, value)),
    page: HowItWentPage,
  });

  house.get('/evidence/how-it-went/drift', {
    name: 'Whether a site slides back',
    may: evidenceReaders,
    query: WhichSite,
    act: async ({ db, visit, query }) => shown(await readDrift(db, visit, query)),
    page: DriftPage,
  });

  house.get('/evidence/how-it-went/drift.csv', {
    name: 'Whether a site slides back, as a file',
    may: evidenceReaders,
    query: WhichSite,
    act: async ({ db, visit, query }) => shown(await readDrift(db, visit, query)),
    file: (value) => csv(`drift-${value.asOf}.csv`, driftCsv(value.looked.site, value)),
    page: DriftPage,
  });
}

async function readHowItWent(db: CouncilDb, visit: Visit, query: Asked): Promise<HowItWentValue> {
  const looked = await siteLookedAt(db, query);
  const { asOf } = looked;
  const { role } = visit.actor;
  const question = questionOf(looked);
  const { result, ...counted } = await countedOrKept(db, { what: 'how it went', question }, () =>
    countHowItWent(db, question),
  );
  return {
    looked,
    counted,
    ...howItWentOf(result, asOf, tooFewOf(visit.settings)),
    words: await wordsKept(db, looked, query.page),
    isMadeUp: (await siteLog(db, looked.site)).isMadeUp,
    maySeeNotYet: alongsiders.some((one) => one === role),
    maySeeGaps: evidenceReaders.some((one) => one === role),
  };
}

async function readDrift(db: CouncilDb, visit: Visit, query: WhichSite): Promise<DriftValue> {
  const looked = await siteLookedAt(db, query);
  const { tap } = await siteLog(db, looked.site);
  const question = questionOf(looked);
  const { result, ...counted } = await countedOrKept(db, { what: 'sliding back', question }, () =>
    countDrift(db, question),
  );
  return {
    looked,
    counted,
    ...driftOf(result, looked.asOf, tooFewOf(visit.settings)),
    tap: tap.filter(({ isOn, onDay }) => !isOn && onDay <= looked.asOf).map(({ onDay }) => ({ onDay })),
  };
}

const questionOf = ({ site, asOf }: Looked): Question => ({ site, asOf });

const csv = (name: string, text: string) => ({ name, type: 'text/csv; charset=utf-8', text });
