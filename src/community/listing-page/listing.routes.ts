import { z } from 'zod';
import { directoryReaders } from '../../access/roles.ts';
import { dayOf } from '../../platform/clock.ts';
import { actorOf, type CouncilDb, nowOf } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { done, type Shown, shown } from '../../platform/http/routes.ts';
import type { Visit } from '../../platform/http/visits.ts';
import { comingDay } from '../asking/answer.routes.ts';
import { CheckedForm, KnownForm, ListingPath, NothingMore, RestForm, WrongForm } from '../community.forms.ts';
import { directoryEditors } from '../feeds/feeds.routes.ts';
import { cardOf } from '../finder/card.ts';
import { tellItIsWrong } from '../learnt.store.ts';
import { markChecked, readListing, saveAdditions, setState } from '../listings.store.ts';
import { personAsked } from '../person-asked.store.ts';
import { readProvenance } from '../said/provenance.store.ts';
import { saidLines } from '../said/said-view.tsx';
import { ListingPage, type ListingValue } from './listing.pages.tsx';
import { StandingAsked } from './standing.forms.ts';
import { saveStanding } from './standing.store.ts';

const ForPerson = z.object({ person: z.uuid().optional().catch(undefined) });

/** One listing, and what anybody can say of it. */
export function listingRoutes(house: House): void {
  const again = ({ db, visit, params }: AskedOfOne) => listingShown(db, visit, params.id);
  const form = { may: directoryReaders, params: ListingPath, again, page: ListingPage };

  house.get('/community/:id', {
    name: 'One group or service',
    may: directoryReaders,
    params: ListingPath,
    query: ForPerson,
    act: ({ db, visit, params, query }) => listingShown(db, visit, params.id, query.person),
    page: ListingPage,
  });
  house.post('/community/:id/checked', {
    ...form,
    name: 'A listing is still right',
    body: CheckedForm,
    act: async ({ db, params, body }) => {
      await markChecked(db, params.id, body.checkedBy);
      return done(`/community/${params.id}`, [], 'Thank you. It is marked as checked today.');
    },
  });
  house.post('/community/:id/wrong', {
    ...form,
    name: 'A listing is wrong',
    body: WrongForm,
    act: async ({ db, params, body }) => {
      await tellItIsWrong(db, params.id, body.wrong);
      return done(
        `/community/${params.id}`,
        [],
        'Thank you. Whoever looks after the directory has been told.',
      );
    },
  });
  house.post('/community/:id/known', {
    ...form,
    name: 'What we know of a group',
    body: KnownForm,
    act: async ({ db, params, body }) => {
      const { version, ...additions } = body;
      await saveAdditions(db, params.id, additions, version);
      return done(`/community/${params.id}`, [], 'Saved.');
    },
  });
  house.post('/community/:id/standing', {
    ...form,
    name: 'A listing is paused, only for now, or on as usual',
    body: StandingAsked,
    act: async ({ db, params, body }) => {
      const problem = comingDay(body.day, dayOf(nowOf(db)), 'day');
      if (problem && body.standing !== 'on as usual') return [problem];
      await saveStanding(db, params.id, body);
      return done(`/community/${params.id}`, [], `Saved: ${body.standing}. It is marked as checked today.`);
    },
  });
  restRoutes(house);
}

/** For the directory's editor: nothing is deleted, it rests. */
function restRoutes(house: House): void {
  const form = {
    may: directoryEditors,
    params: ListingPath,
    again: ({ db, visit, params }: AskedOfOne) => listingShown(db, visit, params.id),
    page: ListingPage,
  };
  house.post('/community/:id/rest', {
    ...form,
    name: 'Let a listing rest',
    body: RestForm,
    act: async ({ db, params, body }) => {
      await setState(db, params.id, 'resting', body.why);
      return done(`/community/${params.id}`, [], 'It rests. Nothing was deleted; it can be listed again.');
    },
  });
  house.post('/community/:id/return', {
    ...form,
    name: 'List a resting listing again',
    body: NothingMore,
    act: async ({ db, params }) => {
      await setState(db, params.id, 'listed', null);
      return done(`/community/${params.id}`, [], 'It is listed again.');
    },
  });
}

type AskedOfOne = { db: CouncilDb; visit: Visit; params: { id: string } };

async function listingShown(
  db: CouncilDb,
  visit: Visit,
  id: string,
  personId?: string,
): Promise<Shown<ListingValue>> {
  const today = dayOf(nowOf(db));
  const listing = await readListing(db, id);
  const person = await personAsked(db, personId);
  const { sources, said } = await readProvenance(db, id);
  const { particulars, description, state, stateWhy, stateSince, version, concerns } = listing;
  const { whatItIsLike, whatItIsLikeBy, whoToAskFor, canGoWith, room } = listing;
  const { pausedFrom, pausedUntil, pausedWords, onlyUntil } = listing;
  const value: ListingValue = {
    card: cardOf(listing, today),
    ...{ description, state, stateWhy, stateSince, version, concerns, today },
    ...{ whatItIsLike, whatItIsLikeBy, whoToAskFor, canGoWith, room },
    ...{ sources, said: saidLines(said), stands: { pausedFrom, pausedUntil, pausedWords, onlyUntil } },
    website: particulars.website ?? particulars.organisation?.website ?? null,
    email: particulars.email,
    audiences: [...particulars.audiences],
    howToJoin: [...particulars.howToJoin],
    ...{ base: '/community', isPublic: false, councilSlug: visit.councilSlug },
    person: person?.identity ?? null,
    mayRest: (directoryEditors as readonly string[]).includes(actorOf(db).role),
  };
  return shown(value, person ? [person.personId] : [], person?.reason ?? undefined);
}
