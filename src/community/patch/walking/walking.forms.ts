import { z } from 'zod';
import { day, dayOrNothing, words, wordsOrNothing } from '../../../platform/http/reading.ts';

export const WalkPath = z.object({ id: z.uuid() });
export const NotePath = z.object({ id: z.uuid(), note: z.uuid() });
export const WalksQuery = z.object({ page: z.coerce.number().int().min(1).max(500).catch(1) });

export const WalkForm = z.object({
  knownAs: words('Write the name they like to be called by', 200),
  metOn: day('Write the day you met'),
  howMet: words('Write how you met', 1_000),
  goodLife: wordsOrNothing(4_000),
});
export type WalkWritten = z.output<typeof WalkForm>;

export const GoodLifeForm = z.object({
  goodLife: words('Write what a good life is, in their words', 4_000),
  version: z.coerce.number().int().positive(),
});

export const NoteForm = z.object({
  words: words('Write a few words', 4_000),
  readWithThemOn: dayOrNothing(),
});

export const NothingMore = z.object({});

/** What goes for good is asked for twice. */
export const SureForm = z.object({
  sure: z.literal('yes', { error: 'Tick that this is what they asked for' }),
});
