import { addDays, type Day, dayOf } from '../../platform/clock.ts';
import { readDay } from '../../platform/http/reading.ts';

const inLondon = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** The hour and minute of an instant in England, as a form shows them. @example timeOf(new Date('2026-07-01T13:30:00Z')) // '14:30' */
export const timeOf = (at: Date): string => inLondon.format(at);

/**
 * Reads when something happened as people write it: '17 November 2026, 2:30pm', 'yesterday 14:30', 'today', or
 * a time alone for today. A day alone is midday, or now while midday of today is still to come. Null when it
 * cannot be read.
 */
export function readMoment(text: string, now: Date): Date | null {
  const today = dayOf(now);
  const plain = text.trim().toLowerCase().replace(/\s+/g, ' ');
  const time = /(?:^|[ ,]|at )(\d{1,2})(?:[:.](\d{2}))?\s?(am|pm)?$/.exec(plain);
  const isTime =
    time !== null &&
    (time[2] !== undefined || time[3] !== undefined) &&
    !/\d[./-]$/.test(plain.slice(0, time.index + 1));
  const before = isTime
    ? plain
        .slice(0, time.index)
        .replace(/(,| at)*$/, '')
        .trim()
    : plain;
  const day = before === '' && isTime ? today : readNearDay(before, today);
  if (!day) return null;
  if (!isTime) return middayOf(day, today, now);
  const hour = hourOf(Number(time[1]), time[3]);
  const minute = Number(time[2] ?? 0);
  return hour === null || minute > 59 ? null : instantIn(day, hour, minute);
}

function middayOf(day: Day, today: Day, now: Date): Date {
  const midday = instantIn(day, 12, 0);
  return day === today && midday > now ? now : midday;
}

function readNearDay(text: string, today: Day): Day | null {
  if (text === 'today') return today;
  if (text === 'yesterday') return addDays(today, -1);
  return readDay(text);
}

function hourOf(hour: number, half: string | undefined): number | null {
  if (!half) return hour <= 23 ? hour : null;
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half === 'pm' ? 12 : 0);
}

/** The instant of a clock time in England. In the hour that comes twice in October, the first. */
function instantIn(day: Day, hour: number, minute: number): Date {
  const clock = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  const asUtc = Date.parse(`${day}T${clock}:00Z`);
  const inSummer = new Date(asUtc - 3_600_000);
  return timeOf(inSummer) === clock && dayOf(inSummer) === day ? inSummer : new Date(asUtc);
}
