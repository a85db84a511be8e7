import type { z } from 'zod';
import { alongsiders } from '../../access/roles.ts';
import { openPerson } from '../../people/opening.store.ts';
import { PersonPath } from '../../people/people.forms.ts';
import { giftsOf, homeDistrictOf, identityOf } from '../../people/people.store.ts';
import { nameFor } from '../../people/person.ts';
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
import { findIdeas } from './ideas.store.ts';
import { interestsOf, whyShown } from './ideas.ts';
import { nextStage, type Stage } from './introduction.ts';
import {
  EndForm,
  IntroductionPath,
  NothingMore,
  OfferForm,
  OfferQuery,
  StepForm,
} from './introductions.forms.ts';
import { IntroductionPage, type IntroductionValue, SlipPage } from './introductions.pages.tsx';
import {
  askAgain,
  introductionsOf,
  moveIntroduction,
  offerIntroduction,
  readIntroduction,
} from './introductions.store.ts';
import { CommunityPage, type CommunityValue, OfferPage, type OfferValue } from './person-community.pages.tsx';

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
      const { listing: listingId, why, how, permission } = body;
      const made = await offerIntroduction(db, {
        personId,
        listingId,
        why,
        how,
        permissionWords: permission,
      });
      if (isRefusal(made)) return made;
      return done(`/people/${personId}/community`, [personId], 'Offered.', { introductionId: made });
    },
    again: ({ db, params, typed }) => offerShown(db, params.id, String(typed.listing ?? '')),
    page: OfferPage,
  });
  house.get('/introductions/:id', {
    name: 'An introduction',
    may: alongsiders,
    params: IntroductionPath,
    act: ({ db, params }) => introductionShown(db, params.id),
    page: IntroductionPage,
  });
  slipRoute(house);
  stepRoutes(house);
}

function slipRoute(house: House): void {
  house.get('/introductions/:id/slip', {
    name: 'A slip to take along',
    may: alongsiders,
    params: IntroductionPath,
    act: async ({ db, params }) => {
      const { personId, listingId } = await openedIntroduction(db, params.id);
      const today = dayOf(nowOf(db));
      return shown({ card: cardOf(await readListing(db, listingId), today), today }, [personId]);
    },
    page: SlipPage,
    audit: 'print',
  });
}

type Step = { next: Stage; name: string; body: z.ZodType<{ why: string | null }>; said: string };

const steps: Step[] = [
  {
    next: 'agreed',
    name: 'They and the group said yes',
    body: StepForm,
    said: 'Written down: both said yes.',
  },
  {
    next: 'introduced',
    name: 'They were introduced',
    body: StepForm,
    said: 'Written down. We ask in two weeks whether it happened.',
  },
  {
    next: 'went',
    name: 'They went',
    body: StepForm,
    said: 'Written down. We ask after 30 days whether they still go.',
  },
  { next: 'still-going', name: 'They are still going', body: StepForm, said: 'Written down: still going.' },
  {
    next: 'not-for-me',
    name: 'It is not for them',
    body: EndForm,
    said: 'Written down. It was right to ask.',
  },
  {
    next: 'declined-by-group',
    name: 'The group said not now',
    body: EndForm,
    said: 'Written down. It was right to ask.',
  },
];

function stepRoutes(house: House): void {
  const form = {
    may: alongsiders,
    params: IntroductionPath,
    again: ({ db, params }: { db: CouncilDb; params: { id: string } }) => introductionShown(db, params.id),
    page: IntroductionPage,
  };
  for (const { next, name, body, said } of steps)
    house.post(`/introductions/:id/${next}`, {
      ...form,
      name,
      body,
      act: async ({ db, params, body: { why } }) => {
        const { personId } = await openedIntroduction(db, params.id);
        const after = await moveIntroduction(db, params.id, next, why);
        if (isRefusal(after)) return after;
        return done(`/people/${personId}/community`, [personId], said, {
          stage: after.stage,
          askOn: after.askOn,
        });
      },
    });
  house.post('/introductions/:id/not-yet', {
    ...form,
    name: 'It has not happened yet',
    body: NothingMore,
    act: async ({ db, params }) => {
      const { personId } = await openedIntroduction(db, params.id);
      await askAgain(db, params.id);
      return done(`/people/${personId}/community`, [personId], 'We ask again in two weeks.');
    },
  });
}

/** An introduction whose person this worker may open; somebody else's looks the same as none. */
async function openedIntroduction(db: CouncilDb, id: string) {
  const introduction = await readIntroduction(db, id);
  const opened = await openPerson(db, introduction.personId);
  return { ...introduction, ...opened };
}

async function introductionShown(db: CouncilDb, id: string): Promise<Shown<IntroductionValue>> {
  const { reason, ...introduction } = await openedIntroduction(db, id);
  const identity = await identityOf(db, introduction.personId);
  const value = { introduction, next: nextStage(introduction), identity, today: dayOf(nowOf(db)) };
  return shown(value, [introduction.personId], reason ?? undefined);
}

async function communityOf(db: CouncilDb, id: string): Promise<Shown<CommunityValue>> {
  const today = dayOf(nowOf(db));
  const { personId, reason } = await openPerson(db, id);
  const identity = await identityOf(db, personId);
  const interests = interestsOf(identity.whatMatters, await giftsOf(db, personId));
  const district = await homeDistrictOf(db, personId);
  const near = readNear(district ?? '');
  const wanted = { personId, interests, near, freshSince: freshSince(today), most: mostIdeas };
  const ideas = (await findIdeas(db, wanted)).map((idea) => ({
    card: cardOf(idea, today),
    because: idea.interests
      .flatMap((number) => interests[number] ?? [])
      .map(whyShown)
      .slice(0, 2),
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
  const card = cardOf(await readListing(db, listingId), today);
  const identity = await identityOf(db, personId);
  return shown({ identity, name: nameFor(identity), card, today }, [personId], reason ?? undefined);
}
