import { choice, day, type FactKind, mayBe, onlyWhen, past, said } from './kind-of-fact.ts';

const answers = { yes: 'Yes', suspected: 'It may be so', no: 'No' };

/** What may be said in any conversation, and between them. */
export const anyMoment = {
  permission: {
    title: 'Permission',
    question: 'Have they said we may talk about this, and with whom?',
    moments: ['first-contact'],
    law: 'UK GDPR article 6',
    details: [],
  },
  'safe-now': {
    title: 'Safe right now',
    question: 'Are they safe right now?',
    moments: ['first-contact', 'any-moment', 'conversation-2'],
    law: 'Care Act 2014 s42',
    details: [choice('answer', 'Are they safe?', { yes: 'Yes', no: 'No', unsure: 'We are not sure' })],
  },
  'safeguarding-answer': {
    title: 'Whether somebody is harming or neglecting them',
    question: 'Might somebody be harming or neglecting them?',
    moments: ['any-moment'],
    law: 'Care Act 2014 s42(1)',
    details: [
      choice('hasNeeds', 'Do they need care and support?', answers),
      choice('atRisk', 'Are they experiencing abuse or neglect, or at risk of it?', answers),
      choice('cannotProtect', 'Do those needs stop them from protecting themselves?', answers),
    ],
  },
  'asked-if-entitled': {
    title: 'Asked what they are entitled to',
    question: 'Did they ask what they are entitled to?',
    moments: ['any-moment'],
    law: 'N1; Care Act 2014 s9(1), s13(1)',
    details: [past('askedOn', 'The day they asked')],
  },
  'asked-again': {
    title: 'Asked for a needs assessment after all',
    question: 'Have they since asked for a needs assessment?',
    moments: ['any-moment'],
    law: 'C1-2; Care Act 2014 s11(3)',
    details: [past('askedOn', 'The day they asked')],
  },
  'situation-changed': {
    title: 'Something changed',
    question: 'Has something changed since they said no?',
    moments: ['any-moment'],
    law: 'C1-2; Care Act 2014 s11(4)',
    details: [past('changedOn', 'The day it changed')],
  },
  offer: {
    title: 'Something offered',
    question: 'What did we offer, and what did they say?',
    moments: ['any-moment'],
    law: 'C1-2; Care Act 2014 s2',
    details: [
      said('what', 'What was offered'),
      choice('answer', 'What did they say?', { yes: 'Yes please', 'not-now': 'Not now', no: 'No thank you' }),
      onlyWhen('answer', ['not-now', 'no'], said('wouldBringBack', 'What would bring the offer back')),
      mayBe(day('askAgainOn', 'A day to offer it again, if you agreed one')),
    ],
  },
  'what-was-tried': {
    title: 'What has been tried',
    question: 'What have they already tried, and how did it go?',
    moments: ['any-moment'],
    law: 'Care Act 2014 s2',
    details: [],
  },
  'urgent-need': {
    title: 'Urgent need met at once',
    question: 'Did something urgent have to be met at once?',
    moments: ['any-moment'],
    law: 'F6; Care Act 2014 s19(3)',
    details: [
      past('metOn', 'The day'),
      said('what', 'What was done'),
      day('until', 'Until when'),
      said('cost', 'What it costs'),
      said('why', 'Why it could not wait'),
    ],
  },
  'advice-given': {
    title: 'Advice given in writing',
    question: 'What written advice did they get about meeting, lessening or putting off needs?',
    moments: ['any-moment'],
    law: 'Care Act 2014 s13(5), s24(2)',
    details: [
      said('what', 'What it was about'),
      said('format', 'How: a letter, large print, easy read'),
      past('givenOn', 'The day'),
    ],
  },
  'substantial-difficulty': {
    title: 'Help to be involved',
    question: 'Would being involved be very hard for them without somebody’s help?',
    moments: ['any-moment'],
    law: 'N3; Care Act 2014 s67',
    details: [
      choice('answer', 'Would it?', { no: 'No', yes: 'Yes' }),
      mayBe(said('appropriatePerson', 'Who can support them')),
    ],
  },
  capacity: {
    title: 'Deciding this for themselves',
    question: 'Could they decide this for themselves?',
    moments: ['any-moment'],
    law: 'N4; Mental Capacity Act 2005 s2, s3',
    details: [
      said('decision', 'Which decision'),
      mayBe(
        choice('about', 'What is it about?', {
          care: 'Care, health, or where to live',
          money: 'Money or property',
          other: 'Something else',
        }),
      ),
      past('lookedAtOn', 'The day it was looked at'),
      said('helpGiven', 'What helped them decide'),
      choice('finding', 'What was found', {
        can: 'They can decide it',
        cannot: 'They cannot decide it just now',
      }),
      mayBe(said('consulted', 'Who was asked')),
    ],
  },
  'reasonable-adjustment': {
    title: 'What we do differently',
    question: 'What do we do differently so that they can take part?',
    moments: ['any-moment'],
    law: 'Equality Act 2010 s20',
    details: [],
  },
  'other-law': {
    title: 'Another law with its own day',
    question:
      'Does another law bear on this: becoming an adult, hospital, aftercare, prison, being kept safe?',
    moments: ['any-moment'],
    law: 'Care Act 2014 s58 to s66, s74, s76; Mental Health Act 1983 s117; Mental Capacity Act 2005 s4A',
    details: [
      choice('which', 'Which', {
        'becoming-an-adult': 'Becoming an adult',
        'leaving-hospital': 'Leaving hospital',
        'section-117': 'Aftercare with a right to it',
        prison: 'Prison or approved premises',
        liberty: 'Kept safe in ways they cannot agree to',
      }),
      day('happensOn', 'The day it begins, or began'),
    ],
  },
} as const satisfies Record<string, FactKind>;
