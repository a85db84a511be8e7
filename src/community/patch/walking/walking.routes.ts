import { alongsiders } from '../../../access/roles.ts';
import { dayOf } from '../../../platform/clock.ts';
import { type CouncilDb, nowOf } from '../../../platform/db/council.ts';
import type { House } from '../../../platform/http/house.ts';
import { done, type Shown, shown } from '../../../platform/http/routes.ts';
import {
  GoodLifeForm,
  NoteForm,
  NotePath,
  NothingMore,
  SureForm,
  WalkForm,
  WalkPath,
  WalksQuery,
} from './walking.forms.ts';
import { WalkPage, WalksPage, type WalksValue } from './walking.pages.tsx';
import {
  addNote,
  forget,
  readTogether,
  readWalk,
  readWalks,
  saveGoodLife,
  startWalking,
  takeAway,
} from './walking.store.ts';

const most = 50;
const come = { field: 'metOn', message: 'That day is still to come' };

/** Walking alongside: an open door, no status, no ending, and no council record needed. */
export function walkingRoutes(house: House): void {
  house.get('/walking-alongside', {
    name: 'Those I walk alongside',
    may: alongsiders,
    query: WalksQuery,
    act: ({ db, query }) => walks(db, query.page),
    page: WalksPage,
  });
  house.post('/walking-alongside', {
    name: 'Walk alongside somebody',
    may: alongsiders,
    body: WalkForm,
    act: async ({ db, body }) => {
      if (body.metOn > dayOf(nowOf(db))) return [come];
      const walkId = await startWalking(db, body);
      return done(`/walking-alongside/${walkId}`, [], 'Written down, for you and them alone.', { walkId });
    },
    again: ({ db }) => walks(db, 1),
    page: WalksPage,
  });
  oneWalk(house);
}

const walk = async ({ db, params }: { db: CouncilDb; params: { id: string } }) =>
  shown(await readWalk(db, params.id));
const form = { may: alongsiders, again: walk, page: WalkPage };
const back = (id: string, said: string) => done(`/walking-alongside/${id}`, [], said);

function oneWalk(house: House): void {
  house.get('/walking-alongside/:id', {
    name: 'Somebody I walk alongside',
    may: alongsiders,
    params: WalkPath,
    act: walk,
    page: WalkPage,
  });
  house.post('/walking-alongside/:id/good-life', {
    ...form,
    name: 'A good life, in their words',
    params: WalkPath,
    body: GoodLifeForm,
    act: async ({ db, params, body }) => {
      await saveGoodLife(db, params.id, body.goodLife, body.version);
      return back(params.id, 'Saved, as read with them today.');
    },
  });
  house.post('/walking-alongside/:id/forget', {
    ...form,
    name: 'Nothing about them is kept',
    params: WalkPath,
    body: SureForm,
    act: async ({ db, params }) => {
      await forget(db, params.id);
      return done('/walking-alongside', [], 'Nothing about them is kept here any more.');
    },
  });
  notesTogether(house);
}

/** A few words now and then, kept when they have heard them. */
function notesTogether(house: House): void {
  house.post('/walking-alongside/:id/notes', {
    ...form,
    name: 'A few words',
    params: WalkPath,
    body: NoteForm,
    act: async ({ db, params, body }) => {
      await addNote(db, params.id, body);
      return back(params.id, body.readWithThemOn ? 'Kept.' : 'Saved, to be read with them.');
    },
  });
  house.post('/walking-alongside/:id/notes/:note/read-together', {
    ...form,
    name: 'They heard it and said yes',
    params: NotePath,
    body: NothingMore,
    act: async ({ db, params }) => {
      await readTogether(db, params.id, params.note);
      return back(params.id, 'Kept, with their yes.');
    },
  });
  house.post('/walking-alongside/:id/notes/:note/taken-away', {
    ...form,
    name: 'They would rather it was not kept',
    params: NotePath,
    body: SureForm,
    act: async ({ db, params }) => {
      await takeAway(db, params.id, params.note);
      return back(params.id, 'It is gone.');
    },
  });
}

async function walks(db: CouncilDb, page: number): Promise<Shown<WalksValue>> {
  const found = await readWalks(db, { offset: (page - 1) * most, most });
  return shown({
    walks: found.slice(0, most),
    page,
    hasMore: found.length > most,
    today: dayOf(nowOf(db)),
  });
}
