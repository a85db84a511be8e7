import { z } from 'zod';
import { dayOrNothing, words, wordsOrNothing } from '../../platform/http/reading.ts';
import { ways } from './introduction.ts';
import { tellers } from './went/story.ts';

export const IntroductionPath = z.object({ id: z.uuid() });

export const OfferQuery = z.object({ listing: z.uuid() });

export const OfferForm = z.object({
  listing: z.uuid({ error: 'Choose the group from the directory' }),
  why: words('Write why this one, for this person', 1_000),
  how: z.enum(ways, { error: 'Choose how they would like to be introduced' }),
  permission: words('Write how they said yes, in their words', 1_000),
  comesFrom: dayOrNothing(),
  groupsYes: wordsOrNothing(1_000),
});

/** A step forward needs no words; the day it happened may be before today, and somebody may have said so. */
const howKnown = { on: dayOrNothing(), who: z.enum(tellers).nullish() };
export const StepForm = z.object({ ...howKnown, why: wordsOrNothing(1_000) });

/** A no, from either side, is an honest answer and says why. */
export const EndForm = z.object({ ...howKnown, why: words('Write why, in their words if you can', 1_000) });

export const NothingMore = z.object({});
