import { z } from 'zod';
import { day, dayOrNothing, words, wordsOrNothing } from '../../../platform/http/reading.ts';
import { alongAs } from './along.ts';
import { outcomes, tellers } from './story.ts';

export const AlongForm = z.object({
  along: words('Write who goes along, by name', 200),
  alongAs: z.enum(alongAs, { error: 'Choose who they are' }),
  alongOn: dayOrNothing(),
  alongWhere: wordsOrNothing(500),
});

export const SaidForm = z.object({
  who: z.enum(tellers, { error: 'Choose who said so' }),
  what: z.enum(outcomes, { error: 'Choose what they said' }),
  saidOn: day('Write the day it is about'),
  saidWords: wordsOrNothing(1_000),
});
