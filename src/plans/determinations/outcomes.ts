/**
 * The outcomes and senses the law names, in plain words, each with its place in the Care and Support
 * (Eligibility Criteria) Regulations 2015 (SI 2015/313). Data, not judgement: a council may not add or drop one.
 */

export type Kind = 'adult' | 'carer';

export interface Outcome {
  /** How it is kept and sent. */
  key: string;
  /** As it follows "nothing yet about" and "unable to achieve". */
  text: string;
  /** The same to the person's face, where it differs. */
  toYou?: string;
  source: string;
}

/** Regulation 2(2): the ten outcomes for an adult. */
export const adultOutcomes = [
  { key: 'nutrition', text: 'eating and drinking well', source: 'reg 2(2)(a)' },
  { key: 'hygiene', text: 'keeping clean', source: 'reg 2(2)(b)' },
  { key: 'toilet', text: 'using the toilet', source: 'reg 2(2)(c)' },
  { key: 'clothing', text: 'being dressed for the day and the weather', source: 'reg 2(2)(d)' },
  {
    key: 'home-safety',
    text: 'getting about their home safely',
    toYou: 'getting about your home safely',
    source: 'reg 2(2)(e)',
  },
  { key: 'habitable-home', text: 'keeping the home fit to live in', source: 'reg 2(2)(f)' },
  {
    key: 'relationships',
    text: 'making and keeping up with family, friends and others',
    source: 'reg 2(2)(g)',
  },
  { key: 'work-learning', text: 'work, training, learning or volunteering', source: 'reg 2(2)(h)' },
  {
    key: 'local-places',
    text: 'getting to what is nearby: shops, buses, things to do',
    source: 'reg 2(2)(i)',
  },
  {
    key: 'caring-for-a-child',
    text: 'looking after a child they are responsible for',
    toYou: 'looking after a child you are responsible for',
    source: 'reg 2(2)(j)',
  },
] as const satisfies readonly Outcome[];

/** Regulation 3(2)(b): the eight outcomes for a carer. */
export const carerOutcomes = [
  {
    key: 'caring-for-a-child',
    text: 'looking after a child they are responsible for',
    toYou: 'looking after a child you are responsible for',
    source: 'reg 3(2)(b)(i)',
  },
  {
    key: 'caring-for-others',
    text: 'caring for others they look after',
    toYou: 'caring for others you look after',
    source: 'reg 3(2)(b)(ii)',
  },
  {
    key: 'habitable-home',
    text: 'keeping their own home fit to live in',
    toYou: 'keeping your own home fit to live in',
    source: 'reg 3(2)(b)(iii)',
  },
  { key: 'nutrition', text: 'eating and drinking well', source: 'reg 3(2)(b)(iv)' },
  {
    key: 'relationships',
    text: 'making and keeping up with family, friends and others',
    source: 'reg 3(2)(b)(v)',
  },
  { key: 'work-learning', text: 'work, training, learning or volunteering', source: 'reg 3(2)(b)(vi)' },
  {
    key: 'local-places',
    text: 'getting to what is nearby: shops, buses, things to do',
    source: 'reg 3(2)(b)(vii)',
  },
  {
    key: 'recreation',
    text: 'time for themselves and what they enjoy',
    toYou: 'time for yourself and what you enjoy',
    source: 'reg 3(2)(b)(viii)',
  },
] as const satisfies readonly Outcome[];

export function outcomesFor(kind: Kind): readonly Outcome[] {
  return kind === 'adult' ? adultOutcomes : carerOutcomes;
}

export type SenseKey = 'without-help' | 'pain-distress-anxiety' | 'danger' | 'much-longer';

export interface Sense {
  key: SenseKey;
  text: string;
  toYou: string;
  source: string;
}

/** Regulation 2(3): the four senses in which an adult is regarded as unable. */
const adultSenses: readonly Sense[] = [
  {
    key: 'without-help',
    text: 'cannot without help, or without being reminded',
    toYou: 'you cannot without help, or without being reminded',
    source: 'reg 2(3)(a)',
  },
  {
    key: 'pain-distress-anxiety',
    text: 'can, with great pain, distress or worry',
    toYou: 'you can, with great pain, distress or worry',
    source: 'reg 2(3)(b)',
  },
  {
    key: 'danger',
    text: 'can, and it puts them or somebody in danger',
    toYou: 'you can, and it puts you or somebody in danger',
    source: 'reg 2(3)(c)',
  },
  {
    key: 'much-longer',
    text: 'can, and it takes much longer than it should',
    toYou: 'you can, and it takes you much longer than it should',
    source: 'reg 2(3)(d)',
  },
];

/** Regulation 3(3): a carer has three senses. "Takes much longer" is the adult's alone. */
const carerSenses: readonly Sense[] = adultSenses
  .slice(0, 3)
  .map((sense) => ({ ...sense, source: sense.source.replace('reg 2', 'reg 3') }));

export function sensesFor(kind: Kind): readonly Sense[] {
  return kind === 'adult' ? adultSenses : carerSenses;
}

/** How many outcomes a person must be unable to achieve: regulation 2(1)(b), regulation 3(2)(b). */
export const unableInAtLeast: Record<Kind, number> = { adult: 2, carer: 1 };
