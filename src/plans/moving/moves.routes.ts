import { alongsiders } from '../../access/roles.ts';
import { openPerson } from '../../people/opening.store.ts';
import { dayOf } from '../../platform/clock.ts';
import { nowOf } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { done } from '../../platform/http/routes.ts';
import { isRefusal, refuse } from '../../platform/refusal.ts';
import { Pressed } from '../plans.forms.ts';
import { MovePage } from './move.pages.tsx';
import { mayKnow } from './move.ts';
import { openMove, readMove, readMoves } from './move-page.store.ts';
import { KnownForm, MovePath, NewMoveForm } from './moves.forms.ts';
import { MovesPage } from './moves.pages.tsx';
import { beginMove, saveKnown } from './moves.store.ts';
import { moveNeedRoutes } from './needs/move-needs.routes.ts';
import { conversationForMove, meetSameNeeds } from './same-needs.store.ts';
import { settlingRoutes } from './settling.routes.ts';

/** P4: moving between councils with no gap. */
export function movingRoutes(house: House): void {
  listingMoves(house);
  oneMove(house);
  sameNeeds(house);
  moveNeedRoutes(house);
  settlingRoutes(house);
}

function listingMoves(house: House): void {
  house.get('/people/:id/moves', {
    name: 'Moves between councils',
    may: alongsiders,
    params: MovePath,
    act: ({ db, params }) => readMoves(db, params.id),
    page: MovesPage,
  });

  house.post('/people/:id/moves', {
    name: 'Write down that somebody is moving between councils',
    may: alongsiders,
    params: MovePath,
    body: NewMoveForm,
    act: async ({ db, params, body }) => {
      const { personId } = await openPerson(db, params.id);
      if (body.toldOn > dayOf(nowOf(db)))
        return refuse('P4', 'the day we were told has not come yet', 'write the day we were told');
      const moveId = await beginMove(db, { personId, ...body });
      return done(`/moves/${moveId}`, [personId], 'Written down.', { moveId });
    },
    again: ({ db, params }) => readMoves(db, params.id),
    page: MovesPage,
  });
}

function oneMove(house: House): void {
  house.get('/moves/:id', {
    name: 'A move between councils',
    may: alongsiders,
    params: MovePath,
    act: ({ db, params }) => readMove(db, params.id),
    page: MovePage,
  });

  house.post('/moves/:id', {
    name: 'Write down what is known of a move',
    may: alongsiders,
    params: MovePath,
    body: KnownForm,
    act: async ({ db, params, body }) => {
      const move = await openMove(db, params.id);
      const refusal = mayKnow(move, body, dayOf(nowOf(db)));
      if (refusal) return refusal;
      await saveKnown(db, move, body);
      return done(`/moves/${move.id}`, [move.personId], 'Written down.');
    },
    again: ({ db, params }) => readMove(db, params.id),
    page: MovePage,
  });
}

function sameNeeds(house: House): void {
  house.post('/moves/:id/conversation-3', {
    name: 'Begin the conversation that counts with somebody who is moving here',
    may: alongsiders,
    params: MovePath,
    body: Pressed,
    act: async ({ db, params }) => {
      const move = await openMove(db, params.id);
      if (move.direction === 'away')
        return refuse('P4', 'they are moving away from here', 'their new council has that conversation');
      const opened = await conversationForMove(db, move);
      if (isRefusal(opened)) return opened;
      return done(
        `/conversations/${opened}/told-beforehand`,
        [move.personId],
        'Conversation 3 is open. First, tell them what it is.',
        { conversationId: opened },
      );
    },
    again: ({ db, params }) => readMove(db, params.id),
    page: MovePage,
  });

  house.post('/moves/:id/same-needs', {
    name: 'Meet the same needs from the day somebody moved here',
    may: alongsiders,
    params: MovePath,
    body: Pressed,
    act: async ({ db, params }) => {
      const move = await openMove(db, params.id);
      const planId = await meetSameNeeds(db, move);
      if (isRefusal(planId)) return planId;
      return done(
        `/moves/${move.id}`,
        [move.personId],
        'The same needs are met here from the day they moved.',
        { planId },
      );
    },
    again: ({ db, params }) => readMove(db, params.id),
    page: MovePage,
  });
}
