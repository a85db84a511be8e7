import { z } from 'zod';
import { dayOrNothing, wordsOrNothing } from '../../platform/http/reading.ts';

export const standings = ['on as usual', 'paused', 'only for now'] as const;

/** How it stands, as a colleague was told: back on, or its last day, when that is known. */
export const StandingAsked = z
  .object({
    standing: z.enum(standings, { error: 'Choose whether it is on' }),
    day: dayOrNothing(),
    pausedWords: wordsOrNothing(300),
  })
  .refine(({ standing, day }) => standing !== 'only for now' || day !== null, {
    path: ['day'],
    message: 'Write its last day, like 5 January 2027',
  });
export type StandingSaid = z.output<typeof StandingAsked>;
