import type { Day } from '../../platform/clock.ts';
import type { Looked } from '../looking/which-site.ts';
import type { Counted, TallyCount } from './counted.ts';
import type { WordsKept } from './counting/words.store.ts';
import type { MeasureName } from './definitions.ts';
import { figuresOf, type HowFigure, type HowLong, type HowSpread, howLong, spreadsOf } from './figures.ts';

/** The sections of the page with their shares, in the order they are read. */
export const sections = {
  staying: [
    'stayed-close',
    'over-rhythm',
    'ended-resting',
    'ended-conversation-3',
    'ended-not-said',
    'went-on',
  ],
  connections: [
    'agreed',
    'introduced',
    'went',
    'still-going-30',
    'still-going-90',
    'not-for-me',
    'group-said-no',
  ],
  promises: [
    ...(['ours-kept', 'ours-broken', 'ours-past-their-day', 'ours-moved'] as const),
    ...(['theirs-kept', 'theirs-broken', 'theirs-past-their-day', 'theirs-moved'] as const),
  ],
  notGot: ['not-got', 'supported', 'not-yet', 'not-eligible', 'told-in-writing'],
  outcomes: [
    'wishes-met',
    'wishes-met-in-part',
    'wishes-not-met',
    'less-at-risk',
    'view-written',
    'came-back',
  ],
} as const satisfies Record<string, readonly MeasureName[]>;
export type SectionName = keyof typeof sections;

export interface HowItWent {
  asOf: Day;
  figures: Record<SectionName, HowFigure[]>;
  contactsAWeek: HowSpread[];
  longestGap: HowSpread[];
  howLong: HowLong[];
  tallies: TallyCount[];
}

/** What the database counted, as the page shows it. */
export function howItWentOf(counted: Counted, asOf: Day, tooFewBelow: number): HowItWent {
  const { shares, spreads, tallies, lasted } = counted;
  const of = (name: SectionName) => figuresOf(shares, sections[name], asOf, tooFewBelow);
  return {
    asOf,
    figures: {
      staying: of('staying'),
      connections: of('connections'),
      promises: of('promises'),
      notGot: of('notGot'),
      outcomes: of('outcomes'),
    },
    contactsAWeek: spreadsOf(spreads, 'contacts-a-week', tooFewBelow),
    longestGap: spreadsOf(spreads, 'longest-gap', tooFewBelow),
    howLong: howLong(lasted, tooFewBelow),
    tallies,
  };
}

export interface HowItWentValue extends HowItWent {
  looked: Looked;
  /** When it was counted, where counting takes so long that it is kept a while. */
  counted: { at: Date; isDear: boolean };
  words: WordsKept;
  /** Some of what is counted belongs to an invented council’s made-up history. */
  isMadeUp: boolean;
  /** The reader is alongside people, and may read what rules said “not yet” to. */
  maySeeNotYet: boolean;
  /** The reader may read what is missing nearby, in the words it was asked for. */
  maySeeGaps: boolean;
}
