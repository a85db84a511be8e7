import { alongsiders } from '../../../access/roles.ts';
import type { House } from '../../../platform/http/house.ts';
import { done, shown } from '../../../platform/http/routes.ts';
import { isRefusal } from '../../../platform/refusal.ts';
import { IntroductionPath } from '../introductions.forms.ts';
import { onItsPage, openedIntroduction } from '../page/shown.routes.ts';
import { ChangedForm, MoneyForm, MoneyPath, MoneyQuery } from './money.forms.ts';
import { MoneyPage } from './money.pages.tsx';
import { giveMoney, moneySeenByPeers, sayWhatItChanged } from './money.store.ts';
import { limitFrom } from './money.ts';

const aPage = 25;

/** Small local money for an introduction, and what peers see of it. */
export function moneyRoutes(house: House): void {
  house.get('/introductions/money', {
    name: 'Small local money, seen by peers',
    may: alongsiders,
    query: MoneyQuery,
    act: async ({ db, visit, query: { page } }) => {
      const seen = await moneySeenByPeers(db, { offset: (page - 1) * aPage, most: aPage });
      const value = {
        ...seen,
        page,
        pages: Math.ceil(seen.total / aPage),
        limitPence: limitFrom(visit.settings),
      };
      return shown(value, [...new Set(seen.money.map(({ personId }) => personId))]);
    },
    page: MoneyPage,
  });
  house.post('/introductions/:id/money', {
    ...onItsPage,
    name: 'Small local money for an introduction',
    params: IntroductionPath,
    body: MoneyForm,
    act: async ({ db, visit, params, body }) => {
      const { personId } = await openedIntroduction(db, params.id);
      const { amount, whatFor, makesPossible, givenOn } = body;
      const money = { amountPence: amount, whatFor, purpose: makesPossible, on: givenOn };
      const moneyId = await giveMoney(db, params.id, money, limitFrom(visit.settings));
      if (isRefusal(moneyId)) return moneyId;
      return done(`/introductions/${params.id}`, [personId], 'Written down. Colleagues can see it.', {
        moneyId,
      });
    },
  });
  house.post('/introductions/:id/money/:money/changed', {
    ...onItsPage,
    name: 'What small local money changed',
    params: MoneyPath,
    body: ChangedForm,
    act: async ({ db, params, body }) => {
      const { personId } = await openedIntroduction(db, params.id);
      await sayWhatItChanged(db, params.id, params.money, body.changed);
      return done(`/introductions/${params.id}`, [personId], 'Written down.');
    },
  });
}
