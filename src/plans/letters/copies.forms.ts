import { z } from 'zod';
import { formats } from '../../conversations/gate/formats.ts';
import { day, words, wordsOrNothing } from '../../platform/http/reading.ts';

export const CopyPath = z.object({ id: z.uuid() });

export const CopyQuery = z.object({ format: z.enum(['standard', 'large']).optional() });

export const SentForm = z.object({
  sentOn: day('Write the day it was sent'),
  format: z.enum(formats, { error: 'Choose the format it was sent in' }),
  formatDetail: wordsOrNothing(200),
  toWhom: words('Write who it was sent to', 200),
});
