/** How a share is counted, in full: what a figure must carry before anybody may see it (E8). */
export interface ShareDefinition {
  rule: string;
  /** What those counted did, to follow "x of y people". */
  what: string;
  words: string;
  of:
    | 'people'
    | 'introductions'
    | 'promises'
    | 'conversations'
    | 'decisions'
    | 'wishes'
    | 'enquiries'
    | 'entries';
  /** Days followed; absent where an answer is known at once or when it ends. */
  days?: number;
  /** The share that stands beside it, so that it cannot be read alone. */
  beside: string;
}

const promise = (whose: string, state: string) =>
  `Of ${whose} whose last day has passed, those ${state}. Known from the day after, also where it was settled sooner. The record keeps that a day was moved and the last day set, not the days before it. One with no day is counted beside.`;
const ours = 'promises one of us made to somebody';
const theirs = 'promises the person, their family or a group made';

/** Every share of the page, in its order. */
export const shareDefinitions = {
  'stayed-close': {
    rule: 'E7',
    what: 'had somebody stay close in a crisis',
    words:
      'Of everybody who got in touch, those with whom conversation 2 began that many days or less afterwards. Each person counts once.',
    of: 'people',
    days: 90,
    beside: 'over-rhythm',
  },
  'over-rhythm': {
    rule: 'C2-4',
    what: 'went longer without us than the rhythm asks',
    words:
      'Of people in conversation 2 for a week or more in all, those with any gap longer than the rhythm of the rules it opened under: daily to day 7, every second day to day 21, every fourth to day 42, then weekly, where a site has not agreed otherwise. The opening counts as being in touch; only contact with the person counts.',
    of: 'people',
    beside: 'view-written',
  },
  'ended-resting': {
    rule: 'C2-6',
    what: 'ended in resting, with how to come back',
    words:
      'Of conversations 2 that have ended, those where what came next was resting. Those still open are not yet known.',
    of: 'conversations',
    beside: 'went-on',
  },
  'ended-conversation-3': {
    rule: 'C2-6',
    what: 'ended with conversation 3 next',
    words: 'Of conversations 2 that have ended, those where a longer plan came next.',
    of: 'conversations',
    beside: 'went-on',
  },
  'ended-not-said': {
    rule: 'C2-6',
    what: 'ended with nothing written of what came next',
    words:
      'Of conversations 2 that have ended, those where the record does not say what came next. A made-up history says it of none it was not given.',
    of: 'conversations',
    beside: 'view-written',
  },
  'went-on': {
    rule: 'C2-6',
    what: 'went on at least once, with a reason peers had heard',
    words:
      'Of every conversation 2 that began, those that went on past a decision to end. The record keeps the last time only, so as at an earlier day it may be one or two short.',
    of: 'conversations',
    beside: 'ended-resting',
  },
  agreed: {
    rule: 'Introductions',
    what: 'were agreed by both sides',
    words:
      'Of introductions offered at least that many days ago, those to which the person and the group said yes that many days or less afterwards.',
    of: 'introductions',
    days: 28,
    beside: 'not-for-me',
  },
  introduced: {
    rule: 'Introductions',
    what: 'led to being introduced',
    words:
      'Of introductions offered at least that many days ago, those where they were introduced within that time.',
    of: 'introductions',
    days: 60,
    beside: 'not-for-me',
  },
  went: {
    rule: 'Introductions',
    what: 'led to their going at least once',
    words:
      'Of introductions offered at least that many days ago, those where the person went within that time.',
    of: 'introductions',
    days: 90,
    beside: 'not-for-me',
  },
  'still-going-30': {
    rule: 'Introductions',
    what: 'were still going a month on',
    words:
      'Of introductions where the person first went at least that many days ago, those where somebody said they still go. Where nobody has asked yet it is not known, and nothing is made of silence.',
    of: 'introductions',
    days: 30,
    beside: 'not-for-me',
  },
  'still-going-90': {
    rule: 'Introductions',
    what: 'were still going three months on',
    words: 'The same, three months after they first went.',
    of: 'introductions',
    days: 90,
    beside: 'not-for-me',
  },
  'not-for-me': {
    rule: 'Introductions',
    what: 'were not for them, the person said',
    words:
      'Of introductions offered at least that many days ago, those the person said no to within that time. An honest answer, and no failure.',
    of: 'introductions',
    days: 90,
    beside: 'group-said-no',
  },
  'group-said-no': {
    rule: 'Introductions',
    what: 'were not for the group, it said',
    words:
      'Of introductions offered at least that many days ago, those the group said no to within that time.',
    of: 'introductions',
    days: 90,
    beside: 'not-for-me',
  },
  'ours-kept': {
    rule: 'E7',
    what: 'were kept',
    words: promise(ours, 'kept'),
    of: 'promises',
    beside: 'ours-moved',
  },
  'ours-broken': {
    rule: 'E7',
    what: 'were broken',
    words: promise(ours, 'that were broken, with why'),
    of: 'promises',
    beside: 'ours-moved',
  },
  'ours-past-their-day': {
    rule: 'E7',
    what: 'are open past their day',
    words: promise(ours, 'of which nobody has said what came'),
    of: 'promises',
    beside: 'ours-moved',
  },
  'ours-moved': {
    rule: 'E7',
    what: 'were moved to a later day at least once',
    words: promise(ours, 'whose day was moved, whatever came of them'),
    of: 'promises',
    beside: 'ours-broken',
  },
  'theirs-kept': {
    rule: 'E7',
    what: 'were kept',
    words: promise(theirs, 'kept'),
    of: 'promises',
    beside: 'theirs-moved',
  },
  'theirs-broken': {
    rule: 'E7',
    what: 'were not kept',
    words: promise(theirs, 'that were not kept, with why'),
    of: 'promises',
    beside: 'theirs-moved',
  },
  'theirs-past-their-day': {
    rule: 'E7',
    what: 'are open past their day',
    words: promise(theirs, 'of which nobody has said what came'),
    of: 'promises',
    beside: 'theirs-moved',
  },
  'theirs-moved': {
    rule: 'E7',
    what: 'were moved to a later day at least once',
    words: promise(theirs, 'whose day was moved, whatever came of them'),
    of: 'promises',
    beside: 'theirs-broken',
  },
  supported: {
    rule: 'E3',
    what: 'began ongoing support',
    words:
      'Of everybody new who got in touch at least that many days ago, those whose first ongoing support began within that time: the share of “Is it helping”, here so that nobody reads it without what stands above.',
    of: 'people',
    days: 90,
    beside: 'not-got',
  },
  'not-got': {
    rule: '4.1',
    what: 'asked for something, or needed it, and did not get it',
    words:
      'Of everybody who got in touch at least that many days ago, those of whom the record says within that time: a decision of not eligible, a catch-up we did not agree to, a plan they disagreed with in full or part, a need no plan meets, something nobody offers nearby, or a group that said no.',
    of: 'people',
    days: 90,
    beside: 'supported',
  },
  'not-yet': {
    rule: '4.1',
    what: 'were somebody a rule said “not yet” about',
    words:
      'Of everybody who got in touch at least that many days ago, those about whom one of us tried something that a rule of practice said “not yet” to within that time.',
    of: 'people',
    days: 90,
    beside: 'not-got',
  },
  'not-eligible': {
    rule: 'C3-4',
    what: 'were that the law does not require us to meet needs',
    words:
      'Of decisions given, those of not eligible. Each carries written advice, which is what was offered instead; without it none can be kept.',
    of: 'decisions',
    beside: 'told-in-writing',
  },
  'told-in-writing': {
    rule: 'C3-4',
    what: 'were sent to the person, with how to challenge and to ask again',
    words:
      'Of decisions of not eligible given at least that many days ago, those of which a copy went out within that time.',
    of: 'decisions',
    days: 28,
    beside: 'not-eligible',
  },
  'wishes-met': {
    rule: 'N2',
    what: 'came about fully',
    words:
      'Of what people wanted to come of safeguarding enquiries that have ended, in their own words, what was judged at the end to have come about fully.',
    of: 'wishes',
    beside: 'less-at-risk',
  },
  'wishes-met-in-part': {
    rule: 'N2',
    what: 'came about in part',
    words: 'The same, in part.',
    of: 'wishes',
    beside: 'less-at-risk',
  },
  'wishes-not-met': {
    rule: 'N2',
    what: 'did not come about',
    words: 'The same, not at all.',
    of: 'wishes',
    beside: 'less-at-risk',
  },
  'less-at-risk': {
    rule: 'N2',
    what: 'ended with the risk gone or less',
    words: 'Of safeguarding enquiries that have ended and say so, those where the risk was gone or less.',
    of: 'enquiries',
    beside: 'wishes-not-met',
  },
  'view-written': {
    rule: 'C2-6',
    what: 'ended with the person’s view written down',
    words: 'Of conversations 2 that have ended, those that keep what the person said of it.',
    of: 'conversations',
    beside: 'ended-not-said',
  },
  'handed-on': {
    rule: '4.17',
    what: 'were handed on from one of us to another',
    words:
      'Of everybody who got in touch at least that many days ago, those whose contact a colleague took on, or whose named person changed, within that time.',
    of: 'people',
    days: 28,
    beside: 'words-to-spare',
  },
  'own-words': {
    rule: '4.17',
    what: 'hold the person’s own words',
    words: 'Of entries written about people, those whose “their words” is filled.',
    of: 'entries',
    beside: 'words-to-spare',
  },
  'words-to-spare': {
    rule: '4.17',
    what: 'hold a word that makes people into work',
    words:
      'Of entries with notes of ours, those in which the writing aid finds a word of its list in what we noticed, think or agreed; never in the person’s own words or inside quotation marks.',
    of: 'entries',
    beside: 'own-words',
  },
} as const satisfies Record<string, ShareDefinition>;

