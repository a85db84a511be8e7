import { z } from 'zod';
import { words } from '../../platform/http/reading.ts';

export const StoryPath = z.object({ id: z.uuid() });
export const AskedPath = z.object({ id: z.uuid(), consentId: z.uuid() });

export const RetellingForm = z.object({
  retelling: words('Write the story again, by what is strong in it'),
  version: z.coerce.number().int().positive(),
});

export const LookedOverForm = z.object({
  versionId: z.uuid(),
  decided: z.enum(['settled', 'not-yet'], { error: 'Choose whether it gives anybody away' }),
  words: words('Write in a sentence how you came to that', 2_000),
});

export const AskedForm = z.object({});

/** How somebody close to a teller who has died asked for their story to come down. */
export const waysAsked = [
  { value: 'together', label: 'In person' },
  { value: 'phone', label: 'By phone' },
  { value: 'paper', label: 'In writing' },
] as const;

export const TakeDownForm = z.object({
  told: z.enum(
    waysAsked.map(({ value }) => value),
    { error: 'Choose how they asked' },
  ),
});
