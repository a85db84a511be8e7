import type { Day } from '../platform/clock.ts';

/** Who is counted together. Everybody in `site`, `tap-off` and `elsewhere` came on the same days; `before` are the site's team's own two years earlier. */
export const groups = ['site', 'tap-off', 'elsewhere', 'before'] as const;
export type Group = (typeof groups)[number];

export interface WindowCount {
  measure: 'people' | 'episodes' | 'returns';
  group: Group;
  windowDays: number;
  numerator: number;
  died: number;
  moved: number;
  neither: number;
  notYetKnown: number;
}

export interface Came {
  group: Group;
  contacts: number;
  episodes: number;
  alreadySupportedEpisodes: number;
}

export interface WaitCount {
  group: Group;
  spokenWith: number;
  median: number | null;
  ninetieth: number | null;
  longest: number | null;
  notYetSpokenWith: number;
  longestStillWaiting: number | null;
  neverReached: number;
}

/** New people by the furthest conversation they reached, and how many began ongoing support: never the same thing. */
export interface Reached {
  group: Group;
  people: number;
  alreadySupported: number;
  none: number;
  one: number;
  two: number;
  three: number;
  ongoing: number;
}

/** How following new people ended, by the day since first contact on which it did: what the curve is drawn from. */
export interface EndCount {
  group: Group;
  day: number;
  became: 'converted' | 'died' | 'moved' | 'lookedNoFurther';
  people: number;
}

/** A week from a Monday, of whoever the site's team answers, before the site and since: only weeks followed for seven days after their last. */
export interface WeekCount {
  on: Day;
  episodes: number;
  spokenWithinAWeek: number;
}

/** In days: support that began later after first contact is not in the weekly count, so that early weeks count as late ones do. */
export const WEEKLY_SUPPORT_WITHIN = 180;

/** A whole week from a Monday, and how many people new to the site's team began ongoing support in it. */
export interface SupportWeek {
  on: Day;
  people: number;
}

/** Everything counted about a site, as the database hands it over; a group nobody is in has no row. */
export interface Measured {
  windows: WindowCount[];
  came: Came[];
  waits: WaitCount[];
  reached: Reached[];
  ends: EndCount[];
  weeks: WeekCount[];
  /** The same weeks of whoever the site is set beside. */
  weeksBeside?: WeekCount[];
  supportWeeks?: SupportWeek[];
}
