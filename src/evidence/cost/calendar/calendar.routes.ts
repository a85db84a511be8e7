import type { z } from 'zod';
import { takeUploads } from '../../../access/uploads/uploads.store.ts';
import { type Day, dayOf, daysBetween } from '../../../platform/clock.ts';
import { type CouncilDb, nowOf } from '../../../platform/db/council.ts';
import type { House } from '../../../platform/http/house.ts';
import type { Problem } from '../../../platform/http/problems.ts';
import { done, shown } from '../../../platform/http/routes.ts';
import { CalendarForm, Pressed, ReadingPath, WordsForm } from './calendar.forms.ts';
import { CalendarsPage, ReadingPage } from './calendar.pages.tsx';
import {
  addressesOf,
  findReading,
  keepReading,
  keptReadings,
  sayWords,
  teamsOf,
  wordsOf,
  writeReading,
} from './calendars.store.ts';
import { LONGEST_FILE, readCalendar, wholeWeeks } from './read-calendar.ts';

/** The most days read at a time: two years and the week each end. */
const MOST_DAYS = 745;

export function calendarRoutes(house: House, may: readonly string[]): void {
  takeUploads(house.server, '/evidence/cost/calendars', LONGEST_FILE * 2);
  house.get('/evidence/cost/calendars', {
    name: 'Calendars of teams, as hours',
    may,
    act: async ({ db }) => shown(await calendars(db)),
    page: CalendarsPage,
  });
  house.post('/evidence/cost/calendars', {
    name: 'Read in a team’s calendar',
    may,
    body: CalendarForm,
    act: async ({ db, body }) => {
      const id = await readIn(db, body);
      return typeof id === 'string'
        ? done(`/evidence/cost/calendars/${id}`, [], 'Read. Look at the hours before you keep them.', {
            readingId: id,
          })
        : id;
    },
    again: async ({ db }) => shown(await calendars(db)),
    page: CalendarsPage,
  });
  house.post('/evidence/cost/calendars/words', {
    name: 'Say which words mean which kind of hour',
    may,
    body: WordsForm,
    act: async ({ db, body }) => {
      await sayWords(db, body);
      return done(
        '/evidence/cost/calendars',
        [],
        'Saved. Calendars read from now on are sorted by these words.',
      );
    },
    again: async ({ db }) => shown(await calendars(db)),
    page: CalendarsPage,
  });
  readingRoutes(house, may);
}

function readingRoutes(house: House, may: readonly string[]): void {
  house.get('/evidence/cost/calendars/:id', {
    name: 'What a calendar came to',
    may,
    params: ReadingPath,
    act: async ({ db, params }) => shown(await findReading(db, params.id)),
    page: ReadingPage,
  });
  house.post('/evidence/cost/calendars/:id/kept', {
    name: 'Keep the hours of a calendar',
    may,
    params: ReadingPath,
    body: Pressed,
    act: async ({ db, params }) => {
      await keepReading(db, params.id);
      return done(`/evidence/cost/calendars/${params.id}`, [], 'Kept. The hours count from now on.');
    },
    again: async ({ db, params }) => shown(await findReading(db, params.id)),
    page: ReadingPage,
  });
}

const calendars = async (db: CouncilDb) => ({
  teams: await teamsOf(db),
  kept: await keptReadings(db),
  words: await wordsOf(db),
});

/** Reads it and writes down what it came to; what is wrong is said beside its field. */
async function readIn(db: CouncilDb, body: z.output<typeof CalendarForm>): Promise<string | Problem[]> {
  const weeks = weeksAsked(body, dayOf(nowOf(db)));
  if (Array.isArray(weeks)) return weeks;
  if (!(await teamsOf(db)).some(({ id }) => id === body.team))
    return [{ field: 'team', message: 'Choose the team' }];
  const { id: wordsId, words } = await wordsOf(db);
  const addresses = await addressesOf(db, body.team);
  const read = readCalendar(body.calendar, { ...weeks, words, addresses });
  if (typeof read === 'string') return [{ field: 'file', message: read }];
  return writeReading(db, { teamId: body.team, workers: body.workers, wordsId }, read);
}

function weeksAsked(
  { fromOn, toOn }: { fromOn: Day; toOn: Day },
  today: Day,
): { fromOn: Day; toOn: Day } | Problem[] {
  if (toOn > today) return [{ field: 'toOn', message: 'Choose today or a day before it' }];
  if (daysBetween(fromOn, toOn) > MOST_DAYS)
    return [{ field: 'fromOn', message: 'Read two years or less at a time' }];
  return (
    wholeWeeks(fromOn, toOn) ?? [
      { field: 'toOn', message: 'There is no whole week, Monday to Sunday, between the two days' },
    ]
  );
}
