import { holdCatchUp } from '../../../src/plans/catch-ups/catch-ups.store.ts';
import { mayArrange } from '../../../src/plans/family-conference/conference.ts';
import {
  findConference,
  offerConference,
  saveArrangements,
} from '../../../src/plans/family-conference/conferences.store.ts';
import {
  agreeDirectPayment,
  findDirectPayment,
  writeFirstPayment,
} from '../../../src/plans/money/direct-payments.store.ts';
import { meetUrgentNeed } from '../../../src/plans/urgent-help/urgent-help.store.ts';
import { dayOf } from '../../../src/platform/clock.ts';
import type { CouncilDb } from '../../../src/platform/db/council.ts';
import type { CatchUpAct, FamilyConferenceAct, PersonKey, PlanAct, UrgentAct } from '../script.ts';
import { actAs, allowed, daysAfter, daysAgo, instantOf, known, type Stage } from './stage.ts';

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

/** F6: met at once, and no rule asked. */
export async function playUrgent(
  stage: Stage,
  person: PersonKey,
  act: UrgentAct,
  db: CouncilDb,
): Promise<void> {
  await meetUrgentNeed(db, {
    personId: known(stage.people, person),
    what: act.what,
    metOn: dayOf(instantOf(stage, act.at)),
    untilOn: daysAfter(stage, act.at, act.forDays),
    costPence: act.pence,
    howOften: 'once',
    why: act.why,
    isWithPerson: false,
  });
}

/** A plan the family makes, as far as it has come: said yes to, with somebody of no team to bring them together. */
export async function playFamilyConference(
  stage: Stage,
  person: PersonKey,
  act: FamilyConferenceAct,
  db: CouncilDb,
): Promise<void> {
  const id = await offerConference(db, {
    personId: known(stage.people, person),
    offeredOn: dayOf(instantOf(stage, act.at)),
    answer: 'yes',
    answerWords: act.words,
  });
  const conference = await findConference(db, id);
  allowed(mayArrange(conference), `bring the family of ${person} together`);
  await saveArrangements(db, conference, {
    coordinator: act.coordinator,
    coordinatorIsIndependent: true,
    advocateName: act.advocate,
    plannedOn: daysAfter(stage, act.at, act.inDays),
    version: conference.version,
  });
}
