import type { Came, WaitCount, WindowCount } from '../measured.ts';
import type { RankedService, WayToSend } from './sequel.ts';

/** Changes whenever the same events would be counted otherwise: what was counted by an earlier version is counted again. */
export const DEFINITIONS_VERSION = 1;

/** What the contact itself ended in, when no service followed it, in the order in which the national return chooses. */
export const outcomes = ['end of life', 'deceased', 'nhs funded', 'signposted', 'no service'] as const;
export type SequelAnswer = RankedService | (typeof outcomes)[number] | 'cannot be told';

/** New people by the furthest conversation they reached; `spoken` had one whose kind the file does not say. */
export interface BroughtReached {
  people: number;
  alreadySupported: number;
  none: number;
  spoken: number;
  one: number;
  two: number;
  three: number;
  ongoing: number;
}

/** E5: how the national return would read what followed each asking by somebody new, under each way of sending conversation 2. */
export interface SequelCount {
  way: WayToSend;
  answer: SequelAnswer | 'not yet known';
  episodes: number;
}

/** Who waits for what, as at the day. */
export interface Waiting {
  forConversation: number;
  forConversationOverSixMonths: number;
  forSupport: number;
  catchUpsOverdue: number;
}

/** Of completed short-term support meant to give independence, after how much ongoing support began within 28 days of its end. */
export interface AfterShortTerm {
  ended: number;
  ongoing: number;
  community: number;
  notYetKnown: number;
}

/** Everything counted of one history, as at one day. */
export interface Counted {
  windows: Omit<WindowCount, 'group'>[];
  came: Omit<Came, 'group'>;
  waits: Omit<WaitCount, 'group'>;
  reached: BroughtReached;
  sequels: SequelCount[];
  waiting: Waiting;
  afterShortTerm: AfterShortTerm;
}
