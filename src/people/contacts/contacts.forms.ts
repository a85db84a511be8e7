import { z } from 'zod';
import { idOrNothing, tick, words, wordsOrNothing } from '../../platform/http/reading.ts';
import { hows, permissions } from './contact.ts';
import { whatContactNeeds } from './first-contact.ts';

/** Where the form starts: a line looked for, and the person chosen from what was found. */
export const NewContactQuery = z.object({ q: z.string().max(200).optional(), person: z.uuid().optional() });

const first = z.object({
  person: idOrNothing(),
  name: wordsOrNothing(200),
  reach: wordsOrNothing(200),
  madeBy: wordsOrNothing(200),
  madeByRelation: wordsOrNothing(100),
  permission: z.enum(permissions, { error: 'Say who is speaking, and whether the person knows' }),
  words: words('Write what they said, in their words'),
  how: z.enum(hows).default('phone'),
  communication: wordsOrNothing(500),
  safeNow: wordsOrNothing(500),
  mayHaveNeeds: wordsOrNothing(500),
  carerAround: wordsOrNothing(500),
  noneOfThese: tick(),
});

/** F3: who (a name or a way to reach them), who is speaking and whether they may, and the words. The rest may wait. */
export const ContactForm = first.superRefine((form, context) => {
  const missing = whatContactNeeds(form);
  if (missing.includes('who'))
    context.addIssue({ code: 'custom', path: ['name'], message: 'Write a name, or a way to reach them' });
  if (missing.includes('who-is-speaking'))
    context.addIssue({ code: 'custom', path: ['madeBy'], message: 'Write who is speaking for them' });
});

export const ContactPath = z.object({ id: z.uuid() });

export const AskForm = z.object({
  colleague: z.uuid({ error: 'Choose who to ask' }),
  sentence: words('Write one sentence: why them', 500),
});

export const AnswerForm = z.object({
  answer: z.enum(['yes', 'not-now'], { error: 'Choose yes or not now' }),
});
