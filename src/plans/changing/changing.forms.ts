import { z } from 'zod';
import { dayOrNothing, idOrNothing, ticks, wordsOrNothing } from '../../platform/http/reading.ts';

const text = (most: number) => wordsOrNothing(most).transform((written) => written ?? '');

/** A need of the earlier plan, in the plan that would follow it. */
export const BesidePath = z.object({ id: z.uuid(), wasNeedId: z.uuid() });

/** `wordsBefore` is what stood there when the page was opened, so that nobody writes over a colleague. */
export const BesideForm = z.object({
  answeredBy: z
    .union([z.array(z.uuid()), z.uuid()], { error: 'Tick needs of this plan' })
    .nullish()
    .transform((ids) => [ids ?? []].flat()),
  words: text(2_000),
  wordsBefore: z.string().max(2_000).optional(),
});

/** Everything may wait while the plan is written; it is asked for when the plan is to stand (P1). */
export const DownForm = z.object({
  because: ticks(['life-changed', 'their-wish', 'met-another-way', 'managing-better', 'costs'] as const),
  reasons: text(4_000),
  involved: text(4_000),
  toldOn: dayOrNothing(),
  reasonsBefore: z.string().max(4_000).optional(),
});

export const VersionsQuery = z.object({ one: idOrNothing(), other: idOrNothing() });
