/** What may happen in a history, as it is kept: the number is the event's place on one day, so a contact is before what it led to. */
export const events = {
  contact: 1,
  conversation: 2,
  'service agreed': 3,
  'service start': 4,
  'service end': 5,
  review: 6,
  'move away': 7,
  death: 8,
  introduction: 9,
  conference: 10,
} as const;
export type EventName = keyof typeof events;

/** How each is written on our pages and in our example; a file may write it so. */
export const eventNames: Record<EventName, string> = {
  contact: 'contact',
  conversation: 'conversation',
  'service agreed': 'support agreed',
  'service start': 'support start',
  'service end': 'support end',
  review: 'catch-up',
  'move away': 'move away',
  death: 'death',
  introduction: 'introduction',
  conference: 'conference',
};

/** Other systems' words for the same. */
const eventWords: Record<EventName, readonly string[]> = {
  contact: [
    'contact',
    'request',
    'request for support',
    'referral',
    'new contact',
    'enquiry',
    'got in touch',
  ],
  conversation: ['conversation', 'assessment', 'first conversation', 'care act assessment', 'spoken with'],
  'service agreed': [
    'service agreed',
    'support agreed',
    'package agreed',
    'awaiting service',
    'waiting for service',
  ],
  'service start': [
    'service start',
    'service started',
    'service',
    'start of service',
    'support start',
    'package start',
  ],
  'service end': ['service end', 'service ended', 'end of service', 'support end', 'package end'],
  review: ['review', 'annual review', 'catch up', 'reassessment'],
  'move away': ['move away', 'moved away', 'moved', 'move', 'left area', 'out of area'],
  death: ['death', 'died', 'deceased', 'date of death'],
  introduction: [
    'introduction',
    'introduced',
    'family group conference referral',
    'fgc referral',
    'conference referral',
  ],
  conference: ['conference', 'family group conference', 'fgc', 'family conference', 'conference held'],
};

/** Kinds of service, contact outcome and conversation. The services stand in the order in which the national return ranks them. */
export const kinds = {
  'not said': 0,
  'st-max': 1,
  nursing: 2,
  residential: 3,
  community: 4,
  prison: 5,
  'low-level': 6,
  'other short-term': 7,
  'one-off': 8,
  'long-term': 9,
  'conversation 1': 11,
  'conversation 2': 12,
  'conversation 3': 13,
  'end of life': 21,
  deceased: 22,
  'nhs funded': 23,
  signposted: 24,
  'no service': 25,
} as const;
export type KindName = keyof typeof kinds;

/** Only these are ongoing support, so only their start is conversion (E3). */
export const ongoingKinds = [
  kinds.nursing,
  kinds.residential,
  kinds.community,
  kinds.prison,
  kinds['long-term'],
];

const serviceWords: Partial<Record<KindName, readonly string[]>> = {
  'long-term': ['long term', 'long term support', 'ongoing', 'ongoing support'],
  nursing: ['nursing', 'nursing care', 'long term support: nursing care', 'long term nursing'],
  residential: [
    'residential',
    'residential care',
    'long term support: residential care',
    'long term residential',
  ],
  community: [
    'community',
    'home care',
    'long term support: community',
    'long term community',
    'direct payment',
  ],
  prison: ['prison', 'long term support: prison', 'long term prison'],
  'st-max': ['st max', 'reablement', 'short term support: st max', 'short term to maximise independence'],
  'low-level': [
    'low level',
    'ongoing low level',
    'short term support: ongoing low level',
    'equipment with upkeep',
  ],
  'other short-term': [
    'short',
    'short term',
    'other short term',
    'short term support: other short term',
    'respite',
  ],
  'one-off': ['one off', 'one off payment', 'equipment', 'adaptation'],
};
const talkWords: Partial<Record<KindName, readonly string[]>> = {
  'conversation 1': ['1', 'c1', 'conversation 1', 'first'],
  'conversation 2': ['2', 'c2', 'conversation 2', 'second'],
  'conversation 3': ['3', 'c3', 'conversation 3', 'third'],
};
const outcomeWords: Partial<Record<KindName, readonly string[]>> = {
  signposted: [
    'signposted',
    'universal services',
    'information and advice',
    'nfa information & advice / signposting only',
    'nfa: information and advice or signposting',
  ],
  'no service': [
    'no service',
    'no services',
    'nfa',
    'nfa other',
    'nfa: other',
    'no further action',
    'nothing further',
  ],
  'nhs funded': ['nhs funded', '100% nhs funded care', 'nfa 100% nhs funded care', 'continuing healthcare'],
  'end of life': ['end of life', 'progress to end of life care'],
  deceased: ['deceased', 'nfa deceased', 'nfa: deceased'],
};

