import type { Answers } from './steps.ts';

/** Questions that are long on the page, so that a life can be read. */
export const anyName = 'A name, in any order. Or a birth date, phone, postcode or NHS number';
const howOften = 'How, and how often; or what happens about it, if it is not met yet';
export const leansOn = 'If it leans on somebody with a record of their own, which thing did they say yes to?';

/** A need the law asks us to meet. */
export function need(what: string, by: string, who: string, how: string, more: Answers = {}): Answers {
  return {
    'What is needed': what,
    'The law requires us to meet this': true,
    'How it is met': [by],
    'Who, by name': who,
    [howOften]: how,
    ...more,
  };
}

export const met = (by: string, who: string, how: string, more: Answers = {}): Answers => ({
  'How it is met': [by],
  'Who, by name': who,
  [howOften]: how,
  ...more,
});

export const part = (name: string, of: string, what: string, council: string, theirs: string): Answers => ({
  'For which need': of,
  'What it pays for': what,
  'The council pays': council,
  [`${name} pays`]: theirs,
});

/** What is said on the page of the decision, besides the outcomes. */
export function reasonsFor(name: string, words: Record<DecisionWords, string>): Answers {
  return {
    [`Does what ${name} needs come from an impairment or illness?`]: ['Yes'],
    'What it comes from': words.cause,
    [`Does it make a significant difference to ${name}’s wellbeing, or is it likely to?`]: ['Yes'],
    'What difference it makes': words.difference,
    [`What ${name} wants`]: words.wants,
    'What they think': words.view,
    'Your decision: the reasons': words.reasons,
  };
}

type DecisionWords = 'cause' | 'difference' | 'wants' | 'view' | 'reasons';

export const declinedDirectPayment = (name: string): Answers => ({
  [`Would ${name} like a direct payment?`]: ['They were offered it, and would rather not'],
});

export const lightLook = (name: string, pounds: string, words: string): Answers => ({
  'How was it worked out?': ['With a light look'],
  [`${name} pays each week`]: pounds,
  'How it was worked out, as you would tell them': words,
});

export const peerTest = (one: string, two: string): Answers => ({
  'Why listening and connecting is used up': one,
  'Why working intensively is used up, or was not needed': two,
  'Ama Boateng, Harbour team': true,
});

export const catchUp = (name: string, why: string, how: string, comes: string, agreed: string): Answers => ({
  'Why you talked': [why],
  [`How ${name} says it is going`]: how,
  'What comes of it': [comes],
  'What you agreed, and by when': agreed,
});
