import { addDays, type Day, daysBetween } from '../../../platform/clock.ts';
import { readDay } from '../../../platform/http/reading.ts';
import { longDate } from '../../../platform/ui/dates.ts';

/** A summer's holidays, and no more: longer is a rest, which has its own button. */
const longestHoliday = 92;

export type DaysRead = { days: Day[] } | { problem: string };

/**
 * Reads days written one on a line, or as “21 December 2026 to 4 January 2027”.
 * @example readDays('21/12/2026 to 23/12/2026') // { days: ['2026-12-21', '2026-12-22', '2026-12-23'] }
 */
export function readDays(text: string): DaysRead {
  const found = new Set<Day>();
  const lines = text.split(/[\n;]/).map((line) => line.trim());
  for (const line of lines.filter(Boolean)) {
    const [first = '', last] = line.split(/\s+(?:to|until|till|[-–])\s+/i);
    const from = readDay(first);
    const to = last === undefined ? from : readDay(last);
    if (!from || !to || to < from)
      return {
        problem: `Write “${line.slice(0, 60)}” as a day, like 21 December 2026, or as one day to another`,
      };
    if (daysBetween(from, to) >= longestHoliday)
      return {
        problem: `“${line.slice(0, 60)}” is longer than ${longestHoliday} days: say that you are resting instead`,
      };
    for (let day = from; day <= to; day = addDays(day, 1)) found.add(day);
  }
  return { days: [...found].sort() };
}

/**
 * Days as lines to read and change, those next to each other together.
 * @example linesOfDays(['2026-12-21', '2026-12-22', '2026-12-29'])
 * // ['21 December 2026 to 22 December 2026', '29 December 2026']
 */
export function linesOfDays(days: readonly Day[]): string[] {
  const runs: { from: Day; to: Day }[] = [];
  for (const day of [...days].sort()) {
    const last = runs.at(-1);
    if (last && addDays(last.to, 1) === day) last.to = day;
    else runs.push({ from: day, to: day });
  }
  return runs.map(({ from, to }) => (from === to ? longDate(from) : `${longDate(from)} to ${longDate(to)}`));
}
