import { z } from 'zod';

/** Which site; the latest unless one is named. */
export const WhichSite = z.object({ site: z.uuid().optional() });
