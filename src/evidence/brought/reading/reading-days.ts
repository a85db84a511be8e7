import type { Day } from '../../../platform/clock.ts';
import { readDay } from '../../../platform/http/reading.ts';

/** How a file writes 3/4/2025. Asked for, never guessed. */
export type DayOrder = 'day-first' | 'month-first';

export type ReadDate = Day | 'two ways' | 'no day';

/**
 * A day as systems write it: 2025-04-03 with or without a time, 20250403, 3 April 2025, 03-Apr-25, 03/04/2025. One that
 * could be two days is `two ways` unless the order was asked for; 31/12/2025 can only be one day but is read
 * so only when it agrees with the order.
 * @example readDate('03/04/2025') // 'two ways'
 * @example readDate('03/04/2025', 'day-first') // '2025-04-03'
 */
export function readDate(text: string, order?: DayOrder): ReadDate {
  const trimmed = text
    .trim()
    .replace(/[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2}|am|pm)?$/i, '');
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(trimmed);
  if (compact) return readDay(`${compact[1]}-${compact[2]}-${compact[3]}`) ?? 'no day';
  const slashed = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(trimmed);
  if (slashed) return twoWays(slashed[1] ?? '', slashed[2] ?? '', slashed[3] ?? '', order);
  const short = /^(\d{1,2})[ -]([a-z]{3,9})[ -](\d{2}|\d{4})$/i.exec(trimmed);
  if (short) return readDay(`${short[1]} ${short[2]} ${fullYear(short[3] ?? '')}`) ?? 'no day';
  return readDay(trimmed) ?? 'no day';
}

function twoWays(first: string, second: string, year: string, order?: DayOrder): ReadDate {
  const dayFirst = readDay(`${first}/${second}/${year}`);
  const monthFirst = readDay(`${second}/${first}/${year}`);
  if (order) return (order === 'day-first' ? dayFirst : monthFirst) ?? 'no day';
  if (dayFirst && monthFirst && dayFirst !== monthFirst) return 'two ways';
  return dayFirst ?? monthFirst ?? 'no day';
}

/** Two figures of a year are of the last hundred. */
const fullYear = (year: string): string =>
  year.length === 4 ? year : `${Number(year) > 40 ? '19' : '20'}${year}`;
