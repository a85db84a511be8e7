import { addDays, type Day } from '../platform/clock.ts';
import type { BudgetPart } from './budget.ts';

export type MetBy = 'self' | 'family' | 'group' | 'paid' | 'not-met';

export const metByInWords: Record<MetBy, string> = {
  self: 'By themselves',
  family: 'By family or friends',
  group: 'By a group or somebody nearby',
  paid: 'By support that is paid for',
  'not-met': 'Not met yet',
};

/** One need, set down before any decision about money, and how and by whom it is met. */
export interface NeedLine {
  id: string;
  need: string;
  /** One the law requires us to meet (Care Act 2014 s18, s20). */
  isEligible: boolean;
  metBy: MetBy;
  /** Who, by name; empty while nobody is found. */
  who: string;
  how: string;
  ownerSaidYesOn: Day | null;
  version: number;
}

export type DirectPayment = 'asked-and-wanted' | 'offered-and-declined' | 'not-yet-talked-about';

export const directPaymentInWords: Record<DirectPayment, string> = {
  'asked-and-wanted': 'Yes, they would like the money to arrange it themselves',
  'offered-and-declined': 'They were offered it, and would rather not',
  'not-yet-talked-about': 'Not talked about yet',
};

export type Agreement = 'agree' | 'partly' | 'disagree';

export const agreementInWords: Record<Agreement, string> = {
  agree: 'agrees',
  partly: 'agrees in part',
  disagree: 'does not agree',
};

export type PlanState = 'being-written' | 'standing' | 'followed-by-a-later-one';

/** The plan's own words. */
export interface PlanWords {
  goodLife: string;
  whatIDo: string;
  wishes: string;
  ifThingsGoWrong: string;
  advice: string;
  directPayment: DirectPayment | null;
  financialRecordOn: Day | null;
  financialRecordWords: string | null;
}

/** The person's plan, which the council also signs (Care Act 2014 s25). */
export interface Plan extends PlanWords {
  id: string;
  personId: string;
  conversationId: string;
  number: number;
  state: PlanState;
  startsOn: Day | null;
  agreement: Agreement | null;
  agreementWords: string | null;
  agreedOn: Day | null;
  follows: string | null;
  /** Set on an earlier plan: the day from which a later one took over. */
  followedOn: Day | null;
  writtenBy: string | null;
  version: number;
  wordsVersion: number;
  needs: NeedLine[];
  parts: BudgetPart[];
}

/**
 * P2: the first catch-up falls 42 to 56 days after a plan starts (Care and support statutory guidance 13.19,
 * six to eight weeks). @example firstCatchUp('2026-11-21') // { from: '2027-01-02', to: '2027-01-16' }
 */
export function firstCatchUp(startsOn: Day): { from: Day; to: Day } {
  return { from: addDays(startsOn, 42), to: addDays(startsOn, 56) };
}
