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
