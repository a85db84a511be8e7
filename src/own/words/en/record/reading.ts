import type { PictureName } from '../../../reading/pictures.ts';

/** How this page reads: how big its words are, reading aloud, and easy reading with pictures. */
export const reading = {
  title: 'How this page reads',
  easier: 'Make this page easier to read',
  aloud: 'Read this aloud',
  stop: 'Stop reading',
  size: 'How big the words are',
  sizes: { normal: 'Normal words', big: 'Big words', 'very-big': 'Very big words' },
  easy: 'Short words with pictures',
  notEasy: 'No pictures',
  now: (how: string) => `Now: ${how}`,
  changed: 'We changed how your page reads.',
  problem: 'Choose how the page reads.',
};

/** What each picture shows, for whoever cannot see it. */
export const pictures: Record<PictureName, string> = {
  phone: 'A phone',
  letter: 'A letter',
  home: 'A home',
  day: 'A page of days',
  person: 'One person',
  family: 'A family',
  group: 'Three people',
  money: 'Money',
  plan: 'A list on a board',
  tick: 'A tick',
  pencil: 'A pencil',
  eye: 'An eye',
  lock: 'A lock',
  share: 'One thing going to two',
  heart: 'A heart',
  walk: 'A person on a walk',
  talk: 'Talking',
  help: 'A ring that keeps you up in water',
  food: 'A knife and fork',
  sleep: 'Somebody asleep',
  medicine: 'A bottle of pills',
  transport: 'A bus',
  question: 'A question',
  star: 'A star',
};
