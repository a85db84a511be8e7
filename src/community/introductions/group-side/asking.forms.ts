import { z } from 'zod';
import { dayOrNothing, words, wordsOrNothing } from '../../../platform/http/reading.ts';
import { askingWays, groupAnswers } from './answer.ts';

export const AskForm = z.object({ way: z.enum(askingWays).default('page') });

export const GroupAnswerForm = z.object({
  answer: z.enum(groupAnswers, { error: 'Choose what they said' }),
  groupWords: wordsOrNothing(1_000),
  groupBy: words('Write who said so, such as Sandra who runs it', 200),
  notBefore: dayOrNothing(),
});
