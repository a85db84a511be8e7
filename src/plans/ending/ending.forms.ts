import { z } from 'zod';
import { day, words, wordsOrNothing } from '../../platform/http/reading.ts';

export const SupportPath = z.object({ id: z.uuid() });

/** Any reason may be asked for; the rule says which will do, and why another will not. */
export const EndForm = z.object({
  because: words('Choose why it ends', 60),
  words: wordsOrNothing(4_000).transform((text) => text ?? ''),
  endsOn: day('Write the day it ends'),
});
