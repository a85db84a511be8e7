import type { Weekday } from '../weekdays.ts';

/**
 * What somebody may need of a place or a group, and the words directories use for it. A judgement, easily added to;
 * PostgreSQL's English reads each phrase.
 */
export const accessNeeds = {
  'step-free': {
    label: 'No steps',
    words: ['step free', 'level access', 'wheelchair', 'ramp', 'ramped', 'lift', 'ground floor', 'no steps'],
  },
  toilet: { label: 'A toilet', words: ['toilet', 'toilets', 'changing places'] },
  hearing: { label: 'A hearing loop', words: ['hearing loop', 'induction loop', 'loop system'] },
  signing: { label: 'Sign language', words: ['sign language', 'bsl', 'signed', 'interpreter'] },
  sight: { label: 'For low sight', words: ['large print', 'braille', 'tactile', 'guide dogs', 'audio'] },
  quiet: { label: 'Somewhere quiet', words: ['quiet', 'sensory', 'low noise', 'autism friendly'] },
  parking: { label: 'Parking close by', words: ['parking', 'car park', 'blue badge'] },
} as const;
export type AccessNeed = keyof typeof accessNeeds;
export const accessNeedNames = Object.keys(accessNeeds) as [AccessNeed, ...AccessNeed[]];

/** How somebody can take part, in the words a listing keeps (`ListingParticulars.ways`). */
export const waysAsked = ['At a place', 'Online', 'By phone', 'At home'] as const;
export type WayAsked = (typeof waysAsked)[number];

/** What is wished for besides words and a place. Null or empty: anything. */
export interface Wishes {
  day: Weekday | null;
  /** Pounds; 0 is free. */
  costAtMost: number | null;
  access: readonly AccessNeed[];
  /** Another language than English, as people call it: Polish. */
  language: string | null;
  age: number | null;
  way: WayAsked | null;
  /** As the crow flies, from the place asked for; nothing is left out when we do not know where that is. */
  withinMiles: number | null;
}
