import { runInNewContext } from 'node:vm';
import { addDays, type Day } from '../../../platform/clock.ts';
import { type CalendarWords, type HourKind, kindOf } from '../hours/kinds.ts';
import { Unreadable } from './event-texts.ts';
import { type Happening, happeningsIn } from './happenings.ts';

/** A team's minutes in one week, of one kind. Nothing of a calendar but this is kept. */
export interface WeekMinutes {
  weekOn: Day;
  kind: HourKind;
  minutes: number;
}

/** What a calendar came to. */
export interface CalendarRead {
  fromOn: Day;
  toOn: Day;
  minutes: WeekMinutes[];
  events: number;
  leftOut: Record<'private' | 'free' | 'allDay' | 'cancelled', number>;
}

/** The longest file, in characters. */
export const LONGEST_FILE = 3_000_000;
/** A file is read in this time or not at all: everybody else is waiting for the same machine. */
const MOST_MS = 2_000;

/**
 * A team's calendar file as hours by week and kind, in whole weeks from a Monday. One event counts once for each of the
 * team's own workers whose address stands on it, and once where none does, however many diaries it was copied into; it
 * belongs to the week it starts in. What is private, free, cancelled or lasts all day is left out and counted. A file
 * that cannot be read, or is made to be endless, is a sentence that says where.
 * @example readCalendar(file, { fromOn: '2026-01-05', toOn: '2026-11-15', words: wordsToBeginWith, addresses: [] })
 */
export function readCalendar(
  file: string,
  how: { fromOn: Day; toOn: Day; words: CalendarWords; addresses: readonly string[] },
): CalendarRead | string {
  if (file.length > LONGEST_FILE)
    return `The calendar is longer than ${LONGEST_FILE.toLocaleString('en-GB')} characters: read in fewer months at a time`;
  let line = 1;
  try {
    const found = withinTime(() =>
      happeningsIn(file, how.fromOn, how.toOn, (at) => {
        line = at;
      }),
    );
    return summed(found, how);
  } catch (error) {
    if (error instanceof Unreadable) return error.message;
    return isOutOfTime(error)
      ? `The event on line ${line} takes too long to follow: take out what repeats without end, or read in fewer months`
      : `The event on line ${line} cannot be read as a calendar event`;
  }
}

function summed(
  found: readonly Happening[],
  {
    fromOn,
    toOn,
    words,
    addresses,
  }: { fromOn: Day; toOn: Day; words: CalendarWords; addresses: readonly string[] },
): CalendarRead {
  const ours = new Set(addresses.map((one) => one.toLowerCase()));
  const leftOut = { private: 0, free: 0, allDay: 0, cancelled: 0 };
  const sums = new Map<string, WeekMinutes>();
  const once = [...Map.groupBy(found, ({ key }) => key).values()];
  let events = 0;
  for (const copies of once) {
    const why = copies.find(({ leftOut: out }) => out !== null)?.leftOut;
    const [first] = copies;
    if (why) leftOut[why] += 1;
    if (why || !first) continue;
    events += 1;
    const workers = new Set(copies.flatMap((copy) => copy.addresses.filter((one) => ours.has(one)))).size;
    const weekOn = mondayOf(first.on);
    const kind = kindOf(first.categories, first.title, words);
    const sum = sums.get(`${weekOn} ${kind}`) ?? { weekOn, kind, minutes: 0 };
    sums.set(`${weekOn} ${kind}`, { ...sum, minutes: sum.minutes + first.minutes * Math.max(1, workers) });
  }
  return { fromOn, toOn, minutes: [...sums.values()], events, leftOut };
}

/** The Monday of a day's week. @example mondayOf('2026-11-22') // '2026-11-16' */
export const mondayOf = (day: Day): Day =>
  addDays(day, -((new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7));

/** Whole weeks inside two days; null when there is none. @example wholeWeeks('2026-11-01', '2026-11-22') // from 2nd to 22nd */
export function wholeWeeks(from: Day, to: Day): { fromOn: Day; toOn: Day } | null {
  const fromOn = mondayOf(addDays(from, 6));
  const toOn = addDays(mondayOf(addDays(to, 1)), -1);
  return fromOn < toOn ? { fromOn, toOn } : null;
}

/** A repeating event can be written so that looking for its next time never ends, inside a library that we cannot stop otherwise. */
const withinTime = <Value>(act: () => Value): Value =>
  runInNewContext('act()', { act }, { timeout: MOST_MS }) as Value;

/** The error is made in the other context, whose errors are not ours. */
const isOutOfTime = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
