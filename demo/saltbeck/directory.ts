import type { NeedKind } from '../../src/community/groups/own-page/need-kinds.ts';
import type {
  NewSuggestion,
  SuggestionAnswer,
} from '../../src/community/groups/suggestions/suggestions.store.ts';
import type { LineKind } from '../../src/community/introductions/lines/line.ts';
import type { Group, Moment, PersonKey, StaffKey } from './script.ts';

/** The days on which Saltbeck went round and asked its groups whether they are still right. */
export const roundsDaysAgo = [24, 21, 17, 14, 10, 7, 3, 1] as const;

/** Who rings those that do not answer, by half postcode. */
export const stewards: [district: string, who: StaffKey][] = [
  ['SB1', 'dilys'],
  ['SB2', 'tomasz'],
  ['SB4', 'nneka'],
  ['SB5', 'nneka'],
];

/** Those who would rather have a card, or be rung. */
export const askedOtherwise = [
  {
    group: 'pilots-bench',
    way: 'post',
    askTo: 'The Old Lookout, The Mole, Saltbeck',
    who: 'Whoever has the key',
  },
  { group: 'dog-walkers', way: 'phone', askTo: '01632 960710', who: 'Hugh Tranter, evenings' },
] as const;

/** What groups said of themselves when they were asked, or before anybody asked. */
export const groupsSaid = {
  stillRight: [
    { group: 'evening-ring', at: { daysAgo: 16, time: '20:10' } },
    { group: 'young-carers-plus', at: { daysAgo: 16, time: '09:35' } },
    { group: 'sail-on', at: { daysAgo: 9, time: '18:20' } },
  ],
  full: { group: 'thornsea-bowls', at: { daysAgo: 4, time: '21:30' } },
  paused: {
    group: 'bereavement-swim',
    at: { daysAgo: 6, time: '13:05' },
    days: 52,
    words: 'The lifeguards are away until the new year. The flask is still on: ring Bridie.',
  },
  onlyForNow: { group: 'warm-room', at: { daysAgo: 13, time: '16:45' }, days: 118 },
} as const satisfies Record<string, unknown>;

/** How many newcomers a month, as the group said. */
export const welcomes = { group: 'boat-shed', at: { daysAgo: 11, time: '13:20' }, aMonth: 3 } as const;

/** “I run this”: one that waits, and one that was answered. */
export const claims = [
  {
    group: 'our-lives',
    at: { daysAgo: 34, time: '10:15' },
    name: 'Perpetua Lowe',
    reach: '01632 960725',
    words: 'I chair it. You have my voice on the machine and my face on the door.',
    wantsAll: true,
    answeredAt: { daysAgo: 33, time: '09:30' },
  },
  {
    group: 'harbour-voices',
    at: { daysAgo: 1, time: '22:40' },
    name: 'Dorothy Keel',
    reach: 'choir@example.org',
    words: 'I conduct, I unlock and I make the tea.',
    wantsAll: false,
    answeredAt: null,
  },
] as const;

interface SuggestionTold {
  at: Moment;
  suggestion: NewSuggestion;
  answer: { at: Moment; answer: SuggestionAnswer; words: string; group: string | null } | null;
}

/** What neighbours told us of: one answered, one that waits. */
export const suggestions: SuggestionTold[] = [
  {
    at: { daysAgo: 19, time: '19:50' },
    suggestion: {
      ...{ kind: 'missing', listingId: null, words: 'Men in a garage on the Pans who mend toasters' },
      ...{ place: 'Saltpan Road, I think', when: 'Wednesdays', reach: null },
    },
    answer: {
      ...{ at: { daysAgo: 18, time: '09:20' }, answer: 'joined', group: 'menders' },
      words: 'They are here as “Men who mend things”. We have added toasters to what they say. Thank you.',
    },
  },
  {
    at: { daysAgo: 3, time: '17:05' },
    suggestion: {
      ...{
        kind: 'i-run-it',
        listingId: null,
        words: 'We sing shanties on the ferry when it is foggy and cannot go',
      },
      ...{ place: 'The ferry steps', when: 'When there is fog', reach: '01632 960791' },
    },
    answer: null,
  },
];

interface NeedTold {
  group: string;
  at: Moment;
  kind: NeedKind;
  words: string;
  met?: { at: Moment; how: string };
}

