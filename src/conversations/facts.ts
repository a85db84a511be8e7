/**
 * The kinds of fact that law and rules need, as data. A fact is tagged out of somebody's words afterwards;
 * nothing here is a form. Sources: Care Act 2014 and its regulations, by section in each line.
 */

/** When a fact is looked for. */
export type Moment = 'first-contact' | 'conversation-1-rests' | 'conversation-3' | 'any-moment';

/** Something a fact must carry besides the words. A day is kept as 2026-11-21. */
export interface FactDetail {
  name: string;
  label: string;
  type: 'words' | 'day' | 'choice';
  choices?: readonly { value: string; text: string }[];
  isNeeded: boolean;
}

export interface FactKind {
  /** What the fact is called when it stands. */
  title: string;
  /** The gap, as a plain question. */
  question: string;
  moments: readonly Moment[];
  details: readonly FactDetail[];
}

const day = (name: string, label: string): FactDetail => ({ name, label, type: 'day', isNeeded: true });
const said = (name: string, label: string): FactDetail => ({ name, label, type: 'words', isNeeded: true });
const choice = (name: string, label: string, choices: Record<string, string>): FactDetail => ({
  name,
  label,
  type: 'choice',
  choices: Object.entries(choices).map(([value, text]) => ({ value, text })),
  isNeeded: true,
});
const mayBe = (detail: FactDetail): FactDetail => ({ ...detail, isNeeded: false });

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

const conversation1 = {
  'what-matters': {
    title: 'What matters',
    question: 'What matters to them?',
    moments: ['conversation-1-rests'],
    details: [],
  },
  'may-have-needs': {
    title: 'Might need care and support',
    question: 'Might they need care and support?',
    moments: ['first-contact', 'conversation-1-rests'],
    details: [choice('answer', 'Might they?', { no: 'No', yes: 'Yes, they might' })],
  },
  'needs-assessment-made': {
    title: 'Needs assessment, made in this conversation',
    question: 'Did this conversation become their needs assessment, as the law calls it?',
    moments: ['conversation-1-rests', 'conversation-3'],
    details: [
      day('madeOn', 'The day it was complete'),
      day('toldOn', 'The day they were told beforehand that it would be'),
      said('format', 'How they were told'),
    ],
  },
  declined: {
    title: 'Said no to a needs assessment',
    question: 'Did they say no to a needs assessment?',
    moments: ['conversation-1-rests'],
    details: [
      day('declinedOn', 'The day they said no'),
      choice('capacity', 'Could they decide this for themselves?', {
        'not-in-doubt': 'Yes, nobody doubts it',
        'looked-at': 'It was looked at, and they could',
        'in-doubt': 'We are not sure',
      }),
      choice('abuseRisk', 'Is there a risk of abuse or neglect?', { no: 'No', yes: 'Yes, or there may be' }),
      said('wouldBringBack', 'What would bring the offer back'),
    ],
  },
  'under-way': {
    title: 'Needs assessment under way',
    question: 'Is a needs assessment under way?',
    moments: ['conversation-1-rests'],
    details: [day('startsOn', 'The day it began, or will begin')],
  },
  'carer-asked': {
    title: 'A carer around',
    question: 'Have you asked who looks out for them, and how that is for that person?',
    moments: ['first-contact', 'conversation-1-rests'],
    details: [
      choice('answer', 'What was the answer?', {
        nobody: 'Nobody does',
        'own-conversation': 'Somebody does, and would like a conversation of their own',
        'not-now': 'Somebody does, and does not want one now',
      }),
    ],
  },
  'information-given': {
    title: 'Information given',
    question: 'What information did you give them?',
    moments: ['conversation-1-rests'],
    details: [
      said('what', 'What it was'),
      said('format', 'How: talked through, large print, a letter'),
      day('givenOn', 'The day'),
    ],
  },
  'how-to-come-back': {
    title: 'How to come back',
    question: 'Do they know how to come back to us?',
    moments: ['conversation-1-rests'],
    details: [],
  },
  'check-back': {
    title: 'When we ask how it went',
    question: 'When will we ask how it went, or did they say no thank you?',
    moments: ['conversation-1-rests'],
    details: [
      mayBe(day('checkBackOn', 'The day we ask')),
      mayBe(choice('declined', 'Or did they say no thank you?', { yes: 'They said no thank you' })),
    ],
  },
} as const satisfies Record<string, FactKind>;

