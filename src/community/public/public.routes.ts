import type { CouncilDb } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { anybody, done, type Shown, shown } from '../../platform/http/routes.ts';
import type { Visit } from '../../platform/http/visits.ts';
import { type FinderAsked, FinderQuery } from '../community.forms.ts';
import { FinderPage, type FinderValue } from '../finder/searching/finder.pages.tsx';
import { findNearby } from '../finder/searching/nearby.store.ts';
import { saveGap } from '../gaps/gaps.store.ts';
import { EmbedPage, ForYourSitePage } from './embed.pages.tsx';
import { CouncilPath, PublicGapForm } from './public.forms.ts';
import { shownToAll } from './public-card.ts';
import { publicListingRoutes } from './public-listing.routes.ts';
import { hangsAnyStory, mayTellMore } from './public-listings.store.ts';
import { slipRoutes } from './slips.routes.ts';

/** The finder without an account: the same pages, with what is not for all left out. */
export function publicRoutes(house: House): void {
  const open = { may: [anybody], params: CouncilPath };
  const find = {
    ...open,
    query: FinderQuery,
    act: ({ db, visit, query }: { db: CouncilDb; visit: Visit; query: FinderAsked }) =>
      forAll(db, visit, query),
  };
  house.get('/at/:council', { ...find, name: 'What is nearby, for whoever comes', page: FinderPage });
  house.get('/at/:council/nearby', {
    ...find,
    name: 'Find something nearby, for whoever comes',
    page: FinderPage,
  });
  house.get('/at/:council/nearby/embed', {
    ...find,
    name: 'Find something nearby, on another site’s page',
    page: EmbedPage,
    headers: inAFrame,
  });
  house.get('/at/:council/nearby/for-your-site', {
    ...open,
    name: 'How to show the search on your own site',
    act: async ({ visit }) => shown({ base: baseOf(visit), councilName: visit.councilName }),
    page: ForYourSitePage,
  });
  house.post('/at/:council/nearby/gaps', {
    ...open,
    name: 'Looked for and not there',
    body: PublicGapForm,
    act: async ({ db, visit, body }) => {
      if (await mayTellMore(db)) await saveGap(db, { ...body, personId: null });
      return done(baseOf(visit), [], 'Thank you. It counts towards what is started here next.');
    },
    again: ({ db, visit, typed }) =>
      forAll(db, visit, FinderQuery.parse({ q: typed.words, near: typed.place })),
    page: FinderPage,
  });
  publicListingRoutes(house);
  slipRoutes(house);
}

/** Any site may show it in a frame; it runs no script and sends nothing anywhere but here. */
const inAFrame = {
  'content-security-policy':
    "default-src 'none';style-src 'self';font-src 'self';img-src 'self';form-action 'self';base-uri 'none';frame-ancestors *",
  'x-frame-options': null,
  'cross-origin-resource-policy': 'cross-origin',
};

const baseOf = ({ councilSlug }: Visit): string => `/at/${councilSlug}/nearby`;

async function forAll(db: CouncilDb, visit: Visit, asked: FinderAsked): Promise<Shown<FinderValue>> {
  const { person: _, ...openly } = asked;
  const { rows, ...found } = await findNearby(db, openly);
  const hasStories = await hangsAnyStory(db);
  return shown({
    ...found,
    found: rows.flatMap((row) => shownToAll(row, found.today)?.card ?? []),
    ...{ base: baseOf(visit), isPublic: true, person: null, maySeeFeeds: false },
    storiesAt: hasStories ? `/at/${visit.councilSlug}/stories` : null,
  });
}
