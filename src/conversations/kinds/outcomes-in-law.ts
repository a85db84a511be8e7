/** Eligibility Criteria Regulations 2015 (SI 2015/313) reg 2(2): the ten, in plain words. */
export const outcomesInLaw = {
  nutrition: 'Eating and drinking',
  hygiene: 'Washing and keeping clean',
  toilet: 'Managing the toilet',
  clothing: 'Being dressed for the day',
  'home-safety': 'Being safe at home',
  'habitable-home': 'Keeping a home fit to live in',
  relationships: 'Family and friends',
  'work-learning': 'Work, learning, volunteering',
  'local-places': 'Getting out and using what is nearby',
  'caring-for-a-child': 'Looking after a child',
} as const;

/** The same regulations, reg 2(3): the four senses of being unable. */
export const sensesInLaw = {
  'without-help': 'not without help or prompting',
  'pain-distress-anxiety': 'only with significant pain, distress or anxiety',
  danger: 'only with danger to themselves or others',
  'much-longer': 'only taking much longer than usual',
} as const;
