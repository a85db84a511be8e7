import { addMonths, type Day } from '../../platform/clock.ts';
import { type Refusal, refuse } from '../../platform/refusal.ts';
import { isLate, type NextCatchUp } from '../catch-ups/next.ts';

export const managers = ['self', 'nominated', 'authorised'] as const;
export type ManagedBy = (typeof managers)[number];

export const managedByInWords: Record<ManagedBy, string> = {
  self: 'They do, themselves',
  nominated: 'Somebody they chose does',
  authorised: 'Somebody does who may, because they cannot decide it themselves',
};

/** Money to arrange it themselves, for a purpose in words and not in categories (Care Act 2014 ss31-33). */
export interface DirectPayment {
  id: string;
  personId: string;
  planId: string;
  askedOrOffered: 'asked' | 'offered';
  agreedOn: Day;
  purpose: string;
  weeklyPence: number;
  managedBy: ManagedBy;
  managerName: string | null;
  conditions: string;
  firstPaidOn: Day | null;
  endedOn: Day | null;
  endedBecause: string | null;
  needsMetThen: string | null;
  agreedBy: string;
  version: number;
}

export interface NewDirectPayment {
  askedOrOffered: 'asked' | 'offered';
  agreedOn: Day;
  purpose: string;
  weeklyPence: number;
  managedBy: ManagedBy;
  managerName: string | null;
  conditions: string;
}

/**
 * C3-5: may a direct payment be agreed? Under a plan that stands, for a purpose in words, with a name where
 * somebody else looks after it (Care Act 2014 ss31-33; SI 2014/2871).
 * @example mayAgreeDirectPayment(asked, null, '2026-11-21') // refused 'C3-5': no plan stands
 */
export function mayAgreeDirectPayment(
  asked: NewDirectPayment,
  standing: { id: string } | null,
  today: Day,
): Refusal | null {
  if (!standing)
    return refuse(
      'C3-5',
      'no plan stands, and a direct payment is part of one',
      'agree the plan with them first',
    );
  if (asked.agreedOn > today)
    return refuse('C3-5', 'that day has not come yet', 'write the day you agreed it together');
  if (!asked.purpose.trim())
    return refuse(
      'C3-5',
      'it does not say what the money is for',
      'write it in their words, as widely as they like',
    );
  if (asked.managedBy !== 'self' && !asked.managerName?.trim())
    return refuse('C3-5', 'it does not say who looks after the money', 'write their name');
  return null;
}

/** C3-5: the first payment is written once, on or after the day it was agreed and not before it happened. */
export function mayWriteFirstPayment(payment: DirectPayment, firstPaidOn: Day, today: Day): Refusal | null {
  if (payment.endedOn) return ended;
  if (payment.firstPaidOn)
    return refuse(
      'C3-5',
      'the first payment is written already',
      'leave it: its catch-ups are counted from that day',
    );
  if (firstPaidOn < payment.agreedOn)
    return refuse('C3-5', 'that day is before it was agreed', 'write the day the money arrived');
  if (firstPaidOn > today)
    return refuse('C3-5', 'that day has not come yet', 'write it when the money has arrived');
  return null;
}

/**
 * P1: may a direct payment end? Only with why, and with how the same needs are met from that day on: what somebody
 * needs does not end with the way it was paid for (Care Act 2014 s33; SI 2014/2871 reg 8).
 */
export function mayEndDirectPayment(
  payment: DirectPayment,
  ending: { endedOn: Day; endedBecause: string; needsMetThen: string },
): Refusal | null {
  if (payment.endedOn) return ended;
  if (ending.endedOn < payment.agreedOn)
    return refuse('P1', 'that day is before it was agreed', 'write the day it ends');
  if (!ending.endedBecause.trim())
    return refuse('P1', 'it does not say why it ends', 'write why, as you told them');
  if (!ending.needsMetThen.trim())
    return refuse(
      'P1',
      'it does not say how the same needs are met from that day',
      'write who does what from then on; nothing they need stops with the payment',
    );
  return null;
}

const ended = refuse('C3-5', 'this direct payment has ended', 'agree another one under the plan that stands');

/**
 * P2: when the next catch-up about a direct payment is due: within 6 months of the first payment, then within 12 of
 * the last, and at once when something about it worries anybody (SI 2014/2871 reg 7). Null before the first payment
 * and from the day it has ended. Only a catch-up about this payment, held after the first of it, counts.
 * @example directPaymentCatchUp({ id: 'p', firstPaidOn: '2026-08-31', endedOn: null }, [], '2026-11-21')?.by // '2027-02-28'
 */
export function directPaymentCatchUp(
  payment: Pick<DirectPayment, 'id' | 'firstPaidOn' | 'endedOn'>,
  catchUps: readonly { heldOn: Day; directPaymentId: string | null }[],
  today: Day,
): NextCatchUp | null {
  const { id, firstPaidOn, endedOn } = payment;
  if (!firstPaidOn || (endedOn && endedOn <= today)) return null;
  const last = catchUps
    .filter(
      ({ directPaymentId, heldOn }) => directPaymentId === id && heldOn > firstPaidOn && heldOn <= today,
    )
    .map(({ heldOn }) => heldOn)
    .toSorted()
    .at(-1);
  const by = last ? addMonths(last, 12) : addMonths(firstPaidOn, 6);
  return { from: null, by, last: last ?? null, isLate: isLate(by, today) };
}

/** What was found about deciding something for oneself, from the facts (N4). */
export interface CapacityFound {
  decision: string;
  /** care, money or other; empty where nobody said. */
  about: string;
  finding: string;
  lookedAtOn: Day;
}

/**
 * N4, Care Act 2014 s32: plain questions that stay until they are answered; none of them stops the money. Somebody
 * may look after it in a person's place only where the person cannot decide it, and that is found about money: a
 * finding about another decision says nothing.
 * @param found the latest first
 */
export function questionsAbout(
  payment: Pick<DirectPayment, 'managedBy' | 'managerName' | 'weeklyPence' | 'endedOn'>,
  found: readonly CapacityFound[],
  councilWeeklyPence: number | null,
): string[] {
  if (payment.endedOn) return [];
  const who = payment.managerName ?? 'somebody';
  const questions: string[] = [];
  const last = found.find(({ about }) => about === 'money');
  if (payment.managedBy === 'authorised' && last?.finding !== 'cannot')
    questions.push(
      last
        ? `It was found that they can decide, and yet ${who} looks after the money in their place. Is that what they want?`
        : `Could they decide this for themselves? ${who} looks after the money in their place, and nobody has written what was found about this decision.`,
    );
  if (councilWeeklyPence !== null && payment.weeklyPence > councilWeeklyPence)
    questions.push('It is more each week than the council pays in the plan. Which of the two is right?');
  return questions;
}
