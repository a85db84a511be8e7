import { z } from 'zod';
import { day, words } from '../../platform/http/reading.ts';

const answer = z
  .union([z.enum(['yes', 'no']), z.literal('')])
  .nullish()
  .transform((said) => said || null);

/** Where the form begins when something is changed: which thing, and about whom. */
export const WillingQuery = z.object({
  thing: z.string().max(200).optional(),
  about: z.uuid().optional(),
});

export const WillingForm = z
  .object({
    forPerson: z.uuid({ error: 'Choose whom it is about' }),
    thing: words('Write one thing, such as nights, lifting or shopping', 120),
    willing: answer,
    able: answer,
    saidOn: day('Write the day they said it'),
    words: words('Write what they said, in their words', 4_000),
  })
  .superRefine(({ willing, able }, context) => {
    if (!willing && !able)
      context.addIssue({
        code: 'custom',
        path: ['willing'],
        message: 'Say whether they are willing, or able, or both',
      });
  });
