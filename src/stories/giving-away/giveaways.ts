import { rareWords } from './rare-words.ts';

/** Why a few words may tell who somebody is. */
export const giveawayKinds = [
  'protected',
  'person',
  'address',
  'postcode',
  'born',
  'date',
  'age',
  'number',
  'rare',
  'named',
] as const;
export type GiveawayKind = (typeof giveawayKinds)[number];

export interface Giveaway {
  kind: GiveawayKind;
  /** As it stands in the story. */
  words: string;
}

/** What the record knows that might stand in the words. */
export interface KnownOfThem {
  /** Everybody's names: theirs, and of the people around them. */
  names: readonly string[];
  /** Where they live or have lived, not protected. */
  places: readonly string[];
  /** Lines and postcodes of protected addresses. */
  protected: readonly string[];
}

export const nothingKnown: KnownOfThem = { names: [], places: [], protected: [] };

const months = 'january|february|march|april|may|june|july|august|september|october|november|december';
const roads =
  'street|road|avenue|lane|drive|court|house|way|gardens?|terrace|crescent|square|grove|place|row|hill|mews|estate';

const patterns: readonly [GiveawayKind, RegExp][] = [
  ['postcode', /\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b/gi],
  [
    'address',
    new RegExp(`\\b(?:flat\\s+)?\\d+[a-z]?,?\\s+(?:[\\p{Lu}][\\p{L}’'-]+\\s+){1,3}(?:${roads})\\b`, 'giu'),
  ],
  ['born', /\bborn\s+(?:on|in)\s+[^.,;]{2,30}\d{4}|\bborn\s+in\s+\d{4}\b|\bbirthday\s+is\b[^.;]{0,30}\d/gi],
  [
    'date',
    new RegExp(
      `\\b\\d{1,2}(?:st|nd|rd|th)?\\s+(?:of\\s+)?(?:${months})(?:\\s+\\d{4})?\\b|\\b(?:${months})\\s+\\d{1,2}(?:st|nd|rd|th)?\\b(?:,?\\s+\\d{4})?|\\b\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4}\\b|\\b\\d{4}-\\d{2}-\\d{2}\\b`,
      'gi',
    ),
  ],
  [
    'age',
    /\b(?:9\d|1[01]\d)(?:st|nd|rd|th)?(?:[\s-]+(?:years?|birthday|year-old)\b|(?=\s*(?:$|[.,;)]|and\b|now\b|next\b|last\b)))|\b(?:ninety|a hundred|one hundred)(?:[\s-](?:one|two|three|four|five|six|seven|eight|nine))?\b/gi,
  ],
  ['number', /\b0\d(?:[\s-]?\d){8,9}\b|\b\d{3}[\s-]?\d{3}[\s-]?\d{4}\b|[^\s@]+@[^\s@]+\.[^\s@.]+/g],
];

/** Capitals in the midst of a sentence: a person, a place, a group or a firm. The commonest that are none of these are let be. A line left empty begins another sentence. */
const named =
  /(?<=[\p{Ll}\d,;]['’]?(?:[^\S\n]+|[^\S\n]*\n[^\S\n]*))(?:\p{Lu}(?!-)[\p{L}’'-]+)(?:\s+(?:(?:of|the|and)\s+)?\p{Lu}(?!-)[\p{L}’'-]+)*/gu;
const namesNobody = new Set(
  "I I’m I’d I’ll I’ve I'm I'd I'll I've Mum Dad Nan Gran Grandad Nana God Christmas Easter Ramadan Eid Diwali English England Britain British NHS TV"
    .split(' ')
    .concat('Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' '))
    .concat(months.split('|').map((month) => `${month[0]?.toUpperCase()}${month.slice(1)}`)),
);

/**
 * S-6: what in these words might tell who somebody is, each once: rare facts, places and dates. It points, and a person decides;
 * it knows no more than its lists and the record, so that nothing found is never “nobody can tell”.
 * @example giveawaysIn('He is 94 and lives at 3 Mill Lane.', nothingKnown).map((one) => one.kind)
 */
export function giveawaysIn(text: string, known: KnownOfThem): Giveaway[] {
  const found: Giveaway[] = [
    ...standing(known.protected, text).map((words) => ({ kind: 'protected' as const, words })),
    ...standing(known.places, text).map((words) => ({ kind: 'address' as const, words })),
    ...standing(known.names.flatMap(partsOf), text).map((words) => ({ kind: 'person' as const, words })),
    ...patterns.flatMap(([kind, pattern]) =>
      [...text.matchAll(pattern)].map(([words]) => ({ kind, words: words.trim() })),
    ),
    ...standing(rareWords, text).map((words) => ({ kind: 'rare' as const, words })),
    ...[...text.matchAll(named)]
      .filter(([words]) => !namesNobody.has(words))
      .map(([words]) => ({ kind: 'named' as const, words })),
  ];
  return found.filter((one, at) => !found.slice(0, at).some((before) => covers(before, one)));
}

/** S-5: whether an address that is protected stands in the words. */
export const givesProtectedAway = (text: string, known: KnownOfThem): boolean =>
  standing(known.protected, text).length > 0;

/** Said before, under whatever kind: a part of a longer one, or the same again. */
const covers = (before: Giveaway, one: Giveaway): boolean =>
  before.words.toLowerCase().includes(one.words.toLowerCase());

/** Which of these stand in a text, as they stand there: spaces, hyphens and apostrophes as people type them. */
function standing(phrases: readonly string[], text: string): string[] {
  const wanted = phrases.map((phrase) => phrase.trim()).filter((phrase) => phrase.length > 2);
  return wanted.flatMap((phrase) => {
    const pattern = phrase
      .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replace(/[’']/g, "[’']?")
      .replace(/[\s,-]+/g, '[\\s,-]*');
    const hit = new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'iu').exec(text);
    return hit ? [hit[0]] : [];
  });
}

/** A whole name, and each part long enough to be one. @example partsOf('Ada Moss') // ['Ada Moss', 'Ada', 'Moss'] */
function partsOf(name: string): string[] {
  const parts = name.split(/[\s,]+/).filter((part) => part.length > 2);
  return parts.length > 1 ? [name, ...parts] : parts;
}
