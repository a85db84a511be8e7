import { z } from 'zod';
import { day, ticks, words, wordsOrNothing } from '../../platform/http/reading.ts';
import { weekdays } from '../weekdays.ts';
import { directions, kinds } from './giving.ts';

export const LinePath = z.object({ id: z.uuid(), line: z.uuid() });
export const GivingPath = z.object({ id: z.uuid(), giving: z.uuid() });

export const LineForm = z.object({
  direction: z.enum(directions, { error: 'Choose whether they would give it or would like it' }),
  kind: z.enum(kinds, { error: 'Choose what kind of thing it is' }),
  words: words('Write it in words that neighbours may hear, without a name', 300),
  days: ticks(weekdays),
  whenWords: wordsOrNothing(200),
  district: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^([A-Z]{1,2}[0-9][0-9A-Z]?)?$/, {
      error: 'Write half a postcode, such as ZZ1, or leave it empty',
    })
    .nullish()
    .transform((text) => text || null),
  permission: words('Write how they said that neighbours may hear this, in their words', 1_000),
  isNeighbourly: z.literal('yes', {
    error: 'Tick this, or talk about support in a plan: some things are not for neighbours alone',
  }),
});
export type LineWritten = z.output<typeof LineForm>;

export const AskForm = z.object({
  mine: z.uuid({ error: 'Choose what of theirs this is about' }),
  theirs: z.uuid({ error: 'Choose one of those shown' }),
  thought: words('Write what you thought about, so that it is good and safe for both', 1_000),
});

export const YesForm = z.object({
  words: words('Write how they said yes, in their words', 1_000),
  tells: words('Write what the other may know of them, as they said it may be told', 500),
});

export const MetForm = z.object({
  metOn: day('Write the day they met'),
  at: z.enum(['out', 'home'], { error: 'Choose where they met' }),
  cameAlong: wordsOrNothing(200),
});

export const GoingOnForm = z.object({ words: words('Write how it is going, in their words', 1_000) });

export const EndedForm = z.object({ why: words('Write why, in their words if you can', 1_000) });

export const NothingMore = z.object({});
