import type { Said } from '../../platform/ui/said.ts';

/** What stands around every page, when nobody asked for another language. */
export const houseEnglish: Said = {
  lang: 'en-GB',
  error: 'Error',
  skip: 'Skip to main content',
  main: 'Main',
  demo: 'Demonstration: everyone here is invented',
  emergency: 'Emergency',
  exit: 'Exit this page',
  exitHeard: {
    activated: 'Loading.',
    'timed-out': 'Exit this page expired.',
    'press-two-more-times': 'Shift, press 2 more times to exit.',
    'press-one-more-time': 'Shift, press 1 more time to exit.',
  },
  signOut: 'Sign out',
  ring: (phone) => `Rather talk? Ring ${phone}`,
  links: {},
  check: 'Check what is written',
  notYet: 'Not yet',
  goOn: 'To go on:',
  rule: (id) => `Rule ${id}`,
};
