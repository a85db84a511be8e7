import { type Day, dayOf } from '../../platform/clock.ts';
import { type Refusal, refuse } from '../../platform/refusal.ts';

/** Care Act 2014 s42(1): suspecting is enough; nobody has to be sure. */
export const threeAnswers = ['yes', 'suspected', 'no'] as const;
export type Answer = (typeof threeAnswers)[number];

export const answerInWords: Record<Answer, string> = { yes: 'Yes', suspected: 'We suspect so', no: 'No' };

/** The three questions of s42(1)(a) to (c), in plain words. */
export const questions = {
  hasNeeds: 'Do they have care and support needs?',
  atRisk: 'Are they experiencing abuse or neglect, or at risk of it?',
  cannotProtect: 'Because of those needs, can they not protect themselves from it?',
} as const;
export type Question = keyof typeof questions;

export type Answers = Record<Question, Answer>;

/** How far something somebody wanted came about, in their own view (Making Safeguarding Personal). */
export const metness = ['fully', 'partly', 'not'] as const;
export type Met = (typeof metness)[number];

export const metInWords: Record<Met, string> = {
  fully: 'Yes, fully',
  partly: 'In part',
  not: 'No',
};

export const risks = ['gone', 'less', 'the-same'] as const;
export type RiskNow = (typeof risks)[number];

export const riskInWords: Record<RiskNow, string> = {
  gone: 'The risk is gone',
  less: 'There is less risk',
  'the-same': 'The risk is the same',
};

/** What somebody wants to come of an enquiry, asked first, and how far it came about. */
export interface WantedOutcome {
  id: string;
  wanted: string;
  saidOn: Day;
  isMet: Met | null;
  isMetWords: string | null;
}

/**
 * N2, Care Act 2014 s42(1): three answers that are each yes or suspected mean an enquiry is owed, at once,
 * whatever somebody is or is not eligible for and whatever conversation is open or none. Any "no" means it is not,
 * until somebody answers again.
 * @example enquiryIsOwed({ hasNeeds: 'yes', atRisk: 'suspected', cannotProtect: 'yes' }) // true
 */
export function enquiryIsOwed({ hasNeeds, atRisk, cannotProtect }: Answers): boolean {
  return [hasNeeds, atRisk, cannotProtect].every((answer) => answer !== 'no');
}

/** What is looked at before an enquiry ends. */
export interface Ending {
  openedAt: Date;
  outcomes: readonly Pick<WantedOutcome, 'wanted' | 'isMet'>[];
  /** Why the person could not be asked, at the beginning or at the end. */
  couldNotAskBecause: string | null;
  endedOn: Day;
  today: Day;
}

/**
 * N2: what an enquiry still wants before it ends, each a “not yet” of its own; empty when it may. The person was
 * asked what they want to come of it, and says of each how far it did; or it is written why they could not be asked.
 * Nothing else holds it open but a day that cannot be (Care and Support Statutory Guidance 14.93-14.111).
 */
export function endingWants({ openedAt, outcomes, couldNotAskBecause, endedOn, today }: Ending): Refusal[] {
  const wanting: Refusal[] = [];
  const isAskable = !couldNotAskBecause?.trim();
  if (isAskable && outcomes.length === 0)
    wanting.push(
      refuse(
        'N2',
        'nobody has asked what they want to come of it',
        'ask them and write it in their words, or write why they could not be asked',
      ),
    );
  for (const { wanted } of isAskable ? outcomes.filter(({ isMet }) => isMet === null) : [])
    wanting.push(
      refuse(
        'N2',
        `they have not said how far “${wanted}” came about`,
        'ask them and write it, or write why they could not be asked',
      ),
    );
  if (endedOn > today)
    wanting.push(refuse('N2', 'the day it ended is after today', 'write the day it ended'));
  if (endedOn < dayOf(openedAt))
    wanting.push(refuse('N2', 'the day it ended is before the day it opened', 'write the day it ended'));
  return wanting;
}

/**
 * N2: may an enquiry end? Yes (`null`), or one refusal with everything still wanting. It quotes nobody: refusals are
 * kept for learning, and nothing somebody wants of an enquiry leaves its own page.
 * @example mayEndEnquiry({ outcomes: [], couldNotAskBecause: null, … }) // refused 'N2'
 */
export function mayEndEnquiry(ending: Ending): Refusal | null {
  const outcomes = ending.outcomes.map((one) => ({ ...one, wanted: 'something they want' }));
  const wanting = endingWants({ ...ending, outcomes });
  if (!wanting.length) return null;
  return refuse(
    'N2',
    [...new Set(wanting.map(({ because }) => because))].join('; and '),
    [...new Set(wanting.map(({ satisfyBy }) => satisfyBy))].join('; and '),
  );
}
