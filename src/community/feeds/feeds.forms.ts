import { z } from 'zod';

export const ImportPath = z.object({ id: z.uuid() });

export const RecordsQuery = z.object({
  outcome: z.enum(['refused', 'mended', 'accepted']).catch('refused'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type RecordsAsked = z.output<typeof RecordsQuery>;
