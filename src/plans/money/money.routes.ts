import { alongsiders } from '../../access/roles.ts';
import { openPerson } from '../../people/opening.store.ts';
import { identityOf } from '../../people/people.store.ts';
import { dayOf } from '../../platform/clock.ts';
import { type CouncilReader, nowOf } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { done, type Shown, shown } from '../../platform/http/routes.ts';
import { isRefusal } from '../../platform/refusal.ts';
import { plansOf } from '../plans.store.ts';
import { directPaymentRoutes } from './direct-payments.routes.ts';
import {
  conversation3BegunWith,
  financialAssessmentsOf,
  keepFinancialAssessment,
} from './financial-assessments.store.ts';
import { MoneyPage, type MoneyValue } from './money.pages.tsx';
import { PersonPath, ShareForm } from './share.forms.ts';
import { shareOn } from './share.ts';
import { tooMuchAsked } from './share-in-plan.ts';

export function moneyRoutes(house: House): void {
  house.get('/people/:id/money', {
    name: 'What somebody pays, and how it was worked out',
    may: alongsiders,
    params: PersonPath,
    act: ({ db, params }) => moneyPage(db, params.id),
    page: MoneyPage,
  });

  house.post('/people/:id/money', {
    name: 'Keep how somebody’s share was worked out',
    may: alongsiders,
    params: PersonPath,
    body: ShareForm,
    act: async ({ db, params, body }) => {
      const { personId } = await openPerson(db, params.id);
      const kept = await keepFinancialAssessment(db, personId, body);
      if (isRefusal(kept)) return kept;
      return done(`/people/${personId}/money`, [personId], 'Kept. Give them a copy next.', {
        recordId: kept,
      });
    },
    again: ({ db, params }) => moneyPage(db, params.id),
    page: MoneyPage,
  });

  directPaymentRoutes(house);
}

async function moneyPage(db: CouncilReader, id: string): Promise<Shown<MoneyValue>> {
  const { personId, reason } = await openPerson(db, id);
  const today = dayOf(nowOf(db));
  const records = await financialAssessmentsOf(db, personId);
  const standing = (await plansOf(db, personId)).find(({ state }) => state === 'standing') ?? null;
  const now = shareOn(records, today);
  const later = records.slice(0, now ? records.indexOf(now) : records.length);
  const counts = standing?.startsOn && standing.startsOn > today ? shareOn(records, standing.startsOn) : now;
  const value: MoneyValue = {
    identity: await identityOf(db, personId),
    today,
    isTalkedAbout: (await conversation3BegunWith(db, personId)) !== null,
    now,
    later,
    before: records.filter((record) => record !== now && !later.includes(record)),
    standing,
    tooMuch: standing ? (tooMuchAsked(standing.parts, counts)?.because ?? null) : null,
  };
  return shown(value, [personId], reason ?? undefined);
}
