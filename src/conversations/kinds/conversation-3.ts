import { choice, type FactKind, mayBe, onlyWhen, past, said } from './kind-of-fact.ts';
import { outcomesInLaw, sensesInLaw } from './outcomes-in-law.ts';

/** What conversation 3 looks for. SI 2014/2827 is the Care and Support regulations on how it is done. */
export const conversation3 = {
  'told-beforehand': {
    title: 'Told beforehand that this is their needs assessment',
    question: 'Were they told beforehand, in their format, that this is their needs assessment?',
    moments: ['conversation-3'],
    law: 'C3-3; SI 2014/2827 reg 3',
    details: [past('toldOn', 'The day'), said('format', 'In what format')],
  },
  'self-assessment-offered': {
    title: 'Offered to lead it themselves',
    question: 'Were they offered to lead their needs assessment themselves, with support?',
    moments: ['conversation-3'],
    law: 'SI 2014/2827 reg 2',
    details: [choice('answer', 'What did they say?', { wanted: 'Yes please', 'not-wanted': 'No thank you' })],
  },
  'who-was-involved': {
    title: 'Who was involved',
    question: 'Who did they want involved, and were they?',
    moments: ['conversation-3'],
    law: 'Care Act 2014 s9(5), s10(7)',
    details: [],
  },
  'left-out-at-their-wish': {
    title: 'Left out because they asked',
    question: 'Is there anybody they asked us to leave out?',
    moments: ['conversation-3'],
    law: 'Care Act 2014 s9(5), s10(7)',
    details: [
      choice('answer', 'Is there?', { no: 'No', yes: 'Yes' }),
      onlyWhen('answer', ['yes'], said('who', 'Who')),
    ],
  },
  'period-looked-at': {
    title: 'How far back we looked',
    question: 'Do things come and go, and over what time did we look?',
    moments: ['conversation-3'],
    law: 'SI 2014/2827 reg 3',
    details: [
      choice('comesAndGoes', 'Do things come and go?', { no: 'No', yes: 'Yes' }),
      onlyWhen('comesAndGoes', ['yes'], said('period', 'Over what time we looked')),
    ],
  },
  'worker-knows': {
    title: 'Who led it, and what they know',
    question: 'Who led this, and what do they know about needs like these?',
    moments: ['conversation-3'],
    law: 'SI 2014/2827 reg 5',
    details: [said('who', 'Who')],
  },
  deafblind: {
    title: 'Deafblind, and who came who is trained',
    question: 'Are they deafblind, and if so who came who is trained for that?',
    moments: ['conversation-3'],
    law: 'SI 2014/2827 reg 6',
    details: [
      choice('answer', 'Are they?', { no: 'No', yes: 'Yes, or they may be' }),
      onlyWhen('answer', ['yes'], said('specialist', 'Who came who is trained for it')),
    ],
  },
  'wanted-outcome': {
    title: 'What they want from life',
    question: 'What do they want to be able to do, or have?',
    moments: ['conversation-3'],
    law: 'Care Act 2014 s9(4)(b)',
    details: [],
  },
  unable: {
    title: 'What they are unable to do',
    question: 'What are they unable to do, and in what way?',
    moments: ['conversation-3'],
    law: 'SI 2015/313 reg 2',
    details: [
      choice('outcome', 'Which part of life', outcomesInLaw),
      choice('sense', 'In what way', sensesInLaw),
    ],
  },
  impact: {
    title: 'What it does to their life',
    question: 'What difference does it make to how their life goes?',
    moments: ['conversation-3'],
    law: 'Care Act 2014 s9(4)(a)',
    details: [],
  },
  'other-help': {
    title: 'What else could help',
    question: 'What besides paid support could help?',
    moments: ['conversation-3'],
    law: 'Care Act 2014 s9(6)',
    details: [],
  },
  'ordinary-residence': {
    title: 'Where they live, for the law',
    question: 'Is this council the one that answers for where they live?',
    moments: ['conversation-3'],
    law: 'Care Act 2014 s13(4)(c), s39',
    details: [
      choice('answer', 'Is it?', {
        yes: 'Yes',
        no: 'No, another council',
        unsettled: 'It is not settled yet',
      }),
      mayBe(said('where', 'Which council, when it is another')),
    ],
  },
  'wants-council-to-meet': {
    title: 'Whether they want our help with it',
    question: 'Do they want the council to meet these needs?',
    moments: ['conversation-3'],
    law: 'Care Act 2014 s13(4)(b), s18',
    details: [
      choice('answer', 'Do they?', { yes: 'Yes', some: 'Some of them', no: 'No' }),
      onlyWhen('answer', ['some'], said('which', 'Which of them')),
    ],
  },
} as const satisfies Record<string, FactKind>;
