import { dayOf } from '../../platform/clock.ts';
import { type CouncilDb, nowOf } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { Unknown } from '../../platform/http/problems.ts';
import { anybody, done, type Shown, shown } from '../../platform/http/routes.ts';
import type { Visit } from '../../platform/http/visits.ts';
import { ListingPage, type ListingValue } from '../listing-page/listing.pages.tsx';
import { saidLines } from '../said/said-view.tsx';
import { PublicListingPath, PublicWrongForm, ShortPath } from './public.forms.ts';
import { shownToAll } from './public-card.ts';
import { listedAmong, listingsByShort, tellFromOutside } from './public-listings.store.ts';
import { readShort } from './short-address.ts';
import { WhichPage, type WhichValue } from './which.pages.tsx';

/** One listing without an account, by its own address or its short one, and the one tap that says it is wrong. */
export function publicListingRoutes(house: House): void {
  house.get('/at/:council/nearby/:id', {
    name: 'One group or service, for whoever comes',
    may: [anybody],
    params: PublicListingPath,
    act: async ({ db, visit, params }) => shown(await listingForAll(db, visit, params.id)),
    page: ListingPage,
  });
  house.get('/at/:council/l/:short', {
    name: 'One group or service, by its short address',
    may: [anybody],
    params: ShortPath,
    act: async ({ db, visit, params }) => byShort(db, visit, params.short),
    page: (value, frame) => ('which' in value ? WhichPage(value, frame) : ListingPage(value, frame)),
  });
  house.post('/at/:council/nearby/:id/wrong', {
    name: 'Whoever comes says that a listing is wrong',
    may: [anybody],
    params: PublicListingPath,
    body: PublicWrongForm,
    act: async ({ db, visit, params, body }) => {
      await listingForAll(db, visit, params.id);
      await tellFromOutside(db, params.id, body.wrong ?? 'Something here is wrong');
      return done(
        `/at/${visit.councilSlug}/nearby/${params.id}`,
        [],
        'Thank you. Whoever looks after this has been told.',
      );
    },
    again: async ({ db, visit, params }) => shown(await listingForAll(db, visit, params.id)),
    page: ListingPage,
  });
}

async function byShort(
  db: CouncilDb,
  visit: Visit,
  typed: string,
): Promise<Shown<ListingValue | WhichValue>> {
  const short = readShort(typed);
  const found = short ? await listingsByShort(db, short) : [];
  const [only, ...more] = found;
  if (!only) throw new Unknown();
  if (more.length > 0) return shown({ which: found, base: `/at/${visit.councilSlug}/nearby` });
  return shown(await listingForAll(db, visit, only.listingId));
}

/** @throws Unknown when this council has no such listing, or it is not shown to the public */
async function listingForAll(db: CouncilDb, visit: Visit, id: string): Promise<ListingValue> {
  const today = dayOf(nowOf(db));
  const [listing] = await listedAmong(db, [id]);
  const forAll = listing ? shownToAll(listing, today) : null;
  if (!listing || !forAll) throw new Unknown();
  const { card, published } = forAll;
  const { whatItIsLike, whoToAskFor, canGoWith, room } = published;
  return {
    ...{ card, today, whatItIsLike, whoToAskFor, canGoWith, room },
    whatItIsLikeBy: card.likeBy,
    description: published.description,
    website: published.website ?? published.organisation?.website ?? null,
    email: published.email,
    audiences: [...published.audiences],
    howToJoin: [...published.howToJoin],
    ...{ state: 'listed', stateWhy: null, stateSince: null, version: 0, concerns: [] },
    said: saidLines(listing.said).map((line) => ({ ...line, who: ofAll(line.who), sourceSays: null })),
    sources: [],
    ...{ person: null, stands: null, mayRest: false, isPublic: true },
    base: `/at/${visit.councilSlug}/nearby`,
    councilSlug: visit.councilSlug,
  };
}

/** On a page open to all nobody is named: the group said it, or we did. */
const ofAll = (who: string): string => (who === 'The group' ? who : 'We');
