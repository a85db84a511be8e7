import type { Day } from '../../../platform/clock.ts';
import type { ListingSchedule } from '../../listing.ts';
import { dayIn, timeIn } from './feed-dates.ts';
import { distinct, type JsonObject, numberIn, objectIn, objectsIn, textIn } from './json-values.ts';
import { plainLine } from './plain-words.ts';
import { type Notes, quoted } from './read-outcome.ts';

const FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const DAY_PART = /^([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)[A-Z]*$/;

/** Every schedule of a record, whether hung on the service, on its place or on both (version 1 says "regular"). */
export function schedulesIn(record: JsonObject, notes: Notes): ListingSchedule[] {
  const atPlaces = objectsIn(record, 'service_at_locations').flatMap((link) => [
    ...objectsIn(link, 'schedules', 'regular_schedules', 'regular_schedule'),
    ...objectsIn(objectIn(link.location), 'schedules', 'regular_schedules', 'regular_schedule'),
  ]);
  const own = objectsIn(record, 'schedules', 'regular_schedules', 'regular_schedule');
  const read = [...own, ...atPlaces].flatMap((schedule) => scheduleIn(schedule, notes) ?? []);
  const byWriting = new Map(read.map((schedule) => [JSON.stringify(schedule), schedule]));
  return [...byWriting.values()];
}

function scheduleIn(source: JsonObject, notes: Notes): ListingSchedule | null {
  const days = daysIn(source, notes);
  const { freq, byday } = agreedFrequency(frequencyIn(source, notes), days, notes);
  const schedule: ListingSchedule = {
    freq,
    interval: intervalIn(source, notes),
    byday,
    bymonthday: monthDaysIn(source, freq, notes),
    dtstart: dayIn('schedules.dtstart', textIn(source, 'dtstart'), notes),
    ...validityIn(source, notes),
    ...hoursIn(source, notes),
    description: plainLine('schedules.description', textIn(source, 'description', 'notes'), notes),
  };
  const saysSomething =
    schedule.freq ?? schedule.dtstart ?? schedule.description ?? schedule.opensAt ?? schedule.byday[0];
  if (saysSomething !== undefined && saysSomething !== null) return schedule;
  notes.tidied('schedules', 'Held a schedule that says nothing', 'Left it out.');
  return null;
}

function frequencyIn(source: JsonObject, notes: Notes): ListingSchedule['freq'] {
  const text = textIn(source, 'freq');
  if (text === null) return null;
  const freq = FREQUENCIES.find((known) => known.startsWith(text.toUpperCase().slice(0, 3)));
  if (freq === undefined) {
    notes.mended('schedules.freq', 'Is not how often something happens', `Left out ${quoted(text)}.`);
  }
  return freq ?? null;
}

function daysIn(source: JsonObject, notes: Notes): string[] {
  const value = source.byday ?? source.weekday;
  const written = Array.isArray(value) ? value.join(',') : textIn(source, 'byday', 'weekday');
  const days = (written ?? '').toUpperCase().split(/[\s,;/&]+/);
  return distinct(days.filter((day) => day !== '' && day !== 'AND').flatMap((day) => dayPart(day, notes)));
}

function dayPart(written: string, notes: Notes): string[] {
  const [, ordinal = '', weekday] = DAY_PART.exec(written) ?? [];
  if (weekday !== undefined) return [`${ordinal.replace('+', '')}${weekday}`];
  notes.mended('schedules.byday', 'Is not a day of the week', `Left out ${quoted(written)}.`);
  return [];
}

/** "The second Monday" is monthly whatever the source says; days of the week alone are weekly. */
function agreedFrequency(freq: ListingSchedule['freq'], byday: string[], notes: Notes) {
  const hasOrdinal = byday.some((day) => !WEEKDAYS.includes(day));
  if (hasOrdinal && (freq === 'WEEKLY' || freq === 'DAILY' || freq === null)) {
    notes.mended('schedules.freq', 'Names a week of the month but is not monthly', 'Read it as monthly.');
    return { freq: 'MONTHLY' as const, byday };
  }
  if (freq === null && byday.length > 0) {
    notes.tidied('schedules.freq', 'Names days but not how often', 'Read it as every week.');
    return { freq: 'WEEKLY' as const, byday };
  }
  return { freq, byday };
}

function intervalIn(source: JsonObject, notes: Notes): number {
  const interval = numberIn(source, 'interval');
  if (interval === null || interval === 1) return 1;
  if (Number.isInteger(interval) && interval > 0 && interval <= 52) return interval;
  notes.mended('schedules.interval', 'Is not a number of weeks or months', 'Read it as every one.');
  return 1;
}

function monthDaysIn(source: JsonObject, freq: ListingSchedule['freq'], notes: Notes): number[] {
  const value = source.bymonthday;
  const written = Array.isArray(value) ? value.join(',') : textIn(source, 'bymonthday');
  const days = (written ?? '').split(/[\s,;]+/).filter((day) => day !== '');
  const real = days.map(Number).filter((day) => Number.isInteger(day) && day !== 0 && Math.abs(day) <= 31);
  if (freq === 'WEEKLY' && real.length > 0) {
    notes.mended('schedules.bymonthday', 'Gives days of the month for something weekly', 'Left them out.');
    return [];
  }
  if (real.length < days.length) {
    notes.mended(
      'schedules.bymonthday',
      'Is not a day of the month',
      `Left out what is wrong in “${written}”.`,
    );
  }
  return [...new Set(real)];
}

function validityIn(source: JsonObject, notes: Notes): { validFrom: Day | null; validTo: Day | null } {
  const validFrom = dayIn('schedules.valid_from', textIn(source, 'valid_from'), notes);
  const validTo = dayIn('schedules.valid_to', textIn(source, 'valid_to'), notes);
  if (validFrom === null || validTo === null || validFrom <= validTo) return { validFrom, validTo };
  notes.mended('schedules.valid_to', 'Ends before it begins', 'Left out the end.');
  return { validFrom, validTo: null };
}

function hoursIn(source: JsonObject, notes: Notes): { opensAt: string | null; closesAt: string | null } {
  const opensAt = timeIn('schedules.opens_at', textIn(source, 'opens_at', 'start_time'), notes);
  const closesAt = timeIn('schedules.closes_at', textIn(source, 'closes_at', 'end_time'), notes);
  if (opensAt === null || opensAt !== closesAt || opensAt === '00:00') return { opensAt, closesAt };
  notes.tidied('schedules.closes_at', 'Closes when it opens', 'Left out the closing time.');
  return { opensAt, closesAt: null };
}
