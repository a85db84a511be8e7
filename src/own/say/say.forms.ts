import { z } from 'zod';
import { dayOrNothing, wordsOrNothing } from '../../platform/http/reading.ts';
import { lineKinds } from '../line/line.ts';
import { type Saying, waysToSay } from './say.ts';

export const LinePath = z.object({ kind: z.enum(lineKinds), line: z.uuid() });

/** Come from what was sent back on paper, a worker goes back to it for the next part. */
export const FromPaper = z.object({ told: z.literal('paper').optional().catch(undefined) });

/** What is wanted is asked in the person's own language, so that nothing here is required. */
export const SayForm = z.object({
  what: z.enum(waysToSay).nullish().catch(null),
  words: wordsOrNothing(4_000),
  name: wordsOrNothing(200),
  relation: wordsOrNothing(200),
  phone: wordsOrNothing(40),
  gives: wordsOrNothing(1_000),
  on: dayOrNothing(),
});

/** What was sent, for a line of this kind; null when nothing was chosen. */
export function sayingIn(form: z.infer<typeof SayForm>, isAround: boolean): Saying | null {
  const { what, words, name, relation, phone, gives, on } = form;
  if (!what) return null;
  const around = isAround && what === 'correction';
  return {
    ...{ what, words, on },
    around: around ? { name: name ?? '', relation: relation ?? '', phone, gives } : null,
  };
}
