import { z } from 'zod';
import { tick } from '../../platform/http/reading.ts';

/** How a page about somebody is to be printed. */
export const PrintQuery = z.object({
  letters: z.enum(['usual', 'large']).default('usual').catch('usual'),
  photograph: tick(),
});
