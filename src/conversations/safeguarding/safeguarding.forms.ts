import { z } from 'zod';
import { day, dayOrNothing, words, wordsOrNothing } from '../../platform/http/reading.ts';
import { metness, risks, threeAnswers } from './safeguarding.ts';

export const SafeguardingPath = z.object({ id: z.uuid() });
export const OutcomePath = z.object({ id: z.uuid(), outcome: z.uuid() });
export const StepPath = z.object({ id: z.uuid(), step: z.uuid() });

const answer = (error: string) => z.enum(threeAnswers, { error });
const version = z.coerce.number().int().positive();
const wordsOrBlank = (most: number) => wordsOrNothing(most).transform((text) => text ?? '');

export const AnswersForm = z
  .object({
    isSafeNow: z
      .enum(['yes', 'no', 'unsure', ''])
      .nullish()
      .transform((safe) => safe || null),
    doneAtOnce: wordsOrBlank(2_000),
    words: words('Write what is happening, in the words of whoever told us', 10_000),
    toldBy: words('Write who told us', 200),
    hasNeeds: answer('Choose whether they have care and support needs'),
    atRisk: answer('Choose whether there is abuse or neglect, or a risk of it'),
    cannotProtect: answer('Choose whether those needs leave them unable to protect themselves'),
    whyNot: wordsOrNothing(2_000),
  })
  .refine((form) => form.whyNot || [form.hasNeeds, form.atRisk, form.cannotProtect].every(isNotNo), {
    path: ['whyNot'],
    error: 'Write why one of the answers is no',
  });

const isNotNo = (one: string): boolean => one !== 'no';

export const OutcomeForm = z.object({
  wanted: words('Write what they want to come of it, in their words', 1_000),
  saidOn: dayOrNothing(),
});

export const CouldNotAskForm = z.object({
  because: words('Write why they could not be asked', 2_000),
  version,
});

export const JudgedForm = z.object({
  isMet: z.enum(metness, { error: 'Choose how far it came about, as they see it' }),
  met: words('Write what they say of it, in their words', 1_000),
  version,
});

export const NewStepForm = z.object({
  step: words('Write what was done, or will be', 2_000),
  who: words('Write who does it', 200),
  dueOn: dayOrNothing(),
  doneOn: dayOrNothing(),
});

export const StepDoneForm = z.object({ doneOn: day('Write the day it was done') });

export const LeadForm = z.object({ version });

export const EndForm = z.object({
  whatWasDone: words('Write what was done, in a few sentences', 4_000),
  personsView: words('Write what they say of it, in their words, or who spoke for them', 4_000),
  riskNow: z.enum(risks, { error: 'Choose what the risk is now' }),
  endedOn: dayOrNothing(),
  version,
});
