import { directoryReaders } from '../access/roles.ts';
import { homeDistrictOf } from '../people/people.store.ts';
import { tellTimeline } from '../people/timeline/timeline.store.ts';
import { dayOf } from '../platform/clock.ts';
import { actorOf, type CouncilDb, nowOf } from '../platform/db/council.ts';
import type { House } from '../platform/http/house.ts';
import { done, type Shown, shown } from '../platform/http/routes.ts';
import { type FinderAsked, FinderQuery, GapForm } from './community.forms.ts';
import { feedRoutes } from './feeds/feeds.routes.ts';
import { readAsking, readNear } from './finder/asking.ts';
import { cardOf } from './finder/card.ts';
import { FinderPage, type FinderValue } from './finder/finder.pages.tsx';
import { findListings } from './finder/finder.store.ts';
import { freshSince } from './finder/freshness.ts';
import { introductionRoutes } from './introductions/introductions.routes.ts';
import { saveGap } from './learnt.store.ts';
import { listingRoutes } from './listing.routes.ts';
import { personAsked } from './person-asked.store.ts';

/** As many as somebody reads: three good ideas, and some to choose from. */
const most = 10;

/** The community directory: finding, each listing, the feeds it is read from, and introductions. */
export function communityRoutes(house: House): void {
  house.get('/community', {
    name: 'Find something nearby',
    may: directoryReaders,
    query: FinderQuery,
    act: ({ db, query }) => findNearby(db, query),
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
      findNearby(db, FinderQuery.parse({ q: typed.words, near: typed.place, person: typed.person })),
    page: FinderPage,
  });

  listingRoutes(house);
  feedRoutes(house);
  introductionRoutes(house);
}

async function findNearby(db: CouncilDb, asked: FinderAsked): Promise<Shown<FinderValue>> {
  const today = dayOf(nowOf(db));
  const person = await personAsked(db, asked.person);
  const near = asked.near ?? (person ? ((await homeDistrictOf(db, person.personId)) ?? '') : '');
  const { things, slips } = readAsking(asked.q ?? '');
  const withOlder = asked.older !== undefined;
  const { found, fresh, older, isPlaceKnown, read } = await findListings(db, {
    things,
    near: readNear(near),
    day: asked.day ?? null,
    freshSince: freshSince(today),
    withOlder,
    offset: (asked.page - 1) * most,
    most,
  });
  const value: FinderValue = {
    ...{ asked, near, fresh, older, isPlaceKnown, today },
    found: found.map((one) => cardOf(one, today)),
    pages: Math.ceil((fresh + (withOlder ? older : 0)) / most),
    read: [...slips, ...read],
    person: person?.identity ?? null,
    maySeeFeeds: actorOf(db).role === 'directory-editor',
  };
  return shown(value, person ? [person.personId] : [], person?.reason ?? undefined);
}