export const needs: NeedTold[] = [
  {
    ...{ group: 'boat-shed', at: { daysAgo: 26, time: '12:30' }, kind: 'something else' },
    words: 'A starter motor for a Gardner, or somebody who has seen one go',
  },
  {
    ...{
      group: 'boat-shed',
      at: { daysAgo: 60, time: '12:30' },
      kind: 'tea',
      words: 'A kettle that whistles',
    },
    met: { at: { daysAgo: 44, time: '12:30' }, how: 'The Mission had three.' },
  },
  {
    ...{ group: 'eelthorpe-lunch', at: { daysAgo: 12, time: '15:00' }, kind: 'driver' },
    words: 'A driver for the Thornsea road, Tuesdays at eleven',
  },
];

export const thanks = [
  {
    group: 'harbour-voices',
    by: 'rowan',
    at: { daysAgo: 15, time: '16:10' },
    words: 'Somebody slept a whole night after singing with you. We asked, and may tell you.',
  },
  {
    group: 'boat-shed',
    by: 'dilys',
    at: { daysAgo: 20, time: '11:00' },
    words: 'A man who had not left his stairs since March came down them carrying a spanner.',
  },
] as const;

export const storyBack = {
  group: 'harbour-voices',
  at: { daysAgo: 14, time: '21:45' },
  words: 'Thursday we had eleven altos. We have not had eleven altos since the lifeboat supper.',
} as const;

export const userLed = [
  { group: 'our-lives', at: { daysAgo: 33, time: '09:35' }, who: 'Perpetua Lowe' },
  { group: 'white-stick', at: { daysAgo: 22, time: '11:30' }, who: 'Maurice Tewson' },
  { group: 'say-it-ourselves', at: { daysAgo: 28, time: '14:00' }, who: 'Trevor, chair' },
] as const;

/** Another directory that reaches Saltbeck, with two groups it knows by other names. */
export const churchesFeed = {
  name: 'Marsh churches’ directory',
  url: 'https://churches.example.org/directory',
  daysAgo: 7,
} as const;
export const nearCopies: { of: string; changes: Partial<Group> }[] = [
  {
    of: 'eelthorpe-lunch',
    changes: {
      name: 'Lunch club, Eelthorpe',
      organisation: 'Saint Guthlac’s, Eelthorpe',
      summary: 'A cooked dinner every Tuesday, and lifts.',
      description: 'Cooked in the village hall. Ring by Monday night if you need a lift.',
      cost: '£4',
    },
  },
  {
    of: 'thornsea-bowls',
    changes: {
      name: 'Thornsea short-mat bowls',
      organisation: 'Thornsea Chapel',
      summary: 'Bowls in the pavilion, and tea after.',
      description: 'Everybody is welcome. Flat shoes.',
      email: 'chapel@example.org',
    },
  },
];

interface LineAgreed {
  kind: LineKind;
  words: string;
  yes: string;
}

/** Somebody who would like to come: asked of the group, with what he said may be told. */
export const waiting: {
  person: PersonKey;
  group: string;
  by: StaffKey;
  at: Moment;
  why: string;
  permission: string;
  lines: LineAgreed[];
} = {
  ...{ person: 'gurdeep', group: 'harbour-radio', by: 'rowan', at: { daysAgo: 2, time: '15:20' } },
  why: 'Forty years of talking to a whole bus; nobody at a microphone is asked what they can see.',
  permission: '“One evening. I will bring my own jokes.”',
  lines: [
    { kind: 'first-name', words: 'Gurdeep', yes: '“They may have my name.”' },
    {
      kind: 'getting-in',
      words: 'He comes with a white cane and would like to be met at the bus stop, not at the door.',
      yes: '“Tell them that. Then I need not.”',
    },
  ],
};

/** Small local money: what it was for, and what it changed. */
export const money = {
  person: 'bron',
  group: 'harbour-voices',
  by: 'rowan',
  at: { daysAgo: 46, time: '10:00' },
  amountPence: 900,
  whatFor: 'a taxi home from choir, twice',
  purpose: 'she can stay for the tea, and the last bus goes at nine',
  changed: { at: { daysAgo: 30, time: '12:00' }, words: 'An alto drives her home now.' },
} as const;

/** What people looked for and did not find, as it is counted: things and half a postcode, nobody’s name. */
export const lookedForInVain = [
  { words: 'chess', district: 'SB2', days: [38, 33, 29, 26, 21, 18, 12, 9, 4, 2] },
  { words: 'badminton', district: 'SB3', days: [31, 8] },
] as const;
