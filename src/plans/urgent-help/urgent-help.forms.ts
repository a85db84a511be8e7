import { z } from 'zod';
import { day, dayOrNothing, pence, tick, words } from '../../platform/http/reading.ts';

export const UrgentHelpPath = z.object({ id: z.uuid() });

export const UrgentHelpForm = z
  .object({
    what: words('Write what was done, or is being done', 1_000),
    why: words('Write why it could not wait', 4_000),
    metOn: day('Write from when'),
    untilOn: day('Write until which day, when we look at it again'),
    costPence: pence('Write what it costs; 0 when nothing'),
    howOften: z.enum(['weekly', 'once'], { error: 'Choose each week or once' }),
    isWithPerson: tick(),
  })
  .superRefine(({ metOn, untilOn }, context) => {
    if (untilOn < metOn)
      context.addIssue({ code: 'custom', path: ['untilOn'], message: 'Choose a day on or after it begins' });
  });

export const LookAgainForm = z.object({
  thenWhat: z.enum(['goes-on', 'ended', 'in-the-plan'], { error: 'Choose what happens now' }),
  againUntilOn: dayOrNothing(),
  foundWords: words('Write what you found, with them', 4_000),
});