/** The columns of a file, and what other systems call them. */
export const columns = {
  person: [
    'person',
    'person key',
    'person id',
    'person reference',
    'client id',
    'customer id',
    'service user id',
    'pseudonym',
    'la person unique identifier',
    'id',
  ],
  event: ['event', 'event type', 'type of event', 'what'],
  starts: ['starts', 'start', 'start date', 'event start date', 'date', 'from', 'on'],
  ends: ['ends', 'end', 'end date', 'event end date', 'to', 'until'],
  kind: ['kind', 'type', 'service type', 'outcome', 'event outcome', 'length'],
  team: ['team', 'team name', 'answered by'],
  row: [
    'row',
    'row id',
    'source row id',
    'source row',
    'record id',
    'event reference',
    'event reference number',
  ],
  'age band': ['age band', 'ageband', 'age group', 'age'],
  district: ['district', 'postcode district', 'outcode', 'postcode area', 'postcode'],
  'weekly cost': [
    'weekly cost',
    'cost',
    'cost per week',
    'unit cost',
    'planned weekly cost',
    'weekly amount',
  ],
} as const;
export type Column = keyof typeof columns;
export const neededColumns: readonly Column[] = ['person', 'event', 'starts'];

/** One event, as it is kept. Words of the file that have no place in a list of ours (team, age band, district) stay words here. */
export interface BroughtEvent {
  row: number;
  person: string;
  event: number;
  starts: string;
  ends: string | null;
  kind: number;
  team: string;
  ageBand: string;
  district: string;
  weeklyPence: number | null;
  sourceRow: string;
}

/** What is wrong in one cell and what to do. `found` is what stood there, never a person key. */
export interface RowProblem {
  row: number;
  column: string;
  found: string;
  whatToDo: string;
}

/** @example plain(' Event_Type ') // 'event type' */
export const plain = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_\-–—]+/g, ' ')
    .trim();

const wordsOf = <Name extends string>(table: Partial<Record<Name, readonly string[]>>): Map<string, Name> =>
  new Map(
    (Object.entries(table) as [Name, readonly string[]][]).flatMap(([name, words]) =>
      [name, ...words].map((word) => [plain(word), name] as const),
    ),
  );

const eventOf = wordsOf(eventWords);
const columnOf = wordsOf(columns);
const kindOf: Record<string, Map<string, KindName>> = {
  contact: wordsOf(outcomeWords),
  conversation: wordsOf(talkWords),
  'service agreed': wordsOf(serviceWords),
  'service start': wordsOf(serviceWords),
  'service end': wordsOf(serviceWords),
};

export const readEvent = (word: string): EventName | undefined => eventOf.get(plain(word));
export const readColumn = (word: string): Column | undefined => columnOf.get(plain(word));

/** The kind a word stands for beside this event; undefined when nobody could say. Reviews, moves and deaths have none. */
export function readKind(event: EventName, word: string): KindName | undefined {
  const known = kindOf[event];
  return known && plain(word) !== '' ? known.get(plain(word)) : 'not said';
}

/** The kinds a file may name beside this event, for whoever wrote another. */
export const kindsFor = (event: EventName): string[] => [...new Set(kindOf[event]?.values() ?? [])];
