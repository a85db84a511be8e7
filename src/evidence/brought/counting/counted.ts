import type { Came, WaitCount, WindowCount } from '../../measured.ts';
import type { RankedService, WayToSend } from './sequel.ts';

/** Changes whenever the same events would be counted otherwise: what was counted by an earlier version is counted again. */
export const DEFINITIONS_VERSION = 2;

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

/** How long people have waited to talk is told in these steps, the longest first. */
export const waitingMonths = [12, 6, 3, 1] as const;

/** Who waits for what, as at the day. */
export interface Waiting {
  forConversation: number;
  forConversationOverSixMonths: number;
  /** Of those waiting to talk: over twelve months, over six, over three, over one, and a month or less. */
  forConversationByMonths: number[];
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

/** E3 among those of one age band or district: the word's place in the load's lists, 0 being those of whom it is not said. */
export interface AmongCount extends Omit<WindowCount, 'group' | 'measure'> {
  by: 'ageBand' | 'district';
  place: number;
}

/** E7: new people who began ongoing support whose weekly cost the file gives, and what that support cost a week when it began. */
export interface Costs {
  people: number;
  weeklyPence: number | null;
  medianPence: number | null;
}

/** Introductions to a family's own conference, and how many of them reached one. */
export interface Introduced {
  introductions: number;
  reached: number;
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
  among: AmongCount[];
  costs: Costs;
  introduced: Introduced;
}
