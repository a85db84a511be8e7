import { choice, type FactKind, mayBe, past, said } from './kind-of-fact.ts';

const yesNo = { yes: 'Yes', no: 'No' };

/** What somebody who looks out for another says for themselves: on their own record (N5, W2). */
export const carers = {
  'carer-willing': {
    title: 'A carer is willing, or is not',
    question: 'What is the person who looks out for them willing to do?',
    moments: ['any-moment'],
    law: 'N5; Care Act 2014 s10(5)(b)',
    details: [
      said('what', 'What, exactly'),
      choice('answer', 'Are they willing?', yesNo),
      past('saidOn', 'The day they said so'),
      mayBe(said('forWhom', 'For whom, when it is more than one person')),
    ],
  },
  'carer-able': {
    title: 'A carer is able, or is not',
    question: 'What is the person who looks out for them able to do?',
    moments: ['any-moment'],
    law: 'N5; Care Act 2014 s10(5)(a)',
    details: [
      said('what', 'What, exactly'),
      choice('answer', 'Are they able?', yesNo),
      past('saidOn', 'The day they said so'),
      mayBe(said('forWhom', 'For whom, when it is more than one person')),
    ],
  },
  'carer-likely-to-stay': {
    title: 'Whether a carer can keep it up',
    question: 'Are they likely to go on being willing and able?',
    moments: ['any-moment'],
    law: 'Care Act 2014 s10(5)(a) and (b)',
    details: [
      said('what', 'What, exactly'),
      choice('answer', 'Are they likely to?', { ...yesNo, unsure: 'They are not sure' }),
      past('saidOn', 'The day they said so'),
    ],
  },
  'carer-wishes': {
    title: 'A carer’s own life',
    question: 'What do they want for work, learning and time of their own?',
    moments: ['any-moment'],
    law: 'Care Act 2014 s10(6)',
    details: [],
  },
} as const satisfies Record<string, FactKind>;
