import { z } from 'zod';
import { day, dayOrNothing, words } from '../../platform/http/reading.ts';
import { authorities } from './deciding.ts';

export const DecidingPath = z.object({ id: z.uuid() });

export const DecidingForForm = z.object({
  name: words('Write their name', 200),
  authority: z.enum(authorities, { error: 'Choose what lets them decide' }),
  scope: words('Write exactly what they may decide', 1_000),
  seenOn: dayOrNothing(),
  fromOn: dayOrNothing(),
});

export const SeenForm = z.object({ seenOn: day('Write the day somebody here saw the document') });

export const EndForm = z.object({ untilOn: day('Write the last day on which it holds') });