const anyMoment = {
  permission: {
    title: 'Permission',
    question: 'Have they said we may talk about this, and with whom?',
    moments: ['first-contact'],
    details: [],
  },
  'safe-now': {
    title: 'Safe right now',
    question: 'Are they safe right now?',
    moments: ['first-contact', 'any-moment'],
    details: [choice('answer', 'Are they safe?', { yes: 'Yes', no: 'No', unsure: 'We are not sure' })],
  },
  'asked-if-entitled': {
    title: 'Asked what they are entitled to',
    question: 'Did they ask what they are entitled to?',
    moments: ['any-moment'],
    details: [day('askedOn', 'The day they asked')],
  },
  'asked-again': {
    title: 'Asked for a needs assessment after all',
    question: 'Have they since asked for a needs assessment?',
    moments: ['any-moment'],
    details: [day('askedOn', 'The day they asked')],
  },
  'situation-changed': {
    title: 'Something changed',
    question: 'Has something changed since they said no?',
    moments: ['any-moment'],
    details: [day('changedOn', 'The day it changed')],
  },
  'urgent-need': {
    title: 'Urgent need met at once',
    question: 'Did something urgent have to be met at once?',
    moments: ['any-moment'],
    details: [
      day('metOn', 'The day'),
      said('what', 'What was done'),
      day('until', 'Until when'),
      said('cost', 'What it costs'),
      said('why', 'Why it could not wait'),
    ],
  },
  'substantial-difficulty': {
    title: 'Help to be involved',
    question: 'Would being involved be very hard for them without somebody’s help?',
    moments: ['any-moment'],
    details: [
      choice('answer', 'Would it?', { no: 'No', yes: 'Yes' }),
      mayBe(said('appropriatePerson', 'Who can support them')),
    ],
  },
  capacity: {
    title: 'Deciding this for themselves',
    question: 'Could they decide this for themselves?',
    moments: ['any-moment'],
    details: [
      said('decision', 'Which decision'),
      day('lookedAtOn', 'The day it was looked at'),
      said('helpGiven', 'What helped them decide'),
      choice('finding', 'What was found', {
        can: 'They can decide it',
        cannot: 'They cannot decide it just now',
      }),
      mayBe(said('consulted', 'Who was asked')),
    ],
  },
  'carer-willing': {
    title: 'A carer is willing',
    question: 'What is the person who looks out for them willing to do?',
    moments: ['any-moment', 'conversation-3'],
    details: [said('what', 'What, exactly'), day('saidOn', 'The day they said so')],
  },
  'carer-able': {
    title: 'A carer is able',
    question: 'What is the person who looks out for them able to do?',
    moments: ['any-moment', 'conversation-3'],
    details: [said('what', 'What, exactly'), day('saidOn', 'The day they said so')],
  },
} as const satisfies Record<string, FactKind>;

const conversation3 = {
  'told-beforehand': {
    title: 'Told beforehand that this is their needs assessment',
    question: 'Were they told beforehand, in their format, that this is their needs assessment?',
    moments: ['conversation-3'],
    details: [day('toldOn', 'The day'), said('format', 'In what format')],
  },
  'who-was-involved': {
    title: 'Who was involved',
    question: 'Who did they want involved, and were they?',
    moments: ['conversation-3'],
    details: [],
  },
  'self-assessment-offered': {
    title: 'Offered to lead it themselves',
    question: 'Were they offered to lead their needs assessment themselves, with support?',
    moments: ['conversation-3'],
    details: [choice('answer', 'What did they say?', { wanted: 'Yes please', 'not-wanted': 'No thank you' })],
  },
  'wanted-outcome': {
    title: 'What they want from life',
    question: 'What do they want to be able to do, or have?',
    moments: ['conversation-3'],
    details: [],
  },
  unable: {
    title: 'What they are unable to do',
    question: 'What are they unable to do, and in what way?',
    moments: ['conversation-3'],
    details: [
      choice('outcome', 'Which part of life', outcomesInLaw),
      choice('sense', 'In what way', sensesInLaw),
    ],
  },
  impact: {
    title: 'What it does to their life',
    question: 'What difference does it make to how their life goes?',
    moments: ['conversation-3'],
    details: [],
  },
  'other-help': {
    title: 'What else could help',
    question: 'What besides paid support could help?',
    moments: ['conversation-3'],
    details: [],
  },
} as const satisfies Record<string, FactKind>;

/** Every kind of fact, in the order they are offered. */
export const factKinds = { ...conversation1, ...anyMoment, ...conversation3 } as const;
export type FactName = keyof typeof factKinds;

export const isFactName = (name: string): name is FactName => Object.hasOwn(factKinds, name);

export const factKind = (name: FactName): FactKind => factKinds[name];

/** The kinds looked for at one moment. */
export function factsNeededAt(moment: Moment): FactName[] {
  return (Object.keys(factKinds) as FactName[]).filter((name) => factKind(name).moments.includes(moment));
}

/** The labels of details a fact still lacks. @example missingDetails('under-way', {}) // ['The day it began, or will begin'] */
export function missingDetails(name: FactName, details: Record<string, string>): string[] {
  return factKind(name)
    .details.filter((detail) => detail.isNeeded && !details[detail.name]?.trim())
    .map((detail) => detail.label);
}
