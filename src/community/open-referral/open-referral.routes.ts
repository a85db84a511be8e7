import { z } from 'zod';
import { type Day, dayOf } from '../../platform/clock.ts';
import { nowOf } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { Misread, Unknown } from '../../platform/http/problems.ts';
import { anybody, shown } from '../../platform/http/routes.ts';
import { openToEverySiteAt } from './open-headers.ts';
import { readOpenListing, readOpenListings, readOpenPlace, readOpenPlaces } from './open-listings.store.ts';
import { OneAsked, PagesAsked, PlacesAsked, ServicesAsked } from './open-referral.forms.ts';
import { publishing } from './publishing.ts';
import { type Entity, entity } from './records/entity.ts';
import { frontPage } from './records/front-page.ts';
import type { OpenListing, OpenRow } from './records/open-listing.ts';
import { pageOf } from './records/page-of.ts';
import { serviceAtLocation, serviceListed } from './records/service-record.ts';
import { taxonomyRecord, termRecord } from './records/term-record.ts';
import { readOpenTaxonomies, readOpenTaxonomy, readOpenTerm, readOpenTerms } from './terms.store.ts';
import { unpublishedRoutes } from './unpublished.routes.ts';

const data = {
  may: [anybody],
  isData: true,
  headers: { 'cache-control': 'public, max-age=300' },
  page: (): never => {
    throw new Error('data has no page');
  },
};

/** Open Referral UK 3.0, every endpoint of it: at the council of this host, and at each by its short name. */
export function openReferralRoutes(house: House): void {
  openToEverySiteAt(house.server);
  for (const at of ['', '/at/:council']) {
    frontPageRoutes(house, `${at}/open-referral`);
    serviceRoutes(house, `${at}/open-referral/services`);
    placeRoutes(house, `${at}/open-referral/service_at_locations`);
    taxonomyRoutes(house, `${at}/open-referral/taxonomies`);
    termRoutes(house, `${at}/open-referral/taxonomy_terms`);
  }
  unpublishedRoutes(house);
}

function frontPageRoutes(house: House, url: string): void {
  for (const one of [url, `${url}/`])
    house.get(one, {
      ...data,
      params: councilOf(url),
      name: 'Open Referral UK: what this directory is',
      act: async ({ visit }) => shown(frontPage(visit.councilName, visit.settings)),
    });
}

function serviceRoutes(house: House, url: string): void {
  house.get(url, {
    ...data,
    params: councilOf(url),
    name: 'Open Referral UK: services',
    query: ServicesAsked,
    act: async ({ db, query }) => {
      const { total, listings } = await readOpenListings(db, query);
      return shown(pageOf(goingOut(listings, dayOf(nowOf(db))).map(serviceListed), total, query));
    },
  });
  house.get(`${url}/:id`, {
    ...data,
    name: 'Open Referral UK: one service',
    params: idOf(url),
    act: async ({ db, params }) => {
      const row = await readOpenListing(db, params.id);
      const made = row && publishing(row, dayOf(nowOf(db)));
      if (!made?.isPublished) throw new Unknown('No service here has that id.');
      return shown(made.record);
    },
    changedAt,
  });
}

function placeRoutes(house: House, url: string): void {
  house.get(url, {
    ...data,
    params: councilOf(url),
    name: 'Open Referral UK: services at locations',
    query: PlacesAsked,
    act: async ({ db, query }) => {
      const { total, isPlaceKnown, places } = await readOpenPlaces(db, query);
      if (!isPlaceKnown)
        throw new Misread([{ field: 'postcode', message: 'We do not know where this postcode is' }]);
      const today = dayOf(nowOf(db));
      const contents = places.flatMap(({ listing, position }) =>
        goingOut([listing], today)
          .filter((open) => position < open.places.length)
          .map((open) => serviceAtLocation(open, position, false)),
      );
      return shown(pageOf(contents, total, query));
    },
  });
  house.get(`${url}/:id`, {
    ...data,
    name: 'Open Referral UK: one service at a location',
    params: idOf(url),
    act: async ({ db, params }) => {
      const row = await readOpenPlace(db, params.id);
      const [listing] = row ? goingOut([row.listing], dayOf(nowOf(db))) : [];
      if (!row || !listing?.places[row.position])
        throw new Unknown('No service at a location here has that id.');
      return shown(serviceAtLocation(listing, row.position, true));
    },
    changedAt: ({ service }) => (typeof service === 'object' ? changedAt(service as Entity) : null),
  });
}

function taxonomyRoutes(house: House, url: string): void {
  house.get(url, {
    ...data,
    params: councilOf(url),
    name: 'Open Referral UK: taxonomies',
    query: PagesAsked,
    act: async ({ db, query }) => {
      const { total, taxonomies } = await readOpenTaxonomies(db, query);
      return shown(pageOf(taxonomies.map(taxonomyRecord), total, query));
    },
  });
  house.get(`${url}/:id`, {
    ...data,
    name: 'Open Referral UK: one taxonomy',
    params: idOf(url),
    act: async ({ db, params }) => {
      const taxonomy = await readOpenTaxonomy(db, params.id);
      if (!taxonomy) throw new Unknown('No taxonomy here has that id.');
      const terms = entity({ taxonomy_terms: taxonomy.terms.map(termRecord) });
      return shown({ ...taxonomyRecord(taxonomy), ...terms });
    },
  });
}

function termRoutes(house: House, url: string): void {
  house.get(url, {
    ...data,
    params: councilOf(url),
    name: 'Open Referral UK: taxonomy terms',
    query: PagesAsked,
    act: async ({ db, query }) => {
      const { total, terms } = await readOpenTerms(db, query);
      return shown(pageOf(terms.map(termRecord), total, query));
    },
  });
  house.get(`${url}/:id`, {
    ...data,
    name: 'Open Referral UK: one taxonomy term',
    params: idOf(url),
    act: async ({ db, params }) => {
      const term = await readOpenTerm(db, params.id);
      if (!term) throw new Unknown('No taxonomy term here has that id.');
      return shown(termRecord(term));
    },
  });
}

/** Of an address below a council's short name the short name is a part too. */
/** Which council's, where the address says so. */
const councilOf = (url: string) => z.object(url.startsWith('/at/') ? { council: z.string() } : {});

const idOf = (url: string) => (url.startsWith('/at/') ? OneAsked.extend({ council: z.string() }) : OneAsked);

/** Rows as they go out; what our own check stops is left out of the page. */
function goingOut(rows: readonly OpenRow[], today: Day): OpenListing[] {
  return rows.flatMap((row) => {
    const made = publishing(row, today);
    return made.isPublished ? [made.listing] : [];
  });
}

const changedAt = ({ last_modified }: Entity): Date | null =>
  typeof last_modified === 'string' ? new Date(last_modified) : null;
