import { addDays, type Day, daysBetween } from '../src/platform/clock.ts';
import { requestsIn2023To24 } from './calibration.ts';
import type { Chance } from './random.ts';

/**
 * Days as whole numbers from the first day of the history, with how busy each is. Fast to reckon with; `day`
 * turns a number back into a calendar day.
 */
export interface Calendar {
  last: number;
  day(number: number): Day;
  /** A day somebody gets in touch, busy days more often. */
  arrival(luck: Chance): number;
  /** The first day on or after this one that chance and business allow. */
  settle(number: number, luck: Chance): number;
}

/** Judgement, not published: telephones are busiest on a Monday; only urgent calls come at the weekend. Sunday first. */
const WEEKDAYS = [0.18, 1.25, 1.12, 1.05, 1.02, 0.96, 0.24];

/** Judgement, not published: busiest after the new year, quietest in August and before Christmas. January first. */
const MONTHS = [1.14, 1.09, 1.08, 1.0, 0.99, 0.98, 0.97, 0.9, 1.0, 1.04, 1.03, 0.86];

const YEARLY_GROWTH = requestsIn2023To24.requests / requestsIn2023To24.theYearBefore;

/** Leaves room for a long contact and a second call, so that two requests can never run into one episode. */
export const SHORTEST_GAP = 14;

export function calendarOf(from: Day, to: Day): Calendar {
  const last = daysBetween(from, to);
  const known = new Map<number, Day>();
  const day = (number: number): Day => {
    const held = known.get(number) ?? addDays(from, number);
    known.set(number, held);
    return held;
  };
  const busy = Array.from({ length: last + 1 }, (_, number) => businessOf(day(number), number));
  const busiest = Math.max(...busy);
  const chosen = (number: number, luck: Chance): boolean => luck.happens((busy[number] ?? busiest) / busiest);
  return {
    last,
    day,
    arrival: (luck) => {
      let number = luck.between(0, last);
      while (!chosen(number, luck)) number = luck.between(0, last);
      return number;
    },
    settle: (number, luck) => {
      let settled = number;
      while (!chosen(settled, luck)) settled += 1;
      return settled;
    },
  };
}

/**
 * The days on which one person gets in touch, in order, at least `SHORTEST_GAP` apart. Coming back is soonest in the
 * first months (judgement: on average 110 days after the gap).
 */
export function requestDays(howMany: number, calendar: Calendar, luck: Chance): number[] {
  for (let tries = 0; tries < 60; tries += 1) {
    const days = [calendar.arrival(luck)];
    while (days.length < howMany) {
      const next = (days.at(-1) ?? 0) + SHORTEST_GAP + luck.exponential(110);
      days.push(calendar.settle(Math.floor(next), luck));
    }
    if ((days.at(-1) ?? 0) <= calendar.last) return days;
  }
  throw new RangeError(`${howMany} requests from one person do not fit in ${calendar.last + 1} days`);
}

function businessOf(day: Day, number: number): number {
  const date = new Date(`${day}T12:00:00Z`);
  const weekday = WEEKDAYS[date.getUTCDay()] ?? 1;
  const month = MONTHS[date.getUTCMonth()] ?? 1;
  return weekday * month * YEARLY_GROWTH ** (number / 365.25);
}
