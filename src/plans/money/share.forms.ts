import { z } from 'zod';
import { day, pence, words } from '../../platform/http/reading.ts';
import { type Side, ways } from './share.ts';
import { readWorking } from './working.ts';

export const PersonPath = z.object({ id: z.uuid() });

/** A part of the working: one line each, with its amount at the end. */
const working = (side: Side) =>
  z
    .string()
    .max(8_000, { error: 'Use 8,000 characters or fewer' })
    .nullish()
    .transform((text, context) => {
      const read = readWorking(text ?? '', side);
      if ('lines' in read) return read.lines;
      context.addIssue({ code: 'custom', message: read.problem });
      return z.NEVER;
    });

/** How a share was worked out. The sum is never typed where there is a working. */
export const ShareForm = z
  .object({
    how: z.enum(ways, { error: 'Choose how it was worked out' }),
    doneOn: day('Write the day you worked it out together'),
    fromOn: day('Write the day it counts from'),
    words: words('Write how it was worked out, as you would tell them', 4_000),
    comesIn: working('coming-in'),
    leftOut: working('left-out'),
    kept: working('kept'),
    costs: working('costs'),
    weekly: z.preprocess(
      (amount) => (amount === '' || amount === null ? undefined : amount),
      pence('').optional(),
    ),
  })
  .transform(({ comesIn, leftOut, kept, costs, weekly, ...form }) => ({
    ...form,
    lines: [...comesIn, ...leftOut, ...kept, ...costs],
    weeklyPence: weekly ?? null,
  }));
