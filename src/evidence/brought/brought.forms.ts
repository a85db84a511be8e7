import { z } from 'zod';
import { dayOrNothing, words } from '../../platform/http/reading.ts';

/** A history by its id. */
export const HistoryPath = z.object({ id: z.uuid() });

/** As at which day, and of which team; the last day of the file and everybody unless said. */
export const AsAt = z.object({ asAt: dayOrNothing(), team: z.string().max(80).optional() });

/** A file that is read while somebody waits; a longer one is read by and by. */
export const READ_AT_ONCE_BYTES = 3_000_000;
export const MOST_BYTES = 50_000_000;

const bringSomething = 'Choose a file, or paste the rows, the names of the columns first';

/** A file, or the same pasted. One of more than 50 MB is read by the command. */
export const BroughtFile = z
  .object({
    name: words('Write what to call this history', 100),
    order: z
      .enum(['day-first', 'month-first', ''])
      .nullish()
      .transform((order) => order || undefined),
    takenOn: dayOrNothing(),
    file: z.instanceof(Uint8Array).nullish(),
    text: z.string().max(500_000, { error: 'This is longer than 500 kB: give it as a file' }).nullish(),
  })
  .transform(({ text, file, takenOn, ...rest }, context) => {
    const bytes = file ?? Buffer.from(text?.trim() ?? '');
    if (bytes.length > 0) return { ...rest, takenOn: takenOn ?? undefined, bytes };
    context.addIssue({ code: 'custom', path: ['file'], message: bringSomething });
    return z.NEVER;
  });
