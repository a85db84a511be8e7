import { z } from 'zod';
import { tick, words, wordsOrNothing } from '../../../platform/http/reading.ts';

export const CouncilPath = z.object({ council: z.string().max(100) });
export const ClaimPath = z.object({ id: z.uuid() });
export const ClaimAbout = z.object({ listing: z.uuid() });

export const ClaimForm = z.object({
  listing: z.uuid(),
  name: words('Write your name', 200),
  reach: words('Write a telephone number or an email address', 300),
  words: wordsOrNothing(1_000),
  wantsAll: tick(),
});

export const ClaimAnswerForm = z.object({
  answer: z.enum(['yes', 'no'], { error: 'Choose yes or no' }),
  coversAll: tick(),
  why: wordsOrNothing(1_000),
});

export const OpenListingForm = z.object({ listing: z.uuid() });

/** A list a page at a time; those that wait, or those answered. */
export const ListQuery = z.object({
  answered: z.literal('yes').optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(500).catch(1),
});
