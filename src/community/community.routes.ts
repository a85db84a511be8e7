import { directoryReaders } from '../access/roles.ts';
import { homeDistrictOf } from '../people/people.store.ts';
import { tellTimeline } from '../people/timeline/timeline.store.ts';
import { actorOf, type CouncilDb, nowOf } from '../platform/db/council.ts';
import type { House } from '../platform/http/house.ts';
import { done, type Shown, shown } from '../platform/http/routes.ts';
import { askingRoutes } from './asking/asking.routes.ts';
import { type FinderAsked, FinderQuery, GapForm } from './community.forms.ts';
import { duplicateRoutes } from './duplicates/duplicates.routes.ts';
import { feedRoutes } from './feeds/feeds.routes.ts';
import { cardOf } from './finder/card.ts';
import { FinderPage, type FinderValue } from './finder/searching/finder.pages.tsx';
import { findNearby } from './finder/searching/nearby.store.ts';
import { gapRoutes } from './gaps/gaps.routes.ts';
import { saveGap } from './gaps/gaps.store.ts';
import { givingRoutes } from './giving/giving.routes.ts';
import { editorsWork } from './groups/editors-work.store.ts';
import { groupRoutes } from './groups/groups.routes.ts';
import { introductionRoutes } from './introductions/introductions.routes.ts';
import { listingRoutes } from './listing-page/listing.routes.ts';
import { openReferralRoutes } from './open-referral/open-referral.routes.ts';
import { patchRoutes } from './patch/patch.routes.ts';
import { personAsked } from './person-asked.store.ts';
import { publicRoutes } from './public/public.routes.ts';

/** The community directory: finding, each listing, the feeds it is read from, and introductions. */
export function communityRoutes(house: House): void {
  house.get('/community', {
    name: 'Find something nearby',
    may: directoryReaders,
    query: FinderQuery,
    act: ({ db, query }) => forColleagues(db, query),
    page: FinderPage,
  });

  house.post('/community/gaps', {
    name: 'Asked for and not there',
    may: directoryReaders,
    body: GapForm,
    act: async ({ db, body }) => {
      const person = await personAsked(db, body.person);
      const gapId = await saveGap(db, {
        words: body.words,
        place: body.place,
        personId: person?.personId ?? null,
      });
      const where = body.place ? ` near ${body.place}` : '';
      if (person)
        await tellTimeline(db, {
          personId: person.personId,
          at: nowOf(db),
          kind: 'gap',
          title: `Asked for and not there: ${body.words}${where}`,
          byLine: actorOf(db).name,
          sourceId: gapId,
        });
      const back = person ? `/people/${person.personId}/community` : '/community';
      return done(
        back,
        person ? [person.personId] : [],
        'Written down. Whoever looks after the directory will see it.',
        { gapId },
      );
    },
    again: ({ db, typed }) =>
      forColleagues(db, FinderQuery.parse({ q: typed.words, near: typed.place, person: typed.person })),
    page: FinderPage,
  });

  gapRoutes(house);
  givingRoutes(house);
  patchRoutes(house);
  groupRoutes(house);
  askingRoutes(house);
  listingRoutes(house);
  feedRoutes(house);
  duplicateRoutes(house);
  introductionRoutes(house);
  publicRoutes(house);
  openReferralRoutes(house);
}

async function forColleagues(db: CouncilDb, asked: FinderAsked): Promise<Shown<FinderValue>> {
  const person = await personAsked(db, asked.person);
  const district = person && asked.near === undefined ? await homeDistrictOf(db, person.personId) : null;
  const { rows, ...found } = await findNearby(db, asked, district ?? '');
  const value: FinderValue = {
    ...found,
    found: rows.map((row) => cardOf(row, found.today)),
    ...{ base: '/community', isPublic: false },
    person: person?.identity ?? null,
    maySeeFeeds: actorOf(db).role === 'directory-editor',
    work: actorOf(db).role === 'directory-editor' ? await editorsWork(db) : null,
  };
  return shown(value, person ? [person.personId] : [], person?.reason ?? undefined);
}
