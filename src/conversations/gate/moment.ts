import type { Day } from '../../platform/clock.ts';

const londonHour = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: 'numeric',
  hourCycle: 'h23',
});

/**
 * The instant of a wall-clock time in England, summer time included. In the hour that comes twice in October it
 * is the first of the two. @example momentIn('2026-07-01', '14:30') // 2026-07-01T13:30:00Z
 */
export function momentIn(day: Day, time: string): Date {
  const wall = Date.parse(`${day}T${time}:00Z`);
  const summer = new Date(wall - 3_600_000);
  const isSummer = Number(londonHour.format(summer)) === Number(time.slice(0, 2));
  return isSummer ? summer : new Date(wall);
}

/** A time as people write it, as 24 hours: '2.30pm' is '14:30'. Null when it is none. @example readTime('9am') // '09:00' */
export function readTime(text: string): string | null {
  const found = /^(\d{1,2})(?:[:.](\d{2}))?\s*([ap]m)?$/i.exec(text.trim());
  if (!found) return null;
  const [, hours = '', minutes = '00', half] = found;
  const isHalf = half !== undefined;
  const hour = isHalf ? (Number(hours) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0) : Number(hours);
  const isTime =
    Number(minutes) < 60 && hour < 24 && (!isHalf || (Number(hours) >= 1 && Number(hours) <= 12));
  return isTime ? `${String(hour).padStart(2, '0')}:${minutes}` : null;
}
