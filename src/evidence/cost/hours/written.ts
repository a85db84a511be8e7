import type { Day } from '../../../platform/clock.ts';
import type { Where } from '../money/money.store.ts';
import type { HourKind } from './kinds.ts';

/** Where contact is written down, and what kind of hour it is. */
export const forms = {
  entry: 'with-people',
  'crisis-contact': 'with-people',
  'peer-share': 'meetings',
  'patch-visit': 'in-the-community',
  'community-conversation': 'in-the-community',
} as const satisfies Record<string, HourKind>;
export type Form = keyof typeof forms;

/** What one team, or those it is set beside, wrote in four weeks in one form. The number of workers only says whether it may be told. */
export interface WrittenCell {
  where: Where;
  fromOn: Day;
  form: Form;
  times: number;
  /** Of how many somebody said how long, and the minutes; nought where fewer than three workers said. */
  known: number;
  minutes: number;
  workers: number;
}

export interface Written {
  cells: WrittenCell[];
  /** Of each form, what nine in ten said or fewer, wherever three or more workers said it. */
  most: { form: Form; minutes: number }[];
  /** The last day counted: four weeks are told when they are over. */
  untilOn: Day | null;
}

/** Hours are told in stretches of this many days, so that no week of one worker's can be read from two days of looking. */
export const STRETCH_DAYS = 28;
