import { z } from 'zod';
import { day, dayOrNothing, tick, words, wordsOrNothing } from '../../platform/http/reading.ts';
import { version } from '../plans.forms.ts';

export const ConferencePath = z.object({ id: z.uuid() });

const answer = z.enum(['yes', 'not-now', 'no'], { error: 'Choose what they said' });
const wordsOrEmpty = wordsOrNothing().transform((text) => text ?? '');
const yesOrNo = (missing: string) =>
  z.enum(['yes', 'no'], { error: missing }).transform((said) => said === 'yes');

export const OfferForm = z.object({
  offeredOn: day('Write the day it was offered'),
  answer: z
    .union([z.literal('').transform(() => null), answer])
    .nullish()
    .transform((said) => said ?? null),
  answerWords: wordsOrNothing(2_000),
});

export const AnswerForm = z.object({ answer, answerWords: wordsOrNothing(2_000) });

export const ArrangementsForm = z.object({
  coordinator: words('Write who brings everybody together', 200),
  coordinatorIsIndependent: tick(),
  advocateName: wordsOrNothing(200),
  plannedOn: dayOrNothing(),
  version,
});

export const HeldForm = z.object({
  heldOn: day('Write the day it was'),
  personWasThere: yesOrNo('Choose whether they were there'),
  whoCame: wordsOrEmpty,
  hadPrivateTime: yesOrNo('Choose whether the family had time by themselves'),
  familyPlan: wordsOrEmpty,
  weWill: wordsOrEmpty,
  weWillBy: dayOrNothing(),
  lookAgainOn: dayOrNothing(),
  version,
});

export const LookedAgainForm = z.object({
  lookedAgainOn: day('Write the day'),
  howItIs: words('Write how it is going, in their words'),
  nextLookOn: dayOrNothing(),
});
