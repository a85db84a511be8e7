import { z } from 'zod';
import { directoryReaders } from '../../../access/roles.ts';
import { dayOf } from '../../../platform/clock.ts';
import { type CouncilDb, nowOf } from '../../../platform/db/council.ts';
import type { House } from '../../../platform/http/house.ts';
import { done, shown } from '../../../platform/http/routes.ts';
import { longDate } from '../../../platform/ui/dates.ts';
import { ListingPath, NothingMore } from '../../community.forms.ts';
import { directoryEditors } from '../../feeds/feeds.routes.ts';
import { PageQuery, StewardForm, WayForm } from '../asking.forms.ts';
import { readAsking } from '../standing.store.ts';
import { CardsPage, OutboxPage, StewardsPage, WayPage } from './keeping.pages.tsx';
import { markPosted, readAskedBefore, readCards, readStewards, setSteward } from './keeping.store.ts';
import { readOutbox } from './outbox.store.ts';
import { askAtListedAddresses, readWay, saveWay } from './ways.store.ts';

/** Cards on one sheet, and letters on one page. */
const most = 20;

const CardsForm = z.object({
  card: z
    .union([z.uuid(), z.array(z.uuid())], { error: 'Print the cards first' })
    .transform((card) => [card].flat()),
});

/** How groups are asked: ways, cards, the outbox, and who looks after what. */
export function keepingRoutes(house: House): void {
  wayRoutes(house);
  cardRoutes(house);
  stewardRoutes(house);
  house.get('/community/asking/outbox', {
    name: 'Messages that went out',
    may: [...directoryEditors, 'administrator'],
    query: PageQuery,
    act: async ({ db, query }) => {
      const { letters, total } = await readOutbox(db, { offset: (query.page - 1) * most, most });
      return shown({ letters, page: query.page, pages: Math.ceil(total / most) });
    },
    page: OutboxPage,
  });
}

function wayRoutes(house: House): void {
  const one = { may: directoryReaders, params: ListingPath, page: WayPage };
  const wayShown = async ({ db, params }: { db: CouncilDb; params: { id: string } }) =>
    shown(await readWayPage(db, params.id));
  house.get('/community/:id/asking', { ...one, name: 'How a group is asked', act: wayShown });
  house.post('/community/:id/asking', {
    ...one,
    name: 'Say how a group is asked',
    body: WayForm,
    act: async ({ db, params, body }) => {
      const { steward, ...way } = body;
      await readAsking(db, params.id);
      await saveWay(db, params.id, {
        ...way,
        askTo: way.way === null ? null : way.askTo,
        stewardId: steward,
      });
      return done(`/community/${params.id}/asking`, [], 'Saved.');
    },
    again: wayShown,
  });
  house.post('/community/asking/listed-addresses', {
    name: 'Ask groups at the address they give to everybody',
    may: directoryEditors,
    body: NothingMore,
    act: async ({ db }) => {
      const made = await askAtListedAddresses(db);
      return done(
        '/community/asking',
        [],
        `From now on ${made} are asked at the address they give to everybody.`,
      );
    },
    again: async ({ db }) => shown(await readCards(db, most)),
    page: CardsPage,
  });
}

async function readWayPage(db: CouncilDb, listingId: string) {
  const { name, checkedOn, isAsked } = await readAsking(db, listingId);
  const { accounts } = await readStewards(db);
  const checked = checkedOn === null ? 'Nobody has ever checked it' : `Last checked ${longDate(checkedOn)}`;
  const next = isAsked ? 'it was asked and has not answered yet' : 'it is asked again before 90 days are up';
  return {
    ...{ listingId, name, accounts },
    way: await readWay(db, listingId),
    askedBefore: await readAskedBefore(db, listingId),
    next: `${checked}; ${next}. Today is ${longDate(dayOf(nowOf(db)))}.`,
  };
}

function cardRoutes(house: House): void {
  const cardsShown = async ({ db }: { db: CouncilDb }) => shown(await readCards(db, most));
  const form = { may: directoryEditors, page: CardsPage };
  house.get('/community/asking/cards', {
    ...form,
    name: 'Cards to print and post',
    act: cardsShown,
    audit: 'print',
  });
  house.post('/community/asking/cards/posted', {
    ...form,
    name: 'Cards are in the post',
    body: CardsForm,
    act: async ({ db, body }) => {
      const posted = await markPosted(db, body.card);
      return done('/community/asking/cards', [], `${posted} marked as posted.`);
    },
    again: cardsShown,
  });
}

function stewardRoutes(house: House): void {
  const stewardsShown = async ({ db }: { db: CouncilDb }) => shown(await readStewards(db));
  const form = { may: directoryEditors, page: StewardsPage };
  house.get('/community/asking/stewards', {
    ...form,
    name: 'Who looks after which district',
    act: stewardsShown,
  });
  house.post('/community/asking/stewards', {
    ...form,
    name: 'Say who looks after a district',
    body: StewardForm,
    act: async ({ db, body }) => {
      await setSteward(db, body.district, body.steward);
      return done('/community/asking/stewards', [], 'Saved.');
    },
    again: stewardsShown,
  });
}
