import { alongsiders } from '../../access/roles.ts';
import { openPerson } from '../../people/opening.store.ts';
import { identityOf } from '../../people/people.store.ts';
import { dayOf } from '../../platform/clock.ts';
import { type CouncilDb, type CouncilReader, nowOf } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { done, type Shown, shown } from '../../platform/http/routes.ts';
import { isRefusal } from '../../platform/refusal.ts';
import { totalsOf } from '../budget.ts';
import { catchUpsOf } from '../catch-ups/catch-ups.store.ts';
import { plansOf } from '../plans.store.ts';
import { type DirectPayment, directPaymentCatchUp, questionsAbout } from './direct-payment.ts';
import { DirectPaymentForm, EndPaymentForm, FirstPaymentForm, PaymentPath } from './direct-payments.forms.ts';
import { DirectPaymentsPage, type DirectPaymentsValue } from './direct-payments.pages.tsx';
import {
  agreeDirectPayment,
  capacityFoundAbout,
  directPaymentsOf,
  endDirectPayment,
  findDirectPayment,
  holdDirectPayment,
  writeFirstPayment,
} from './direct-payments.store.ts';

export function directPaymentRoutes(house: House): void {
  house.get('/people/:id/direct-payments', {
    name: 'Somebody’s direct payments',
    may: alongsiders,
    params: PaymentPath,
    act: ({ db, params }) => paymentsPage(db, params.id),
    page: DirectPaymentsPage,
  });

  house.post('/people/:id/direct-payments', {
    name: 'Agree a direct payment',
    may: alongsiders,
    params: PaymentPath,
    body: DirectPaymentForm,
    act: async ({ db, params, body: { weekly, ...body } }) => {
      const { personId } = await openPerson(db, params.id);
      const agreed = await agreeDirectPayment(db, personId, { ...body, weeklyPence: weekly });
      if (isRefusal(agreed)) return agreed;
      return done(`/people/${personId}/direct-payments`, [personId], 'Agreed.', { paymentId: agreed });
    },
    again: ({ db, params }) => paymentsPage(db, params.id),
    page: DirectPaymentsPage,
  });

  changeRoutes(house);
}

function changeRoutes(house: House): void {
  const again = {
    again: async ({ db, params }: { db: CouncilDb; params: { id: string } }) =>
      paymentsPage(db, (await findDirectPayment(db, params.id)).personId),
    page: DirectPaymentsPage,
  };
  house.post('/direct-payments/:id/first-payment', {
    name: 'Write the day of a first payment',
    may: alongsiders,
    params: PaymentPath,
    body: FirstPaymentForm,
    act: async ({ db, params, body }) => {
      const payment = await openPaymentToChange(db, params.id);
      const refusal = await writeFirstPayment(db, payment, body);
      return refusal ?? done(`/people/${payment.personId}/direct-payments`, [payment.personId], 'Written.');
    },
    ...again,
  });
  house.post('/direct-payments/:id/end', {
    name: 'Let a direct payment end',
    may: alongsiders,
    params: PaymentPath,
    body: EndPaymentForm,
    act: async ({ db, params, body }) => {
      const payment = await openPaymentToChange(db, params.id);
      const refusal = await endDirectPayment(db, payment, body);
      return refusal ?? done(`/people/${payment.personId}/direct-payments`, [payment.personId], 'Written.');
    },
    ...again,
  });
}

/** Opens the person whose payment it is (W5), then holds the payment for a change. */
async function openPaymentToChange(db: CouncilDb, id: string): Promise<DirectPayment> {
  const { personId } = await openPerson(db, (await findDirectPayment(db, id)).personId);
  return { ...(await holdDirectPayment(db, id)), personId };
}

async function paymentsPage(db: CouncilReader, id: string): Promise<Shown<DirectPaymentsValue>> {
  const { personId, reason } = await openPerson(db, id);
  const today = dayOf(nowOf(db));
  const catchUps = await catchUpsOf(db, personId);
  const found = await capacityFoundAbout(db, personId);
  const standing = (await plansOf(db, personId)).find(({ state }) => state === 'standing') ?? null;
  const council = standing ? totalsOf(standing.parts).weekly.council : null;
  const payments = (await directPaymentsOf(db, personId)).map((payment) => ({
    payment,
    next: directPaymentCatchUp(payment, catchUps, today),
    questions: questionsAbout(payment, found, council),
  }));
  const value = { identity: await identityOf(db, personId), today, hasPlan: standing !== null, payments };
  return shown(value, [personId], reason ?? undefined);
}
