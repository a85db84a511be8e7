import { z } from 'zod';
import { howLong } from '../../community/patch/how-long.forms.ts';
import { day, dayOrNothing, tick, words, wordsOrNothing } from '../../platform/http/reading.ts';
import { formats } from './formats.ts';
import { exceptions } from './gate.ts';
import { readTime } from './moment.ts';

export const GatePath = z.object({ id: z.uuid() });

/** A time of day that may be left out; empty is null. */
function timeOrNothing() {
  return z
    .string()
    .trim()
    .nullish()
    .transform((text, context) => {
      if (!text) return null;
      const time = readTime(text);
      if (!time) context.addIssue({ code: 'custom', message: 'Write the time like 2.30pm or 14:30' });
      return time;
    });
}

/** One name or several arrive as a list of ids. */
const attendees = z
  .union([z.array(z.uuid()), z.uuid()], { error: 'Tick at least one colleague who was there' })
  .transform((ids) => [ids].flat());

export const PeerTestForm = z.object({
  sharedOn: dayOrNothing(),
  sharedTime: timeOrNothing(),
  attendees,
  personWasInvited: tick(),
  whatWeHeard: wordsOrNothing(2_000),
  howLong: howLong(),
  why1UsedUp: words('Write one sentence: why conversation 1 is used up', 1_000),
  why2UsedUp: words('Write one sentence: why conversation 2 is used up, or was not needed', 1_000),
});

/** Two ways in: colleagues have tested it, or one of the logged exceptions with its reason. */
export const OpenForm = z
  .object({
    way: z.enum(['tested', 'at-once']).default('tested'),
    exception: z.enum(exceptions).optional(),
    reason: wordsOrNothing(1_000),
  })
  .superRefine((form, context) => {
    if (form.way === 'at-once' && !form.exception)
      context.addIssue({ code: 'custom', path: ['exception'], message: 'Choose why it opens at once' });
  });

export const ToldForm = z.object({
  toldOn: day('Write the day they were told'),
  format: z.enum(formats, { error: 'Choose how they were told' }),
  formatDetail: wordsOrNothing(200),
});
