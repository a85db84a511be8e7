import { answerInWords, equalityQuestions } from '../../people/equality/categories.ts';

/** By what people may be looked at apart (4.16 of practice and law). */
export const bys = ['age', 'ethnicity', 'language', 'disability', 'district', 'team'] as const;
export type By = (typeof bys)[number];

/** What people say of themselves, told as at the end of whole four weeks only (`wholeFourWeeks`). */
export const isOfThemselves = (by: By): boolean => by === 'ethnicity' || by === 'disability';

/** What came of it: one at a time, so that it can be read on a telephone. */
export const measures = ['support', 'how-far', 'conversation', 'came-back'] as const;
export type AmongMeasure = (typeof measures)[number];

export const measureInWords: Record<AmongMeasure, string> = {
  support: 'Who began ongoing support',
  'how-far': 'Who gets a conversation 1 only',
  conversation: 'How soon somebody spoke with them',
  'came-back': 'Who came back',
};

interface ByInWords {
  name: string;
  counted: string;
  /** What the line of those without a value is called. */
  unknown: string;
}

export const byInWords: Record<By, ByInWords> = {
  age: {
    name: 'Age',
    counted: 'Age on the day they first got in touch since the site began.',
    unknown: 'Birth date not known',
  },
  ethnicity: {
    name: 'Ethnic group',
    counted: 'As they said themselves, or somebody for them, in the census groups of 2021.',
    unknown: 'Not said',
  },
  language: {
    name: 'Language',
    counted: 'The first language written down for them.',
    unknown: 'Not said',
  },
  disability: {
    name: 'Disability, impairment or condition',
    counted: 'As they said. Somebody with several is counted once, in a line of their own.',
    unknown: 'Not said',
  },
  district: {
    name: 'Postcode district',
    counted:
      'Where they lived when they got in touch. Anybody with an address that is kept private is counted in no district.',
    unknown: 'Not known, or kept private',
  },
  team: {
    name: 'Team',
    counted: 'The team that answered the first of their contacts. A team of one worker is not named.',
    unknown: 'No team written down',
  },
};

/** Ages from the first of each band; the last has no end. */
const AGES = [18, 65, 75, 85] as const;
export const ageBands = ['under-18', '18-64', '65-74', '75-84', '85-and-over'] as const;
export const ageBandsFrom: readonly number[] = AGES;

const ageBandInWords: Record<string, string> = {
  'under-18': 'Under 18',
  '18-64': '18 to 64',
  '65-74': '65 to 74',
  '75-84': '75 to 84',
  '85-and-over': '85 and over',
};

/** In standard answers, words of their own only. */
export const OWN_WORDS = 'own-words';
/** A team with one worker is not named: what it did would be a figure of that worker. All such teams are one line. */
export const TEAM_OF_ONE = 'A team of one';
/** Of several conditions. */
export const MORE_THAN_ONE = 'more-than-one';

/**
 * The line a value is counted in. Nineteen ethnic groups are too fine for most places, so they are counted under their
 * headings, with everybody White but the majority apart: an unfairness to them would not show otherwise.
 * @example lineOf('ethnicity', 'asian-indian') // 'Asian or Asian British'
 */
export function lineOf(by: By, value: string): string {
  if (value === OWN_WORDS) return 'In their own words only';
  if (by === 'age') return ageBandInWords[value] ?? value;
  if (by === 'ethnicity') return ethnicLineOf(value);
  if (by === 'language') return value.toLowerCase().replace(/(^|[\s-])\S/g, (first) => first.toUpperCase());
  if (by === 'disability')
    return value === MORE_THAN_ONE ? 'More than one' : answerInWords('disability', value);
  return value;
}

function ethnicLineOf(key: string): string {
  if (key === 'white-british') return 'White British';
  const heading = equalityQuestions.ethnicity.categories.find((one) => one.key === key)?.heading ?? key;
  return heading === 'White' ? 'White, any other background' : heading;
}

const orders: Partial<Record<By, string[]>> = {
  age: ageBands.map((band) => lineOf('age', band)),
  ethnicity: [...new Set(equalityQuestions.ethnicity.categories.map(({ key }) => ethnicLineOf(key)))],
  disability: equalityQuestions.disability.categories.map(({ key }) => lineOf('disability', key)),
};

/** In the order of the standard list, or else of the alphabet: never by who does best. */
export function inOrder(by: By, lines: readonly string[]): string[] {
  const order = orders[by] ?? [];
  const place = (line: string): number => (order.indexOf(line) + order.length + 1) % (order.length + 1);
  return lines.toSorted((a, b) => place(a) - place(b) || a.localeCompare(b, 'en-GB', { numeric: true }));
}
