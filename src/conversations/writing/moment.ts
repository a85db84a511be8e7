import { addDays, type Day, dayOf } from '../../platform/clock.ts';
import { readDay } from '../../platform/http/reading.ts';
import { momentIn, readTime } from '../gate/moment.ts';

/**
 * Reads when something happened as people write it: '17 November 2026, 2:30pm', 'yesterday 14:30', 'today', or
 * a time alone for today. A day alone is midday, or now while midday of today is still to come. Null when it
 * cannot be read.
 */
export function readMoment(text: string, now: Date): Date | null {
  const today = dayOf(now);
  const spaced = text.trim().toLowerCase().replace(/\s+/g, ' ');
  const plain = spaced.replace(/\b(midday|noon)$/, '12pm').replace(/\bmidnight$/, '12am');
  const ending = /(?:^|[ ,]|\bat )(\d{1,2}(?:[:.]\d{2}\s?(?:am|pm)?|\s?(?:am|pm)))$/.exec(plain);
  if (!ending) return middayOf(readNearDay(plain, today), now);
  const before = plain
    .slice(0, ending.index)
    .replace(/(,| at)*$/, '')
    .trim();
  const time = readTime(ending[1] ?? '');
  const day = before === '' ? today : readNearDay(before, today);
  return day && time ? momentIn(day, time) : null;
}

function middayOf(day: Day | null, now: Date): Date | null {
  if (!day) return null;
  const midday = momentIn(day, '12:00');
  return day === dayOf(now) && midday > now ? now : midday;
}

function readNearDay(text: string, today: Day): Day | null {
  if (text === 'today') return today;
  if (text === 'yesterday') return addDays(today, -1);
  return readDay(text);
}
