import { alongsiders } from '../access/roles.ts';
import { dayOf } from '../platform/clock.ts';
import { type CouncilReader, nowOf } from '../platform/db/council.ts';
import type { House } from '../platform/http/house.ts';
import { done, shown } from '../platform/http/routes.ts';
import { aboutMeRoutes } from './about-me/about-me.routes.ts';
import { AroundPage } from './around.pages.tsx';
import { BreakGlassPage } from './break-glass.pages.tsx';
import { ownRecordRoutes } from './carers/own-record.routes.ts';
import { deathRoutes } from './death/death.routes.ts';
import { detailsRoutes } from './details/details.routes.ts';
import { equalityRoutes } from './equality/equality.routes.ts';
import { PeoplePage } from './finding/finding.pages.tsx';
import { readLooking } from './finding/finding.ts';
import { heldBackRoutes } from './held-back/held-back.routes.ts';
import { messageRoutes } from './messages/told.routes.ts';
import { breakGlass, openPerson } from './opening.store.ts';
import { ownPageRoutes } from './own-page/own-page.routes.ts';
import {
  AroundForm,
  BreakGlassForm,
  GiftForm,
  NeedForm,
  PersonPath,
  Search,
  StoryPage,
} from './people.forms.ts';
import { addGift, addNeed, addPersonAround, findPeople, identityOf } from './people.store.ts';
import { type ComingNext, readAround, readPersonPage } from './person-page.store.ts';
import { PersonPage } from './person-page.tsx';
import { wholeStoryRoutes } from './timeline/whole-story.routes.ts';

/** What comes next for somebody is worked out further on, and is told here. */
export type ReadComingNext = (db: CouncilReader, personId: string) => Promise<ComingNext[]>;

export function peopleRoutes(house: House, readComingNext: ReadComingNext): void {
  house.get('/people', {
    name: 'Find a person',
    may: alongsiders,
    query: Search,
    act: async ({ db, query }) => {
      const found = query.q ? await findPeople(db, readLooking(query.q)) : [];
      return shown(
        { q: query.q ?? '', found, today: dayOf(nowOf(db)) },
        found.map(({ id }) => id),
      );
    },
    page: PeoplePage,
  });

  house.get('/people/:id', {
    name: 'A person, now',
    may: alongsiders,
    params: PersonPath,
    query: StoryPage,
    act: async ({ db, params, query }) => {
      const before =
        query.before && query.after_id ? { at: new Date(query.before), id: query.after_id } : null;
      const { value, reason } = await readPersonPage(db, params.id, before);
      const caredFor = value.alsoHas.carerOf.map(({ personId }) => personId);
      const next = await readComingNext(db, value.identity.personId);
      return shown({ ...value, next }, [value.identity.personId, ...caredFor], reason ?? undefined);
    },
    page: PersonPage,
  });

  breakGlassRoutes(house);
  aroundRoutes(house);
  aboutMeRoutes(house);
  detailsRoutes(house);
  equalityRoutes(house);
  ownRecordRoutes(house);
  wholeStoryRoutes(house);
  deathRoutes(house);
  ownPageRoutes(house);
  messageRoutes(house);
  heldBackRoutes(house);
}

function breakGlassRoutes(house: House): void {
  house.get('/people/:id/break-glass', {
    name: 'Open a record with a reason',
    may: alongsiders,
    params: PersonPath,
    act: async ({ params }) => shown({ personId: params.id }),
    page: BreakGlassPage,
  });

  house.post('/people/:id/break-glass', {
    name: 'Open a record with a reason',
    may: alongsiders,
    params: PersonPath,
    body: BreakGlassForm,
    act: async ({ db, params, body }) => {
      await identityOf(db, params.id);
      await breakGlass(db, params.id, body);
      return done(
        `/people/${params.id}`,
        [params.id],
        'This record is open to you for an hour. Somebody else will read your reason.',
      );
    },
    again: async ({ params }) => shown({ personId: params.id }),
    page: BreakGlassPage,
  });
}

/** What is known around a person: who, gifts and how to be understood. One page, three small forms. */
function aroundRoutes(house: House): void {
  const page = async (db: Parameters<typeof readAround>[0], id: string) => {
    const opened = await openPerson(db, id);
    return shown(await readAround(db, opened.personId), [opened.personId], opened.reason ?? undefined);
  };
  house.get('/people/:id/around', {
    name: 'The people, gifts and needs around a person',
    may: alongsiders,
    params: PersonPath,
    act: ({ db, params }) => page(db, params.id),
    page: AroundPage,
  });
  house.post('/people/:id/around', {
    name: 'Add somebody around a person',
    may: alongsiders,
    params: PersonPath,
    body: AroundForm,
    act: async ({ db, params, body }) => {
      const { personId } = await openPerson(db, params.id);
      await addPersonAround(db, personId, { ...body, carerPersonId: null });
      return done(`/people/${personId}/around`, [personId], 'Added.');
    },
    again: ({ db, params }) => page(db, params.id),
    page: AroundPage,
  });
  house.post('/people/:id/gifts', {
    name: 'Add a gift',
    may: alongsiders,
    params: PersonPath,
    body: GiftForm,
    act: async ({ db, params, body }) => {
      const { personId } = await openPerson(db, params.id);
      await addGift(db, personId, body.gift);
      return done(`/people/${personId}/around`, [personId], 'Added.');
    },
    again: ({ db, params }) => page(db, params.id),
    page: AroundPage,
  });
  house.post('/people/:id/needs', {
    name: 'Add how to communicate, or something good to know',
    may: alongsiders,
    params: PersonPath,
    body: NeedForm,
    act: async ({ db, params, body }) => {
      const { personId } = await openPerson(db, params.id);
      await addNeed(db, personId, { ...body, recordedOn: dayOf(nowOf(db)) });
      return done(`/people/${personId}/around`, [personId], 'Added.');
    },
    again: ({ db, params }) => page(db, params.id),
    page: AroundPage,
  });
}
