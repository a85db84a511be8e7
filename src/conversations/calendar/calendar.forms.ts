import { z } from 'zod';
import { readDay } from '../../platform/http/reading.ts';

/** Which weeks, and whose. What is no day is today. */
export const CalendarQuery = z.object({
  team: z.string().optional(),
  from: z
    .string()
    .max(40)
    .transform((text) => readDay(text))
    .optional(),
});

export const FeedPath = z.object({ id: z.uuid() });

/** The worker's own, or a team of theirs. */
export const NewFeed = z.object({
  whose: z.union([z.literal('mine'), z.uuid()], { error: 'Choose whose calendar it is' }),
});

export const NothingMore = z.object({});
