import { z } from 'zod';
import { day, words, wordsOrNothing } from '../../platform/http/reading.ts';
import { version } from '../plans.forms.ts';
import { gettingToKnow, sides, visitKinds } from './matching.ts';

export const MatchingPath = z.object({ id: z.uuid() });
export const VisitPath = z.object({ id: z.uuid(), visitId: z.uuid() });

const wordsOrEmpty = (most: number) => wordsOrNothing(most).transform((text) => text ?? '');

export const HopedHomeForm = z.object({
  whatHomeWouldBe: words('Write what home would be, in their words', 8_000),
  wouldNotWork: wordsOrEmpty(4_000),
  version: z.coerce.number({ error: 'Open the page again' }).int().min(0).default(0),
});

export const NewMatchingForm = z.object({
  householdId: z.uuid({ error: 'Choose a home' }),
  whyEachOther: words('Write why these people might like each other', 4_000),
  whatPersonSaid: wordsOrEmpty(4_000),
});

export const VisitForm = z.object({
  kind: z.enum(visitKinds, { error: 'Choose what kind of visit' }),
  plannedOn: day('Write the day of the visit'),
});

export const LeftOutForm = z.object({
  leftOutKind: z.enum(gettingToKnow, { error: 'Choose which they would do without' }),
  leftOutWords: words('Write why they agreed to do without', 2_000),
});

export const VisitBeenForm = z.object({
  happenedOn: day('Write the day it was'),
  personsWords: wordsOrEmpty(8_000),
  householdsWords: wordsOrEmpty(8_000),
  version,
});

/** Nothing here asks why. */
export const AnswerForm = z.object({
  side: z.enum(sides, { error: 'Choose who said it' }),
  answer: z.enum(['yes', 'no'], { error: 'Choose what they said' }),
  answeredOn: day('Write the day they said it'),
});

export const MovedInForm = z.object({ movedInOn: day('Write the day they moved in') });

export const EndedForm = z.object({
  endedOn: day('Write the day'),
  endedWords: wordsOrNothing(4_000),
});
