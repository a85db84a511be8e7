import { z } from 'zod';
import { day, dayOrNothing, idOrNothing, tick, words, wordsOrNothing } from '../../platform/http/reading.ts';
import { outcomes } from './catch-up.ts';

export const CatchUpsPath = z.object({ id: z.uuid() });

/** What the page is opened with: a catch-up about one payment, or because of one request. */
export const CatchUpsQuery = z.object({ payment: z.uuid().optional(), request: z.uuid().optional() });

const text = () => wordsOrNothing().transform((written) => written ?? '');

/** `why` is free here: the rule knows the five reasons and refuses any other by name (P3). */
export const CatchUpForm = z.object({
  why: words('Choose why you talked', 100),
  heldOn: day('Write the day you talked'),
  isLight: tick(),
  personsView: words('Write how they say it is going, in their words'),
  goingWell: text(),
  notGoingWell: text(),
  comesOfIt: z.enum(outcomes, { error: 'Choose what comes of it' }),
  comesOfItWords: text(),
  takesNothingAway: tick(),
  directPaymentId: idOrNothing(),
  requestId: idOrNothing(),
});

export const CatchUpRequestForm = z.object({
  askedOn: day('Write the day they asked'),
  askedBy: words('Write who asked', 200),
  words: words('Write what they asked, in their words', 4_000),
});

export const AnswerForm = z.object({
  answer: z.enum(['yes', 'no'], { error: 'Choose what you answered' }),
  daySet: dayOrNothing(),
  words: wordsOrNothing(4_000),
  toldHowToChallenge: tick(),
});
