import { z } from 'zod';
import { day } from '../../../platform/http/reading.ts';
import type { CalendarWords } from '../hours/kinds.ts';

/** The most that is pasted, so that the form is small enough to be taken. */
const MOST_PASTED = 500_000;

export const ReadingPath = z.object({ id: z.uuid() });

const bringOne = 'Choose the calendar’s file, or paste it';

/** A team's calendar, as a file or pasted, and the days to read it for. */
export const CalendarForm = z
  .object({
    team: z.uuid({ error: 'Choose the team' }),
    workers: z.coerce
      .number({ error: 'Write how many workers’ hours are in it' })
      .int({ error: 'Write a whole number' })
      .min(1, { error: 'Write how many workers’ hours are in it' })
      .max(500, { error: 'Write 500 or fewer' }),
    fromOn: day('Write the first day'),
    toOn: day('Write the last day'),
    file: z.instanceof(Uint8Array).nullish(),
    calendar: z
      .string()
      .max(MOST_PASTED, {
        error: `This is longer than ${MOST_PASTED.toLocaleString('en-GB')} characters: give it as a file`,
      })
      .nullish(),
  })
  .transform(({ file, calendar, ...rest }, context) => {
    const text = file ? new TextDecoder().decode(file) : (calendar ?? '');
    if (text.trim() !== '') return { ...rest, calendar: text };
    context.addIssue({ code: 'custom', path: ['file'], message: bringOne });
    return z.NEVER;
  });

/** A button and nothing else. */
export const Pressed = z.object({});

const some = () =>
  z
    .string()
    .max(1_000, { error: 'Use 1,000 characters or fewer' })
    .nullish()
    .transform((text) =>
      (text ?? '')
        .split(/[,\n]/)
        .map((word) => word.trim().toLowerCase())
        .filter((word) => word !== '')
        .slice(0, 60),
    );

/** The words of each kind, with commas between. */
export const WordsForm = z
  .object({
    withPeople: some(),
    travelling: some(),
    writingUp: some(),
    meetings: some(),
    learning: some(),
    inTheCommunity: some(),
  })
  .transform(
    ({ withPeople, travelling, writingUp, meetings, learning, inTheCommunity }): CalendarWords => ({
      ...{ travelling, meetings, learning },
      ...{ 'with-people': withPeople, 'writing-up': writingUp, 'in-the-community': inTheCommunity },
    }),
  );

/** What each kind's field is called. */
export const fieldOfKind = {
  'with-people': 'withPeople',
  travelling: 'travelling',
  'writing-up': 'writingUp',
  meetings: 'meetings',
  learning: 'learning',
  'in-the-community': 'inTheCommunity',
} as const satisfies Record<keyof CalendarWords, string>;
