import type { House } from '../../../platform/http/house.ts';
import { done } from '../../../platform/http/routes.ts';
import { isRefusal } from '../../../platform/refusal.ts';
import { IntroductionPath } from '../introductions.forms.ts';
import { onItsPage, openedIntroduction } from '../page/shown.routes.ts';
import { goAlong } from './along.store.ts';
import { writeSaid } from './saying.store.ts';
import { AlongForm, SaidForm } from './went.forms.ts';

/** Who goes along, and what anybody said of how it went. */
export function wentRoutes(house: House): void {
  house.post('/introductions/:id/along', {
    ...onItsPage,
    name: 'Who goes along',
    params: IntroductionPath,
    body: AlongForm,
    act: async ({ db, params, body }) => {
      const { personId } = await openedIntroduction(db, params.id);
      const { along, alongAs, alongOn, alongWhere } = body;
      const refusal = await goAlong(db, params.id, {
        name: along,
        as: alongAs,
        on: alongOn,
        where: alongWhere,
      });
      if (refusal) return refusal;
      return done(`/introductions/${params.id}`, [personId], 'Written down.');
    },
  });
  house.post('/introductions/:id/said', {
    ...onItsPage,
    name: 'What somebody said of how it went',
    params: IntroductionPath,
    body: SaidForm,
    act: async ({ db, params, body }) => {
      const { personId } = await openedIntroduction(db, params.id);
      const { who, what, saidOn, saidWords } = body;
      const kept = await writeSaid(db, params.id, { who, what, happenedOn: saidOn, words: saidWords });
      if (isRefusal(kept)) return kept;
      return done(`/introductions/${params.id}`, [personId], 'Written down, beside what others said.');
    },
  });
}
