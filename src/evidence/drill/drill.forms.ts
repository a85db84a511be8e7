import { z } from 'zod';
import { WhichSite } from '../looking/looked.ts';

/** Which figure, and where in the list of the people behind it a page begins. */
export const DrillQuery = WhichSite.extend({
  group: z.string().max(20).default('site'),
  measure: z.string().max(20).default('people'),
  windowDays: z.coerce.number().int().optional(),
  answer: z.string().max(40).optional(),
  after: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}~[0-9a-f-]{36}$/)
    .transform((place) => ({ on: place.slice(0, 10), personId: place.slice(11) }))
    .pipe(z.object({ on: z.iso.date(), personId: z.uuid() }))
    .optional(),
});
export type DrillQuery = z.infer<typeof DrillQuery>;
