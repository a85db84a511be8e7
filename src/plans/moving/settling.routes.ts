import { alongsiders } from '../../access/roles.ts';
import { dayOf } from '../../platform/clock.ts';
import { nowOf } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { done } from '../../platform/http/routes.ts';
import { refuse } from '../../platform/refusal.ts';
import { mayExplainAgain } from './difference.ts';
import { MovePage } from './move.pages.tsx';
import { movingDay } from './move.ts';
import { openMove, readMove } from './move-page.store.ts';
import { DidNotHappenForm, DifferenceForm, MovePath, TakenOverForm } from './moves.forms.ts';
import { saveDidNotHappen, saveDifference, saveTakenOver } from './moves.store.ts';
import { mayNotHappen, mayTakeOver } from './no-gap.ts';

export function settlingRoutes(house: House): void {
  explaining(house);
  settling(house);
}

function explaining(house: House): void {
  house.post('/moves/:id/difference', {
    name: 'Explain in writing what is different here',
    may: alongsiders,
    params: MovePath,
    body: DifferenceForm,
    act: async ({ db, params, body }) => {
      const move = await openMove(db, params.id);
      const { differenceWords: words, differenceSentOn: sentOn } = body;
      if (move.direction === 'away')
        return refuse('P4', 'they are moving away from here', 'their new council explains what differs');
      if (sentOn && sentOn > dayOf(nowOf(db)))
        return refuse('P4', 'that day has not come yet', 'write it down once they have it in writing');
      const refusal = mayExplainAgain(move, words, sentOn);
      if (refusal) return refusal;
      await saveDifference(db, move, { words, sentOn: sentOn ?? move.differenceSentOn });
      return done(`/moves/${move.id}`, [move.personId], 'Written down.');
    },
    again: ({ db, params }) => readMove(db, params.id),
    page: MovePage,
  });
}

function settling(house: House): void {
  house.post('/moves/:id/taken-over', {
    name: 'Write down that the other council has taken over',
    may: alongsiders,
    params: MovePath,
    body: TakenOverForm,
    act: async ({ db, params, body }) => {
      const move = await openMove(db, params.id);
      const { takenOverOn: on, takenOverWords: words } = body;
      const refusal = mayTakeOver(move, on, dayOf(nowOf(db)));
      if (refusal) return refusal;
      await saveTakenOver(db, move, { on, words, awayOn: movingDay(move) ?? on });
      return done(`/moves/${move.id}`, [move.personId], 'Written down. Support here may end from that day.');
    },
    again: ({ db, params }) => readMove(db, params.id),
    page: MovePage,
  });

  house.post('/moves/:id/did-not-happen', {
    name: 'Write down that a move did not happen',
    may: alongsiders,
    params: MovePath,
    body: DidNotHappenForm,
    act: async ({ db, params, body }) => {
      const move = await openMove(db, params.id);
      const refusal = mayNotHappen(move);
      if (refusal) return refusal;
      await saveDidNotHappen(db, move, { on: dayOf(nowOf(db)), words: body.whatHappened ?? '' });
      return done(
        `/people/${move.personId}/moves`,
        [move.personId],
        'Written down. Everything goes on as it was.',
      );
    },
    again: ({ db, params }) => readMove(db, params.id),
    page: MovePage,
  });
}
