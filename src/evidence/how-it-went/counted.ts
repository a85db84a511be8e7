import type { Day } from '../../platform/clock.ts';
import type { Group } from '../measured.ts';

/** How many the record answers yes and no of, and what it does not know yet. */
export interface ShareCount {
  measure: string;
  group: Group;
  yes: number;
  no: number;
  died: number;
  moved: number;
  unknown: number;
}

/** A quantity over people: the middle half, nine in ten, and the most. */
export interface SpreadCount {
  measure: string;
  group: Group;
  people: number;
  lower: number;
  median: number;
  upper: number;
  ninetieth: number;
  most: number;
}

/** How often something was said or happened, and to how many people. */
export interface TallyCount {
  measure: string;
  what: string;
  group: Group;
  times: number;
  people: number;
}

/** How staying close ended, by the days since it began: those still open are looked at no further. */
export interface LastedCount {
  group: Group;
  day: number;
  became: 'rested' | 'lookedNoFurther';
  people: number;
}

export interface Counted {
  shares: ShareCount[];
  spreads: SpreadCount[];
  tallies: TallyCount[];
  lasted: LastedCount[];
}

/** One month of a team: a value, and over how many. */
export interface MonthCount {
  measure: string;
  on: Day;
  value: number;
  over: number;
}
