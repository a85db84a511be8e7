/** One answer of a standard list. */
export interface Category {
  key: string;
  /** Its heading in the standard list, where it has headings. */
  heading?: string;
  label: string;
}

/** A thing somebody may want to say about who they are. */
export interface EqualityQuestion {
  /** What it is called when it is spoken of. */
  name: string;
  label: string;
  hint?: string;
  categories: readonly Category[];
}

/** An answer to any of them: it was asked, and they would rather not say. */
export const RATHER_NOT_SAY = 'rather-not-say';
/** To the question about conditions, said alone: none. */
export const NONE = 'none';

const under = (heading: string, labels: Record<string, string>): Category[] =>
  Object.entries(labels).map(([key, label]) => ({ key, heading, label }));
const list = (labels: Record<string, string>): Category[] =>
  Object.entries(labels).map(([key, label]) => ({ key, label }));

/**
 * The questions and their standard answers. Ethnic group is the 19 (18 and Roma) of the 2021 census of England, worded as
 * Client Level Data wants them with their heading before them; the others are the Government Statistical Service's harmonised standards
 * for religion, impairment, sexual orientation and legal partnership status. Gender is asked as who somebody is.
 */
export const equalityQuestions = {
  ethnicity: {
    name: 'ethnic group',
    label: 'Ethnic group or background',
    categories: [
      ...under('White', {
        'white-british': 'English, Welsh, Scottish, Northern Irish or British',
        'white-irish': 'Irish',
        'white-gypsy-or-irish-traveller': 'Gypsy or Irish Traveller',
        'white-roma': 'Roma',
        'white-other': 'Any other White background',
      }),
      ...under('Mixed or multiple ethnic groups', {
        'mixed-white-and-black-caribbean': 'White and Black Caribbean',
        'mixed-white-and-black-african': 'White and Black African',
        'mixed-white-and-asian': 'White and Asian',
        'mixed-other': 'Any other Mixed or multiple ethnic background',
      }),
      ...under('Asian or Asian British', {
        'asian-indian': 'Indian',
        'asian-pakistani': 'Pakistani',
        'asian-bangladeshi': 'Bangladeshi',
        'asian-chinese': 'Chinese',
        'asian-other': 'Any other Asian background',
      }),
      ...under('Black, Black British, Caribbean or African', {
        'black-african': 'African',
        'black-caribbean': 'Caribbean',
        'black-other': 'Any other Black, Black British or Caribbean background',
      }),
      ...under('Other ethnic group', {
        'other-arab': 'Arab',
        'other-any': 'Any other ethnic group',
      }),
    ],
  },
  religion: {
    name: 'religion or belief',
    label: 'Religion or belief',
    categories: list({
      none: 'No religion',
      christian: 'Christian',
      buddhist: 'Buddhist',
      hindu: 'Hindu',
      jewish: 'Jewish',
      muslim: 'Muslim',
      sikh: 'Sikh',
      other: 'Any other religion or belief',
    }),
  },
  disability: {
    name: 'disability, impairment or health condition',
    label: 'Conditions or impairments that last, or will last, 12 months or more',
    hint: 'Choose all that they choose.',
    categories: list({
      vision: 'Vision',
      hearing: 'Hearing',
      mobility: 'Mobility',
      dexterity: 'Dexterity',
      learning: 'Learning, understanding or concentrating',
      memory: 'Memory',
      'mental-health': 'Mental health',
      stamina: 'Stamina, breathing or fatigue',
      social: 'Socially or behaviourally, as with autism or ADHD',
      other: 'Something else',
      [NONE]: 'None',
    }),
  },
  'sexual-orientation': {
    name: 'sexual orientation',
    label: 'Sexual orientation',
    categories: list({
      straight: 'Straight or heterosexual',
      'gay-or-lesbian': 'Gay or lesbian',
      bisexual: 'Bisexual',
      other: 'In another way',
    }),
  },
  gender: {
    name: 'gender',
    label: 'Gender',
    categories: list({
      woman: 'Woman',
      man: 'Man',
      'non-binary': 'Non-binary',
      other: 'In another way',
    }),
  },
  'marital-status': {
    name: 'marriage or partnership',
    label: 'Marriage or civil partnership',
    categories: list({
      never: 'Never married and never in a civil partnership',
      married: 'Married',
      'in-partnership': 'In a civil partnership',
      separated: 'Separated, but still married or in a civil partnership',
      divorced: 'Divorced, or a civil partnership that has ended',
      widowed: 'Widowed, or the other of a civil partnership has died',
    }),
  },
} as const satisfies Record<string, EqualityQuestion>;

export type EqualityKind = keyof typeof equalityQuestions;
export const equalityKinds = Object.keys(equalityQuestions) as EqualityKind[];

/** The standard answers to one question. */
export const categoriesOf = (kind: EqualityKind): readonly Category[] => equalityQuestions[kind].categories;

/** An answer as it is read, heading first. @example answerInWords('ethnicity', 'asian-indian') // 'Asian or Asian British: Indian' */
export function answerInWords(kind: EqualityKind, key: string): string {
  if (key === RATHER_NOT_SAY) return 'Rather not say';
  const found = categoriesOf(kind).find((one) => one.key === key);
  if (!found) return key;
  return found.heading ? `${found.heading}: ${found.label}` : found.label;
}
