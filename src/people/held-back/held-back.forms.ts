import { z } from 'zod';
import { day, words } from '../../platform/http/reading.ts';
import { kindsHeld, laws } from './held-back.ts';

export const HeldPath = z.object({ id: z.uuid() });
export const WhichThing = z.object({ kind: z.enum(kindsHeld), thing: z.uuid() });
export const QueueQuery = z.object({ from: z.uuid().optional() });
export const ChooseQuery = z.object({ before: z.uuid().optional() });

export const HoldBackForm = WhichThing.extend({
  law: z.enum(laws, { error: 'Choose the reason in law' }),
  reason: words('Write why, so that whoever decides can see it', 4_000),
  isSmallest: z.enum(['yes', 'no'], { error: 'Say whether a smaller part would do' }),
  lookAgainOn: day('Write the day on which somebody looks at this again'),
});

export const DecideForm = z.object({
  decision: z.enum(['yes', 'no'], { error: 'Choose yes or no' }),
  words: words('Write why', 4_000),
});

export const LookAgainForm = z.object({
  lookAgainOn: day('Write the next day on which somebody looks at this again'),
  words: words('Write why it is still right', 4_000),
});

export const LiftForm = z.object({});
