import { holdCatchUp } from '../../../src/plans/catch-ups/catch-ups.store.ts';
import {
  agreeDirectPayment,
  findDirectPayment,
  writeFirstPayment,
} from '../../../src/plans/money/direct-payments.store.ts';
import { dayOf } from '../../../src/platform/clock.ts';
import type { CouncilDb } from '../../../src/platform/db/council.ts';
import type { CatchUpAct, PersonKey, PlanAct } from '../script.ts';
import { actAs, allowed, daysAgo, instantOf, known, type Stage } from './stage.ts';

/** P2: a catch-up on how the plan is going, by the product's own rule. */
export async function playCatchUp(
  stage: Stage,
  person: PersonKey,
  act: CatchUpAct,
  db: CouncilDb,
): Promise<void> {
  const held = await holdCatchUp(db, known(stage.people, person), {
    why: act.why,
    heldOn: dayOf(instantOf(stage, act.at)),
    isLight: act.why === 'due',
    personsView: act.words,
    goingWell: '',
    notGoingWell: '',
    comesOfIt: act.comesOfIt,
    comesOfItWords: act.whatChanged,
    takesNothingAway: act.comesOfIt === 'small-change',
    directPaymentId: null,
    requestId: null,
  });
  allowed(held, `catch up with ${person}`);
}

/** C3-5: the money itself, where the plan says they asked for it, and the day it first arrived. */
export async function playDirectPayment(
  stage: Stage,
  person: PersonKey,
  act: PlanAct,
  db: CouncilDb,
): Promise<void> {
  const { asked, pencePerWeek, words, firstPaidDaysAgo } = act.directPayment;
  if (!asked) return;
  const agreed = await agreeDirectPayment(db, known(stage.people, person), {
    askedOrOffered: 'asked',
    agreedOn: dayOf(instantOf(stage, act.at)),
    purpose: words,
    weeklyPence: pencePerWeek,
    managedBy: 'self',
    managerName: null,
    conditions: '',
  });
  const id = allowed(agreed, `agree a direct payment with ${person}`);
  if (firstPaidDaysAgo === undefined) return;
  const on = { daysAgo: firstPaidDaysAgo, time: '12:00' };
  const later = await actAs(stage, act.by, instantOf(stage, on));
  const payment = await findDirectPayment(later, id);
  const paid = { firstPaidOn: daysAgo(stage, firstPaidDaysAgo), version: payment.version };
  allowed(await writeFirstPayment(later, payment, paid), `pay ${person} for the first time`);
}
