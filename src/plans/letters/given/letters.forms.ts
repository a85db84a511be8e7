import { z } from 'zod';
import { formats } from '../../../conversations/gate/formats.ts';
import { day, words, wordsOrNothing } from '../../../platform/http/reading.ts';
import { layouts, letterKinds } from '../letter.ts';
import { ways } from './ways.ts';

export const LetterPath = z.object({ id: z.uuid() });

export const LetterQuery = z.object({ format: z.enum(layouts).optional() });

export const GivenForm = z.object({
  of: z.enum(letterKinds, { error: 'Choose which letter it was' }),
  thing: z.uuid({ error: 'Choose which letter it was' }),
  sentOn: day('Write the day it was given'),
  format: z.enum(formats, { error: 'Choose the format it was given in' }),
  formatDetail: wordsOrNothing(200),
  formatBecause: wordsOrNothing(500),
  how: z.enum(ways, { error: 'Choose how it was given' }),
  toWhom: words('Write who it was given to', 200),
  isToPerson: z.enum(['yes', 'no'], { error: 'Choose whether it was the person’s own copy' }),
});

export type Given = z.output<typeof GivenForm>;
