import { z } from 'zod';
import { dayOrNothing, wordsOrNothing } from '../../../platform/http/reading.ts';

export const GroupPath = z.object({ code: z.string() });
export const GroupIntroductionPath = z.object({ code: z.string(), introduction: z.uuid() });

const most = 1_000;
/** A group gives no reasons unless it likes to. */
export const GroupWordsForm = z.object({ words: wordsOrNothing(most) });
export const GroupLaterForm = z.object({ words: wordsOrNothing(most), notBefore: dayOrNothing() });
export const GroupCameForm = z.object({ on: dayOrNothing(), words: wordsOrNothing(most) });

export const WelcomesForm = z.object({
  aMonth: z
    .union([z.string(), z.number()])
    .nullish()
    .transform((given, context) => {
      const text = String(given ?? '').trim();
      if (text === '') return null;
      if (/^\d{1,2}$/.test(text)) return Number(text);
      context.addIssue({ code: 'custom', message: 'Write a number such as 3, or leave it empty' });
      return z.NEVER;
    }),
  until: dayOrNothing(),
});
