import type { LetterKind } from '../../../../plans/letters/letter.ts';

/** Letters they can open, print and keep. */
export const letters = {
  intro: 'You can read these here. You can print them or keep them too.',
  none: 'There are no letters for you yet.',
  kinds: {
    'told-beforehand': 'What this talk is for',
    'needs-assessment': 'What we talked about and found',
    determination: 'What was decided, and why',
    advice: 'What can help you',
    'financial-assessment': 'How we worked out what you pay',
    plan: 'Your plan',
    'move-difference': 'What is new after you moved',
  } satisfies Record<LetterKind, string>,
  from: (day: string) => `From ${day}.`,
  given: (day: string) => `We gave you this on ${day}.`,
  notGiven: 'We have not given you this on paper yet.',
  read: 'Read it',
  pdf: 'Keep it as a file',
  ways: {
    standard: 'Words as they come',
    'large-print': 'Big print',
    'easy-read': 'One thing at a time, with room for pictures',
  },
  other: 'Other ways to read this',
  ask: 'We can also read it to you. Ring us.',
  all: 'All your letters',
};
