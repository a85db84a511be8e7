import { type Day, isDay } from '../../../platform/clock.ts';
import { type Notes, quoted } from './read-outcome.ts';

const ISO =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i;
const BRITISH = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;
const CLOCK = /^(\d{1,2})(?:[:.](\d{2}))?(?::\d{2}(?:\.\d+)?)?\s*(am|pm)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;

/** A calendar day from what the source wrote; days before 1950 or after 2199 are a system's way of saying "none". */
export function dayIn(field: string, source: string | null, notes: Notes): Day | null {
  if (source === null) return null;
  const day = ISO.exec(source)?.[1] ?? britishDay(source);
  if (day === null || !isDay(day) || day < '1950' || day >= '2200') {
    notes.mended(field, 'Is not a date', `Left out ${quoted(source)}.`);
    return null;
  }
  if (!source.startsWith(day)) {
    notes.mended(field, 'Is not written year first', `Read ${quoted(source)} as ${day}.`);
  }
  return day;
}

function britishDay(source: string): string | null {
  const [, day, month, year] = BRITISH.exec(source) ?? [];
  return year && month && day ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : null;
}

/** The day somebody checked it: never later than today, or it would look fresh for ever. */
export function assuredDayIn(field: string, source: string | null, today: Day, notes: Notes): Day | null {
  const day = dayIn(field, source, notes);
  if (day === null || day <= today) return day;
  notes.mended(field, 'Says it was checked on a day still to come', `Left out ${day}.`);
  return null;
}

/** An instant. Without a time zone it is the time on a clock in London; a day alone is its first moment there. */
export function instantIn(field: string, source: string | null, notes: Notes): Date | null {
  if (source === null) return null;
  const [, day, hour = '00', minute = '00', second = '00', fraction = '0', zone] = ISO.exec(source) ?? [];
  const written = `${day}T${hour}:${minute}:${second}.${fraction.padEnd(3, '0').slice(0, 3)}`;
  if (day === undefined || !isDay(day) || Number.isNaN(Date.parse(`${written}Z`))) {
    notes.mended(field, 'Is not a date and time', `Left out ${quoted(source)}.`);
    return null;
  }
  if (zone !== undefined) return validDate(new Date(`${written}${zone.length === 5 ? colon(zone) : zone}`));
  if (source.length > 10) notes.tidied(field, 'Has no time zone', 'Read it as the time in London.');
  return londonInstant(written);
}

const colon = (zone: string): string => `${zone.slice(0, 3)}:${zone.slice(3)}`;
const validDate = (date: Date): Date | null => (Number.isNaN(date.getTime()) ? null : date);

/**
 * The instant at which clocks in London show this. A time that happens twice is the first of the two.
 * @example londonInstant('2026-07-01T12:00:00.000').toISOString() // '2026-07-01T11:00:00.000Z'
 */
export function londonInstant(written: string): Date {
  const asUtc = Date.parse(`${written}Z`);
  const summer = new Date(asUtc - 3_600_000);
  return londonClock.format(summer) === londonDigits(asUtc) ? summer : new Date(asUtc);
}

const londonClock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hourCycle: 'h23',
  hour: '2-digit',
  minute: '2-digit',
});
const londonDigits = (asUtc: number): string => new Date(asUtc).toISOString().slice(11, 16);

/**
 * A time of day, `10:00`, on the clock in London. An offset is set aside: a group that meets at ten meets at ten in
 * winter and in summer, and a time fixed to UTC would be an hour late for half of the year.
 */
export function timeIn(field: string, source: string | null, notes: Notes): string | null {
  if (source === null) return null;
  const bare = source.replace(/^\d{4}-\d{2}-\d{2}[T ]/, '');
  const [, hours, minutes = '00', half, zone] = CLOCK.exec(bare) ?? [];
  const hour = Number(hours) + (half === undefined ? 0 : twelveHourShift(Number(hours), half));
  if (hours === undefined || hour > 24 || Number(minutes) > 59 || (half && Number(hours) > 12)) {
    notes.mended(field, 'Is not a time of day', `Left out ${quoted(source)}.`);
    return null;
  }
  if (zone !== undefined) {
    notes.tidied(field, 'Is fixed to a time zone', 'Read it as the time on a clock in London all year.');
  }
  return `${String(hour % 24).padStart(2, '0')}:${minutes}`;
}

function twelveHourShift(hour: number, half: string): number {
  if (half.toLowerCase() === 'am') return hour === 12 ? -12 : 0;
  return hour === 12 ? 0 : 12;
}
