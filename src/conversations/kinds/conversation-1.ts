import { choice, day, type FactKind, mayBe, past, said } from './kind-of-fact.ts';

/** What conversation 1 needs before it rests (C1-1). */
export const conversation1 = {
  'what-matters': {
    title: 'What matters',
    question: 'What matters to them?',
    moments: ['conversation-1-rests'],
    law: 'Care Act 2014 s1',
    details: [],
  },
  'may-have-needs': {
    title: 'Might need care and support',
    question: 'Might they need care and support?',
    moments: ['first-contact', 'conversation-1-rests'],
    law: 'Care Act 2014 s9(1)',
    details: [choice('answer', 'Might they?', { no: 'No', yes: 'Yes, they might' })],
  },
  'needs-assessment-made': {
    title: 'Needs assessment, made in this conversation',
    question: 'Did this conversation become their needs assessment, as the law calls it?',
    moments: ['conversation-1-rests'],
    law: 'Care Act 2014 s9',
    details: [
      past('madeOn', 'The day it was complete'),
      past('toldOn', 'The day they were told beforehand that it would be'),
      said('format', 'How they were told'),
    ],
  },
  declined: {
    title: 'Said no to a needs assessment',
    question: 'Did they say no to a needs assessment?',
    moments: ['conversation-1-rests'],
    law: 'C1-2; Care Act 2014 s11',
    details: [
      past('declinedOn', 'The day they said no'),
      choice('capacity', 'Could they decide this for themselves?', {
        'not-in-doubt': 'Yes, nobody doubts it',
        'looked-at': 'It was looked at, and they could',
        'in-doubt': 'We are not sure',
      }),
      choice('abuseRisk', 'Is there a risk of abuse or neglect?', { no: 'No', yes: 'Yes, or there may be' }),
      said('wouldBringBack', 'What would bring the offer back'),
      mayBe(day('askAgainOn', 'A day to offer it again, if you agreed one')),
    ],
  },
  'under-way': {
    title: 'Needs assessment under way',
    question: 'Is a needs assessment under way?',
    moments: ['conversation-1-rests'],
    law: 'Care Act 2014 s9',
    details: [day('startsOn', 'The day it began, or will begin')],
  },
  'carer-asked': {
    title: 'A carer around',
    question: 'Have you asked who looks out for them, and how that is for that person?',
    moments: ['first-contact', 'conversation-1-rests', 'conversation-2'],
    law: 'Care Act 2014 s10(1)',
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
    law: 'Care Act 2014 s4',
    details: [
      said('what', 'What it was'),
      said('format', 'How: talked through, large print, a letter'),
      past('givenOn', 'The day'),
    ],
  },
  'how-to-come-back': {
    title: 'How to come back',
    question: 'Do they know how to come back to us?',
    moments: ['conversation-1-rests'],
    law: 'R1',
    details: [],
  },
  'check-back': {
    title: 'When we ask how it went',
    question: 'When will we ask how it went, or did they say no thank you?',
    moments: ['conversation-1-rests'],
    law: 'C1-1',
    details: [
      mayBe(day('checkBackOn', 'The day we ask')),
      mayBe(choice('declined', 'Or did they say no thank you?', { yes: 'They said no thank you' })),
    ],
  },
} as const satisfies Record<string, FactKind>;
