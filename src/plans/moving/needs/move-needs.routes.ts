import { alongsiders } from '../../../access/roles.ts';
import type { House } from '../../../platform/http/house.ts';
import { done } from '../../../platform/http/routes.ts';
import { type Refusal, refuse } from '../../../platform/refusal.ts';
import { Pressed } from '../../plans.forms.ts';
import { MovePage } from '../move.pages.tsx';
import type { Move } from '../move.ts';
import { openMove, readMove, readMoveNeed } from '../move-page.store.ts';
import { MoveNeedForm, MoveNeedPath, MovePath } from '../moves.forms.ts';
import { MoveNeedPage } from './move-need.pages.tsx';
import { addMoveNeed, changeMoveNeed, removeMoveNeed } from './move-needs.store.ts';

export function moveNeedRoutes(house: House): void {
  adding(house);
  mending(house);
}

function adding(house: House): void {
  house.post('/moves/:id/needs', {
    name: 'Write down a need and how it is met there',
    may: alongsiders,
    params: MovePath,
    body: MoveNeedForm,
    act: async ({ db, params, body }) => {
      const move = await openMove(db, params.id);
      const refusal = mayChangeNeeds(move);
      if (refusal) return refusal;
      const { weekly, ...line } = body;
      const needId = await addMoveNeed(db, move.id, { ...line, weeklyPence: weekly });
      return done(`/moves/${move.id}`, [move.personId], 'Written down.', { needId });
    },
    again: ({ db, params }) => readMove(db, params.id),
    page: MovePage,
  });
}

function mending(house: House): void {
  house.get('/moves/:id/needs/:needId', {
    name: 'A need and how it is met there and here',
    may: alongsiders,
    params: MoveNeedPath,
    act: ({ db, params }) => readMoveNeed(db, params.id, params.needId),
    page: MoveNeedPage,
  });

  house.post('/moves/:id/needs/:needId', {
    name: 'Mend a need and how it is met there and here',
    may: alongsiders,
    params: MoveNeedPath,
    body: MoveNeedForm,
    act: async ({ db, params, body }) => {
      const move = await openMove(db, params.id);
      const refusal = mayChangeNeeds(move);
      if (refusal) return refusal;
      const { weekly, ...line } = body;
      await changeMoveNeed(db, move.id, params.needId, { ...line, weeklyPence: weekly });
      return done(`/moves/${move.id}`, [move.personId], 'Written down.');
    },
    again: ({ db, params }) => readMoveNeed(db, params.id, params.needId),
    page: MoveNeedPage,
  });

  house.post('/moves/:id/needs/:needId/removal', {
    name: 'Take out a need written by mistake',
    may: alongsiders,
    params: MoveNeedPath,
    body: Pressed,
    act: async ({ db, params }) => {
      const move = await openMove(db, params.id);
      const refusal = mayChangeNeeds(move);
      if (refusal) return refusal;
      await removeMoveNeed(db, move.id, params.needId);
      return done(`/moves/${move.id}`, [move.personId], 'Taken out.');
    },
    again: ({ db, params }) => readMoveNeed(db, params.id, params.needId),
    page: MoveNeedPage,
  });
}

/** Once they are met here they stand in the plan, and change only with a later one (P1). */
function mayChangeNeeds({ direction, sameNeedsFrom }: Move): Refusal | null {
  if (direction === 'away')
    return refuse(
      'P4',
      'they are moving away from here',
      'what is met here stands in their plan, which is sent',
    );
  if (sameNeedsFrom)
    return refuse(
      'P4',
      'these needs are met here now and stand in the plan',
      'begin a later plan to change them',
    );
  return null;
}
