import { directoryReaders } from '../../../access/roles.ts';
import { dayOf } from '../../../platform/clock.ts';
import { type CouncilDb, nowOf } from '../../../platform/db/council.ts';
import type { House } from '../../../platform/http/house.ts';
import { done, type Shown, shown } from '../../../platform/http/routes.ts';
import type { Visit } from '../../../platform/http/visits.ts';
import { readListing } from '../../listings.store.ts';
import { NewVisitQuery, VisitForm, VisitsQuery } from './visits.forms.ts';
import { NewVisitPage, type NewVisitValue, VisitsPage } from './visits.pages.tsx';
import { readVisits, saveVisit } from './visits.store.ts';

const most = 20;

/** Visits and walks: where we have been, and what was learned of it. */
export function visitRoutes(house: House): void {
  house.get('/community/visits', {
    name: 'Where we have been',
    may: directoryReaders,
    query: VisitsQuery,
    act: async ({ db, query }) => {
      const { visits, count } = await readVisits(db, { offset: (query.page - 1) * most, most });
      return shown({ visits, page: query.page, pages: Math.ceil(count / most) });
    },
    page: VisitsPage,
  });
  house.get('/community/visits/new', {
    name: 'Write about a visit',
    may: directoryReaders,
    query: NewVisitQuery,
    act: ({ db, visit, query }) => newVisit(db, visit, query.listing),
    page: NewVisitPage,
  });
  house.post('/community/visits', {
    name: 'Write about a visit',
    may: directoryReaders,
    body: VisitForm,
    act: async ({ db, body }) => {
      if (body.visitedOn > dayOf(nowOf(db)))
        return [
          { field: 'visitedOn', message: 'That day is still to come. Write about a visit when it has been.' },
        ];
      const visitId = await saveVisit(db, body);
      const back = body.listing ? `/community/${body.listing}` : '/community/visits';
      const said = body.listing
        ? 'Written down, and what you learned is on the group’s page.'
        : 'Written down.';
      return done(back, [], said, { visitId });
    },
    again: ({ db, visit, typed }) =>
      newVisit(db, visit, NewVisitQuery.parse({ listing: typed.listing }).listing),
    page: NewVisitPage,
  });
}

async function newVisit(
  db: CouncilDb,
  { councilSlug }: Visit,
  listingId: string | undefined,
): Promise<Shown<NewVisitValue>> {
  const listing = listingId ? await readListing(db, listingId) : null;
  return shown({
    today: dayOf(nowOf(db)),
    council: councilSlug,
    listing: listing ? { listingId: listing.listingId, name: listing.name, room: listing.room } : null,
  });
}
