import { z } from 'zod';
import { words, wordsOrNothing } from '../../../platform/http/reading.ts';
import { lineKinds } from './line.ts';

export const LinePath = z.object({ id: z.uuid(), line: z.uuid() });

export const LineForm = z.object({
  kind: z.enum(lineKinds, { error: 'Choose what it is' }),
  line: words('Write the words the group would read', 500),
  yes: wordsOrNothing(1_000),
});

/** A yes has its words; a no, or taking it back, needs none. */
export const LineYesForm = z.object({ said: words('Write how they said yes, in their words', 1_000) });
export const LineNoForm = z.object({ said: wordsOrNothing(1_000).transform((text) => text ?? '') });
