import { z } from 'zod';
import { day } from '../../../platform/http/reading.ts';
import type { CalendarWords } from '../hours/kinds.ts';
import { LONGEST_FILE } from './read-calendar.ts';

export const ReadingPath = z.object({ id: z.uuid() });

/** A team's calendar, pasted, and the days to read it for. */
export const CalendarForm = z.object({
  team: z.uuid({ error: 'Choose the team' }),
  workers: z.coerce
    .number({ error: 'Write how many workers’ hours are in it' })
    .int({ error: 'Write a whole number' })
    .min(1, { error: 'Write how many workers’ hours are in it' })
    .max(500, { error: 'Write 500 or fewer' }),
  fromOn: day('Write the first day'),
  toOn: day('Write the last day'),
  calendar: z
    .string({ error: 'Paste the calendar' })
    .min(1, { error: 'Paste the calendar' })
    .max(LONGEST_FILE, {
      error: `This is longer than ${LONGEST_FILE.toLocaleString('en-GB')} characters: paste fewer months at a time`,
    }),
});

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

/** A button and nothing else. */
export const Pressed = z.object({});

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
