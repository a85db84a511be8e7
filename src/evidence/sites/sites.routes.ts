import { evidenceReaders } from '../../access/roles.ts';
import { dayOf } from '../../platform/clock.ts';
import { type CouncilDb, nowOf } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { Unknown } from '../../platform/http/problems.ts';
import { done, type Shown, shown } from '../../platform/http/routes.ts';
import { setUpSite } from './beginning.store.ts';
import { comparisonStanding } from './comparison-standing.ts';
import { agreementRoutes } from './keeping/agreement.routes.ts';
import { beginningRoutes, problemsOfName } from './keeping/beginning.routes.ts';
import { followingRoutes } from './keeping/following.routes.ts';
import { keepers } from './keeping/keep.routes.ts';
import { sayingRoutes } from './keeping/saying.routes.ts';
import { SitePage, type SiteValue } from './pages/site.pages.tsx';
import { NewSitePage, type NewSiteValue, SitesPage } from './pages/sites.pages.tsx';
import { NewSiteForm, SitePath } from './sites.forms.ts';
import { choicesOf, listSites, readSite } from './sites.store.ts';
import { missingToStart } from './starting.ts';
import { stepsOf } from './steps.ts';

/** Sites: what was said, when, by whom, and where each of the six steps stands. */
export function siteRoutes(house: House): void {
  house.get('/evidence/sites', {
    name: 'Sites where the new way is tried',
    may: evidenceReaders,
    act: async ({ db, visit }) => shown({ sites: await listSites(db), mayKeep: isKeeper(visit.actor.role) }),
    page: SitesPage,
  });
  house.get('/evidence/sites/new', {
    name: 'Set up a site',
    may: keepers,
    act: ({ db }) => newSite(db),
    page: NewSitePage,
  });
  house.post('/evidence/sites', {
    name: 'Set up a site',
    may: keepers,
    body: NewSiteForm,
    act: async ({ db, body }) => {
      const problems = await problemsOfName(db, body);
      if (problems.length) return problems;
      const id = await setUpSite(db, { name: body.name, teamId: body.team });
      return done(`/evidence/sites/${id}`, [], 'The site is set up. What it has not said yet is listed.', {
        id,
      });
    },
    again: ({ db }) => newSite(db),
    page: NewSitePage,
  });
  house.get('/evidence/sites/:id', {
    name: 'One site, and what it has said',
    may: evidenceReaders,
    params: SitePath,
    act: async ({ db, visit, params }) => shown(await valueOf(db, params.id, isKeeper(visit.actor.role))),
    page: SitePage,
  });
  sayingRoutes(house);
  agreementRoutes(house);
  beginningRoutes(house);
  followingRoutes(house);
}

const isKeeper = (role: string): boolean => keepers.some((keeper) => keeper === role);

async function newSite(db: CouncilDb): Promise<Shown<NewSiteValue>> {
  return shown({ teams: (await choicesOf(db)).teams });
}

async function valueOf(db: CouncilDb, id: string, mayKeep: boolean): Promise<SiteValue> {
  const site = await readSite(db, id);
  if (!site) throw new Unknown();
  const today = dayOf(nowOf(db));
  return {
    site,
    today,
    mayKeep,
    steps: stepsOf(site, today),
    comparison: comparisonStanding(site),
    missing: site.startedOn ? [] : missingToStart(site),
  };
}
