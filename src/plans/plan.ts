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
  /** N5: the carer, with a record of their own, whom this leans on, and for which thing. */
  carerId?: string | null;
  carerThing?: string | null;
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

/** P1: a need of the earlier plan, set beside what answers it in the later one. */
export interface Beside {
  wasNeedId: string;
  was: string;
  /** The needs of the later plan that answer it; empty while nobody has said, when the same words do. */
  answeredBy: string[];
  /** How it will now be met, in words. */
  words: string;
}

export const downBecauseInWords = {
  'life-changed': 'Something in their life has changed',
  'their-wish': 'They would like less, or something different',
  'met-another-way': 'What they need is met another way',
  'managing-better': 'They manage better than they did',
  costs: 'What it costs',
} as const;
export type DownBecause = keyof typeof downBecauseInWords;

/** P1: what a person is told before anything goes down. */
export interface Down {
  because: DownBecause[];
  /** What has changed in their life, and why that means this. */
  reasons: string;
  /** How they were involved, and who else was. */
  involved: string;
  toldOn: Day | null;
}

/** One line somebody who agrees in part does not agree with; with neither id, something else in the plan. */
export interface NotAgreed {
  needId: string | null;
  partId: string | null;
  words: string;
}

export type PlanKind = 'adult' | 'carer';

export type PlanState = 'being-written' | 'standing' | 'followed-by-a-later-one';

/** The plan's own words. */
export interface PlanWords {
  goodLife: string;
  whatIDo: string;
  wishes: string;
  ifThingsGoWrong: string;
  advice: string;
  directPayment: DirectPayment | null;
}

/** The person's plan, which the council also signs (Care Act 2014 s25). */
export interface Plan extends PlanWords {
  id: string;
  personId: string;
  conversationId: string;
  /** A carer's support plan stands on their own record (Care Act 2014 s25(1)(b)); an adult's when left out. */
  kind?: PlanKind;
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
  beside: Beside[];
  down: Down;
  notAgreed: NotAgreed[];
}

/**
 * P2: the first catch-up falls 42 to 56 days after a plan starts (Care and support statutory guidance 13.19,
 * six to eight weeks). @example firstCatchUp('2026-11-21') // { from: '2027-01-02', to: '2027-01-16' }
 */
export function firstCatchUp(startsOn: Day): { from: Day; to: Day } {
  return { from: addDays(startsOn, 42), to: addDays(startsOn, 56) };
}
