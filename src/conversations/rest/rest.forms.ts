import { z } from 'zod';
import { words, wordsOrNothing } from '../../platform/http/reading.ts';
import { voices } from '../conversation.ts';
import { factName, withDetails } from '../fact-fields.tsx';

export const ConversationPath = z.object({ id: z.uuid() });

/** Letting a conversation rest needs nothing typed: what it needs is in the words already. */
export const RestForm = z.object({});

/** A question answered in a sentence, which becomes an added entry and the fact in one go. */
export const AnswerForm = z
  .looseObject({
    kind: factName,
    sentence: words('Write the answer in a sentence', 5_000).transform((text) =>
      text.replace(/\r\n?/g, '\n'),
    ),
    voice: z.enum(voices, { error: 'Choose whose words these are' }).default('noticed'),
    saidBy: wordsOrNothing(200),
  })
  .transform(withDetails);
