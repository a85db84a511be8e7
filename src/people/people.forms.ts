import { z } from 'zod';
import { dayOrNothing, tick, words, wordsOrNothing } from '../platform/http/reading.ts';

export const PersonPath = z.object({ id: z.uuid() });

export const Search = z.object({ q: z.string().max(200).optional() });

/** Where the next page of a story begins: the last event shown. */
export const StoryPage = z.object({
  before: z.iso.datetime().optional(),
  after_id: z.uuid().optional(),
});

export const BreakGlassForm = z.object({
  reason: words('Write why you need to open this record now', 1_000),
  isReasonKept: tick(),
});

export const AroundForm = z.object({
  name: words('Write their name, or what the person calls them', 200),
  relation: words('Write who they are to the person, such as niece or neighbour', 200),
  phone: wordsOrNothing(40),
  gives: wordsOrNothing(1_000),
  ifItStopped: wordsOrNothing(1_000),
  isCarer: tick(),
});

export const GiftForm = z.object({ gift: words('Write something they are good at, know or offer', 300) });

export const NeedForm = z.object({
  kind: z.enum(['communication', 'good-to-know'], { error: 'Choose what kind of thing this is' }),
  need: words('Write what helps, such as “hears better on the left”', 500),
  checkAgainOn: dayOrNothing(),
});

export const SettleForm = z
  .object({
    state: z.enum(['kept', 'moved', 'broken'], { error: 'Choose what happened' }),
    why: wordsOrNothing(1_000),
    newDueOn: dayOrNothing(),
    version: z.coerce.number().int().positive(),
  })
  .superRefine((form, context) => {
    if (form.state === 'moved' && !form.newDueOn)
      context.addIssue({ code: 'custom', path: ['newDueOn'], message: 'Write the new day' });
    if (form.state !== 'kept' && !form.why)
      context.addIssue({ code: 'custom', path: ['why'], message: 'Write why, in a sentence' });
  });
