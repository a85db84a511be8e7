import { z } from 'zod';
import { dayOrNothing, words } from '../../platform/http/reading.ts';

/** A history by its id. */
export const HistoryPath = z.object({ id: z.uuid() });

/** As at which day, and of which team; the last day of the file and everybody unless said. */
export const AsAt = z.object({ asAt: dayOrNothing(), team: z.string().max(80).optional() });

/** A pasted file. Larger ones are read by the command. */
export const PastedHistory = z.object({
  name: words('Write what to call this history', 100),
  order: z
    .enum(['day-first', 'month-first', ''])
    .nullish()
    .transform((order) => order || null),
  takenOn: dayOrNothing(),
  text: z
    .string({ error: 'Paste the rows, the names of the columns first' })
    .min(1, { error: 'Paste the rows, the names of the columns first' })
    .max(500_000, { error: 'This is longer than 500 kB: read the file with npm run import-events' }),
});
