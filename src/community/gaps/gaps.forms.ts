import { z } from 'zod';
import { idOrNothing } from '../../platform/http/reading.ts';

export const GapPath = z.object({ id: z.uuid() });

export const GapsQuery = z.object({
  months: z.coerce.number().int().min(1).max(60).catch(12),
  district: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{1,2}[0-9][0-9A-Z]?$/)
    .optional()
    .catch(undefined),
  page: z.coerce.number().int().min(1).max(500).catch(1),
});
export type GapsAsked = z.output<typeof GapsQuery>;

export const MetForm = z.object({ listing: idOrNothing() });
