import { z } from 'zod';
import { words, wordsOrNothing } from '../../platform/http/reading.ts';

/** What is wanted is asked in the person's own language. */
export const MessageForm = z.object({ words: wordsOrNothing(4_000) });

export const AnswerForm = z.object({ words: words('Write your answer', 4_000) });

/** The things that were on the page when somebody said they had read it. */
export const ReadForm = z.object({
  things: z
    .union([z.array(z.uuid()), z.uuid()])
    .transform((ids) => [ids].flat())
    .pipe(z.array(z.uuid()).max(100)),
});
