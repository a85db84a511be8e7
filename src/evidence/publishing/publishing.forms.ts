import { z } from 'zod';
import { tick, words } from '../../platform/http/reading.ts';
import { fileParts } from './telling/told-csv.ts';

export const PublicationPath = z.object({ id: z.uuid() });
export const PublicEvidencePath = z.object({ council: z.string().max(100) });
export const PublicSiteQuery = z.object({
  site: z.uuid().optional(),
  of: z.enum(fileParts).optional(),
});

export const PrepareForm = z.object({ site: z.uuid({ error: 'Choose a site' }), apart: tick() });

export const StoryForm = z.object({
  beside: z.enum(['people', 'episodes', 'returns', 'waits'], { error: 'Choose the figure it stands beside' }),
  words: words('Write what they said', 1_000),
  toldBy: words('Write who said it, as they want to be named', 100),
  theirYes: tick().refine((isYes) => isYes, {
    error: 'Tell it only when they have read it and said yes to everybody reading it',
  }),
});

export const AgreeForm = z.object({ version: z.coerce.number().int() });

export const EndForm = z.object({ why: words('Write why', 500) });
