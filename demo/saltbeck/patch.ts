import type { Moment, PersonKey, StaffKey } from './script.ts';

interface VisitTold {
  by: StaffKey;
  at: Moment;
  kind: 'visit' | 'walk' | 'event';
  group?: string;
  place: string;
  wentWith?: string;
  learned: string;
  whatItIsLike?: string;
  isStillRight?: boolean;
}

/** Where the team has been, and what it learned. */
export const visits: VisitTold[] = [
  {
    by: 'dilys',
    at: { daysAgo: 40, time: '14:10' },
    kind: 'walk',
    place: 'Ropewalk to the ferry steps',
    wentWith: 'a trainee, and a dog we met',
    learned:
      'The bench by the ferry steps has gone. Three people said they used to sit there to talk. The net loft has lights on again: somebody is mending sails upstairs.',
  },
  {
    by: 'dilys',
    at: { daysAgo: 9, time: '10:30' },
    kind: 'visit',
    group: 'boat-shed',
    place: 'The Boat Shed',
    learned: 'Nine there, two of them new. The stove smokes when the wind is east, so they prop the door.',
    isStillRight: true,
  },
  {
    by: 'nneka',
    at: { daysAgo: 23, time: '12:00' },
    kind: 'event',
    place: 'Coldwick harvest lunch',
    learned:
      'Sixty people and one oven. Whoever cannot drive comes with the postman, who has never been asked to and never says no.',
  },
];

/** A conversation neighbours held about the bench. */
export const conversation = {
  by: 'dilys',
  at: { daysAgo: 31, time: '19:00' },
  place: 'The launderette on Capstan Street',
  hostedBy: 'Meg, who has the launderette',
  beganWith:
    'Meg’s mother sat on the bench every evening for thirty years. “She was never alone there, and she was always on her own.”',
  heard:
    '“Nobody took it. It rotted, and nobody was asked.”\n\nPeople want somewhere to sit that is nobody’s turn to look after, and a light.',
  guests:
    'Meg\nAlf, brought by Meg\nSunita, brought by Alf\nTwo of the ferrymen, brought by Sunita\nThe vicar',
  actions: 'Ask the harbour office for the old mooring timber: Alf\nBring tea until there is a bench: Meg',
  became: 'They gave it, and a joiner to go with it.',
  partners: 'The harbour office; the sail loft',
  nextInDays: 16,
} as const;

/** Somebody Nneka walks alongside, who has no record here and wants none. */
export const walking = {
  by: 'nneka',
  at: { daysAgo: 75, time: '09:20' },
  knownAs: 'Hob',
  howMet: 'At the bus stop in Coldwick, about the bus that no longer comes',
  goodLife: '“The sea every day, and nobody ringing to ask if I am all right.”',
  notes: [
    {
      daysAgo: 60,
      words: 'Showed me where the samphire grows. Asked nothing, and I asked nothing.',
      read: true,
    },
    { daysAgo: 12, words: 'Would not mind company on the long walk, if it did not talk.', read: false },
  ],
} as const;

interface LineTold {
  person: PersonKey;
  by: StaffKey;
  at: Moment;
  direction: 'gives' | 'would-like';
  kind: 'skill' | 'time' | 'lift' | 'thing' | 'company';
  words: string;
  district: string;
  permission: string;
}

/** What some would give a neighbour, or would like from one, as they said it may be heard. */
export const lines: LineTold[] = [
  {
    ...{ person: 'wilf', by: 'dilys', at: { daysAgo: 8, time: '11:00' } },
    ...{ direction: 'gives', kind: 'skill', words: 'Mends engines, and shows you how while he does' },
    ...{ district: 'SB1', permission: '“Tell them. It is only sitting in my hands.”' },
  },
  {
    ...{ person: 'leon', by: 'ama', at: { daysAgo: 20, time: '15:00' } },
    ...{ direction: 'would-like', kind: 'skill', words: 'Somebody to get a moped engine going with me' },
    ...{ district: 'SB2', permission: '“Yeah, as long as they don’t talk down.”' },
  },
  {
    ...{ person: 'peggy', by: 'rowan', at: { daysAgo: 30, time: '10:00' } },
    ...{ direction: 'would-like', kind: 'company', words: 'Somebody to sing the old hymns with' },
    ...{ district: 'SB1', permission: '“You may say that.”' },
  },
];

/** Asked for and not there. */
export const gaps = [
  {
    by: 'rowan',
    at: { daysAgo: 14, time: '16:00' },
    words: 'Somewhere to play chess in the evening',
    place: 'SB2',
  },
  { by: 'ama', at: { daysAgo: 33, time: '12:00' }, words: 'A swimming session with a hoist', place: 'SB1' },
  {
    by: 'nneka',
    at: { daysAgo: 5, time: '09:45' },
    words: 'A lift home from singing after dark',
    place: 'SB5',
  },
] as const;
