import { z } from 'zod';
import { dayOrNothing, words, wordsOrNothing } from '../../platform/http/reading.ts';
import { voices } from '../conversation.ts';
import { factName, withDetails } from '../fact-fields.tsx';

export const FactPath = z.object({ id: z.uuid() });

export const KindQuery = z.object({ kind: factName.optional().catch(undefined) });

/** Facts point at words by position, so a line break is one character. */
const aSentence = (missing: string) =>
  words(missing, 5_000).transform((text) => text.replace(/\r\n?/g, '\n'));

const telling = {
  sentence: aSentence('Write it in a sentence'),
  voice: z.enum(voices, { error: 'Choose whose words these are' }).default('said'),
  saidBy: wordsOrNothing(200),
  on: dayOrNothing(),
};

/** Anything said at any moment: the words, who said them and when, with the few details its kind carries. */
export const SaidForm = z.looseObject({ kind: factName, ...telling }).transform(withDetails);

/** N1: their words and the day, and nothing else. */
export const EntitledForm = z.object({
  sentence: aSentence('Write what they asked, in their words'),
  saidBy: telling.saidBy,
  on: telling.on,
});

export const StillRightForm = z.object({ saidBy: words('Write who said so', 200) });
