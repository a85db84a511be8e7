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

const promise = (whose: 'ours' | 'theirs', state: string, what: string): ShareDefinition => ({
  rule: 'E7',
  what,
  words: `Of promises ${whose === 'ours' ? 'one of us made to somebody' : 'the person, their family or a group made'} whose last day has passed, those ${state}. Known from the day after, also where it was settled sooner. The record keeps that a day was moved and the last day set, not the days before it. One with no day is counted beside.`,
  of: 'promises',
  beside: what === moved ? `${whose}-broken` : `${whose}-moved`,
});
const moved = 'were moved to a later day at least once';
const noWord = 'of which nobody has said what came';

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
      'Of conversations 2 that have ended, those where the record does not say what came next. A made-up one that says nothing of its end is left out.',
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
    what: 'got a “not for me” from the person',
    words:
      'Of introductions offered at least that many days ago, those the person said no to within that time. An honest answer, and no failure.',
    of: 'introductions',
    days: 90,
    beside: 'group-said-no',
  },
  'group-said-no': {
    rule: 'Introductions',
    what: 'got a “not now” from the group',
    words:
      'Of introductions offered at least that many days ago, those the group said no to within that time.',
    of: 'introductions',
    days: 90,
    beside: 'not-for-me',
  },
  'ours-kept': promise('ours', 'kept', 'were kept'),
  'ours-broken': promise('ours', 'that were broken, with why', 'were broken'),
  'ours-past-their-day': promise('ours', noWord, 'are open past their day'),
  'ours-moved': promise('ours', 'whose day was moved, whatever came of them', moved),
  'theirs-kept': promise('theirs', 'kept', 'were kept'),
  'theirs-broken': promise('theirs', 'that were not kept, with why', 'were not kept'),
  'theirs-past-their-day': promise('theirs', noWord, 'are open past their day'),
  'theirs-moved': promise('theirs', 'whose day was moved, whatever came of them', moved),
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
      'Of everybody who got in touch at least that many days ago, those of whom the record says within that time: a decision that the law does not require us to meet their needs, a catch-up we did not agree to, a plan they disagreed with in full or part, a need no plan meets, something nobody offers nearby, or a group that said no.',
    of: 'people',
    days: 90,
    beside: 'supported',
  },
  'not-yet': {
    rule: '4.1',
    what: 'had something tried for them that a rule said “not yet” to',
    words:
      'Of everybody who got in touch at least that many days ago, those about whom one of us tried something that a rule of practice said “not yet” to within that time.',
    of: 'people',
    days: 90,
    beside: 'not-got',
  },
  'not-eligible': {
    rule: 'C3-4',
    what: 'found that the law does not require us to meet needs',
    words:
      'Of decisions given, those that the law does not require us to meet needs. Each carries written advice, which is what was offered instead; without it none can be kept. Counted whenever it was given.',
    of: 'decisions',
    beside: 'told-in-writing',
  },
  'told-in-writing': {
    rule: 'C3-4',
    what: 'were sent to the person in writing, with how to challenge and how to ask again',
    words:
      'Of decisions that the law does not require us to meet needs, given at least that many days ago, those of which a copy went to the person within that time.',
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
  'came-back': {
    rule: '4.15',
    what: 'came back after everything had rested',
    words:
      'Of everybody new whose conversations had all rested at least that many days ago, those who got in touch again within that time. Coming back is for learning, and never a failure.',
    of: 'people',
    days: 90,
    beside: 'view-written',
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

/** How long conversation 2 is looked for after conversation 1 began: the same for everybody, whenever they came. */
export const TALKS_DAYS = 90;

export type MeasureName = keyof typeof shareDefinitions;

/** How many days a share follows. @example windowOf('went') // 90 */
export function windowOf(measure: MeasureName): number {
  const one: ShareDefinition = shareDefinitions[measure];
  if (one.days === undefined) throw new Error(`${measure} has no window`);
  return one.days;
}
