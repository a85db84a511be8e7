import { alongsiders } from '../../access/roles.ts';
import { openPerson } from '../../people/opening.store.ts';
import { PersonPath } from '../../people/people.forms.ts';
import { giftsOf, homeDistrictOf, identityOf } from '../../people/people.store.ts';
import { ageOn, nameFor } from '../../people/person.ts';
import { dayOf } from '../../platform/clock.ts';
import { type CouncilDb, nowOf } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { Unknown } from '../../platform/http/problems.ts';
import { done, type Shown, shown } from '../../platform/http/routes.ts';
import { isRefusal } from '../../platform/refusal.ts';
import { readNear } from '../finder/asking.ts';
import { cardOf } from '../finder/card.ts';
import { freshSince } from '../finder/freshness.ts';
import { readListing } from '../listings.store.ts';
import { askingRoutes } from './group-side/asking.routes.ts';
import { listingShownAs, readWelcome } from './group-side/capacity.store.ts';
import { firstWelcome, mayBeWelcomed } from './group-side/capacity.ts';
import { groupIntroductionRoutes } from './group-side/group.routes.ts';
import { findIdeas } from './ideas.store.ts';
import { interestsOf, reachOf, whyReached, whyShown } from './ideas.ts';
import { nextStage } from './introduction.ts';
import { OfferForm, OfferQuery } from './introductions.forms.ts';
import { introductionsOf } from './introductions.store.ts';
import { lineRoutes } from './lines/lines.routes.ts';
import { moneyRoutes } from './money/money.routes.ts';
import { offerIntroduction } from './offering.store.ts';
import { OfferPage, type OfferValue } from './page/offer.pages.tsx';
import { CommunityPage, type CommunityValue } from './person-community.pages.tsx';
import { stepRoutes } from './steps.routes.ts';
import { wentRoutes } from './went/went.routes.ts';

/** As many ideas as somebody can weigh. */
const mostIdeas = 6;

/** A person and the community: ideas, offers, and what became of them. */
export function introductionRoutes(house: House): void {
  house.get('/people/:id/community', {
    name: 'A person and the community',
    may: alongsiders,
    params: PersonPath,
    act: ({ db, params }) => communityOf(db, params.id),
    page: CommunityPage,
  });
  house.get('/people/:id/introductions/new', {
    name: 'Offer an introduction',
    may: alongsiders,
    params: PersonPath,
    query: OfferQuery,
    act: ({ db, params, query }) => offerShown(db, params.id, query.listing),
    page: OfferPage,
  });
  house.post('/people/:id/introductions', {
    name: 'Offer an introduction',
    may: alongsiders,
    params: PersonPath,
    body: OfferForm,
    act: async ({ db, params, body }) => {
      const { personId } = await openPerson(db, params.id);
      await readListing(db, body.listing);
      const { listing: listingId, permission: permissionWords, ...offer } = body;
      const made = await offerIntroduction(db, { ...offer, personId, listingId, permissionWords });
      if (isRefusal(made)) return made;
      return done(`/people/${personId}/community`, [personId], 'Offered.', { introductionId: made });
    },
    again: ({ db, params, typed }) => offerShown(db, params.id, String(typed.listing ?? '')),
    page: OfferPage,
  });
  moneyRoutes(house);
  stepRoutes(house);
  lineRoutes(house);
  askingRoutes(house);
  wentRoutes(house);
  groupIntroductionRoutes(house);
}

async function communityOf(db: CouncilDb, id: string): Promise<Shown<CommunityValue>> {
  const today = dayOf(nowOf(db));
  const { personId, reason } = await openPerson(db, id);
  const identity = await identityOf(db, personId);
  const interests = interestsOf(identity.whatMatters, await giftsOf(db, personId));
  const district = await homeDistrictOf(db, personId);
  const near = readNear(district ?? '');
  const needs = identity.needs.map(({ need }) => need);
  const reach = reachOf(identity.languages, needs, identity.bornOn ? ageOn(identity.bornOn, today) : null);
  const wanted = { personId, interests, near, reach, freshSince: freshSince(today), most: mostIdeas };
  const ideas = (await findIdeas(db, wanted)).map((idea) => ({
    card: cardOf(idea, today),
    because: [
      ...new Set(idea.interests.flatMap((number) => interests[number] ?? []).map(whyShown)),
      ...idea.meets.map(whyReached),
    ].slice(0, 3),
  }));
  const introductions = (await introductionsOf(db, personId)).map((one) => ({
    ...one,
    next: nextStage(one),
  }));
  const value = { identity, name: nameFor(identity), near: district ?? '', ideas, introductions, today };
  return shown(value, [personId], reason ?? undefined);
}

async function offerShown(db: CouncilDb, id: string, listingId: string): Promise<Shown<OfferValue>> {
  const today = dayOf(nowOf(db));
  const { personId, reason } = await openPerson(db, id);
  if (!OfferQuery.safeParse({ listing: listingId }).success) throw new Unknown();
  const shownAs = await listingShownAs(db, listingId);
  const card = cardOf(await readListing(db, shownAs), today);
  const identity = await identityOf(db, personId);
  const welcome = await readWelcome(db, shownAs);
  const inTheWay = mayBeWelcomed(welcome, { how: 'message', from: today, hasGroupsYes: false });
  const value = {
    ...{ identity, name: nameFor(identity), card, today, inTheWay },
    welcomeFrom: inTheWay && firstWelcome(welcome, today),
  };
  return shown(value, [personId], reason ?? undefined);
}