export type MeasureName = keyof typeof shareDefinitions;

/** Quantities, lists and charts, which are no shares. */
export const otherDefinitions = {
  'contacts-a-week': {
    rule: 'E7',
    words:
      'Contacts with the person themselves for each week that conversation 2 was open, for everybody for whom it was open a week or more in all. A made-up conversation with no contacts written is left out.',
  },
  'longest-gap': {
    rule: 'E7',
    words:
      'The most days in a row without contact with the person in any conversation 2 of theirs; the opening counts as being in touch.',
  },
  'how-long': {
    rule: 'E7',
    words:
      'Days until half had come to rest (Kaplan-Meier), those still open counted as still open, and those who died or moved away as looked at no further.',
  },
  'promises-with-no-day': {
    rule: 'E7',
    words: 'Promises nobody set a day for: they can never be late, so they are left out of the shares.',
  },
  unmet: {
    rule: '4.1',
    words: 'What people asked for, or needed, and did not get, by kind; somebody may be in several.',
  },
  'own-answer': {
    rule: 'C1-2',
    words:
      'What people said no to, or asked for again: a no to a needs assessment always names what brings the offer back.',
  },
  'catch-ups': {
    rule: 'P2',
    words: 'What came of each catch-up on how a plan is going. Better, the same or worse is not recorded.',
  },
  'ten-outcomes': {
    rule: 'C3-4',
    words:
      'What decisions said of each outcome the law names, as often as it was said. It adds up to no score.',
  },
  'days-1-to-2': {
    rule: '4.17',
    words:
      'Days from the first conversation 1 to the first conversation 2 after it, for those who had both, by the month the second began.',
  },
  'words-an-entry': {
    rule: '4.17',
    words: 'Words in each entry, whoever’s they are, on average over the month.',
  },
  'own-fields': {
    rule: '4.17',
    words: 'Of the fields filled in entries of the month, those in the person’s own words, in a hundred.',
  },
  group: {
    rule: 'E9',
    words:
      'Everybody who got in touch, each in the group of the site’s other figures; here those with ongoing support already count too. What happened counts from the day they first got in touch.',
  },
} as const;

/** Every definition of these pages, for wherever rules are printed. */
export const howItWentDefinitions: Record<string, { rule: string; words: string }> = {
  ...shareDefinitions,
  ...otherDefinitions,
};

/** How many days a share follows. @example windowOf('went') // 90 */
export function windowOf(measure: MeasureName): number {
  const one: ShareDefinition = shareDefinitions[measure];
  if (one.days === undefined) throw new Error(`${measure} has no window`);
  return one.days;
}
