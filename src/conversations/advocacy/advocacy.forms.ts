import { z } from 'zod';
import { dayOrNothing, tick, ticks, words, wordsOrNothing } from '../../platform/http/reading.ts';
import { hardThings } from './advocacy.ts';

export const AdvocacyPath = z.object({ id: z.uuid() });
const version = z.coerce.number().int().positive();

/** Yes, no, or not yet known. */
const yesNoOrNothing = z
  .enum(['yes', 'no', ''])
  .nullish()
  .transform((answer) => (answer ? answer === 'yes' : null));

export const InvolvementForm = z
  .object({
    hard: ticks(hardThings),
    words: words('Write the words, or what you saw, that show it', 4_000),
    lookedOn: dayOrNothing(),
    appropriatePerson: wordsOrNothing(200),
    appropriateRelation: wordsOrNothing(200),
    isPaid: yesNoOrNothing,
    isAgreedByPerson: yesNoOrNothing,
    appropriateAgreedOn: dayOrNothing(),
    hasLongStayAhead: tick(),
    hasDisagreement: tick(),
    considered: wordsOrNothing(2_000),
  })
  .refine((form) => !form.appropriatePerson || form.isPaid !== null, {
    path: ['isPaid'],
    error: 'Choose whether they are paid or involved as a professional',
  })
  .refine((form) => !form.appropriatePerson || form.isAgreedByPerson !== null, {
    path: ['isAgreedByPerson'],
    error: 'Choose whether they agree to be helped by this person',
  });

export const AskedForm = z.object({
  whatFor: words('Write what the advocate is for', 500),
  askedOf: words('Write who was asked', 200),
  askedOn: dayOrNothing(),
});

export const BeganForm = z.object({
  name: words('Write the advocate’s name', 200),
  inPlaceOn: dayOrNothing(),
  version,
});

export const AdvocateEndedForm = z.object({
  endedBecause: words('Write why they are with them no longer', 1_000),
  endedOn: dayOrNothing(),
  version,
});
