/** "Am I entitled?": what asking means, and that the days count from then (N1). */
export const entitled = {
  heading: 'Am I entitled to help?',
  means: [
    'The law says who must get help with care and support.',
    'You can ask us: am I one of them?',
    'Anybody may ask. You can ask at any time.',
    'If you ask, we must look into it. Then we must tell you yes or no.',
    'We must tell you why, in writing.',
    'Asking changes nothing about the support you have.',
  ],
  /** To somebody who looks after someone (Care Act 2014 s10). */
  carer: [
    'You look after someone. You can ask for help for yourself too.',
    'You can ask even if they want no help.',
  ],
  button: 'Yes, I am asking',
  ownWords: 'Say it in your words, if you want',
  ownWordsHint: 'You can leave this empty. Asking is enough.',
  plain: 'Am I entitled?',
  asked: 'We have your question. The days count from when you asked.',
  counting: (day: string) => `You asked on ${day}.`,
  days: (ago: string) => `That was ${ago}.`,
  by: (day: string) => `We aim to answer by ${day}.`,
  late: (day: string) => `We said we would answer by ${day}. Sorry, we are late. Ring us.`,
  underWay: 'We are working out the answer with you now.',
  notBegun: 'Your question waits for us. Somebody will be in touch to begin.',
  next: 'What happens next',
  talk: {
    needs: [
      'Somebody talks with you about your life and what you need.',
      'This talk is what the law calls a needs assessment.',
    ],
    carer: [
      'Somebody talks with you about your life, and what you want for yourself.',
      'This talk is what the law calls a carer’s assessment.',
    ],
  },
  steps: [
    'You can have somebody with you. You can ask for help to speak up.',
    'Then we write to you with the answer and why.',
    'If you think it is wrong, we tell you how to challenge it.',
  ],
  answered: (day: string) => `You had an answer on ${day}.`,
  saidNo: (day: string) => `You said no to a talk about it on ${day}.`,
  again: 'You can ask again at any time.',
  who: 'Who to ring about it',
};
