import { z } from 'zod';
import { addressProblem } from '../../../access/own-page/own-address.ts';
import { day, dayOrNothing, tick, words } from '../../../platform/http/reading.ts';

export const StaffPath = z.object({ id: z.uuid() });
export const StaffSharingPath = z.object({ id: z.uuid(), sharing: z.uuid() });
export const DoorPath = z.object({ id: z.uuid(), page: z.uuid() });
export const ColleaguePath = z.object({ id: z.uuid(), team: z.uuid(), account: z.uuid() });

/** A talk about pressure and coercion, with the person alone. */
export const TalkForm = z
  .object({
    talkedOn: day('Write the day you talked about it'),
    whoWasThere: words('Write who was there', 500),
    wasApart: tick(),
    words: words('Write what was said about who might press them, or make them show more', 5_000),
    lookAgainOn: dayOrNothing(),
  })
  .refine(({ wasApart }) => wasApart, {
    path: ['wasApart'],
    message: 'Talk about it when whoever they share with is not in the room and cannot hear. Then tick this',
  });
export type TalkAsked = z.infer<typeof TalkForm>;

const number = words('Ask them to choose six figures', 40);
const email = z
  .string()
  .trim()
  .max(200)
  .nullish()
  .transform((typed) => typed || null)
  .superRefine((typed, context) => {
    const message = typed === null ? null : addressProblem('email', typed);
    if (message) context.addIssue({ code: 'custom', message });
  });

/** A way in for whoever they share with: a new one, or the page they have of their own as a carer. */
export const PageForm = z.object({
  account: z.union([z.literal('new'), z.uuid()], { error: 'Choose how they see it' }),
  number: z.string().trim().max(40).default(''),
  email,
});

export const StopSharingForm = z.object({
  words: words('Write what worries you, and what you did', 5_000),
  tell: z.enum(['yes', 'not-safe'], { error: 'Choose whether they may be told' }),
});

export const ColleagueForm = z.object({
  team: z.uuid({ error: 'Choose the team' }),
  name: words('Write their name', 200),
  worksIn: z.enum(['health', 'education'], { error: 'Choose where they work' }),
  organisation: words('Write where they work, such as the name of the school or trust', 200),
  number,
  email,
});
export type ColleagueAsked = z.infer<typeof ColleagueForm>;

export const NoFieldsForm = z.object({});
