import { addDays, type Day } from '../../../platform/clock.ts';
import type { CalendarWeek } from '../calendar/calendars.store.ts';
import type { Where } from '../money/money.store.ts';
import type { HourKind } from './kinds.ts';
import { type Range, rangeOf, sumOfRanges, TELL_FROM_WORKERS } from './ranges.ts';
import { type Form, forms, STRETCH_DAYS, type Written, type WrittenCell } from './written.ts';

/** Four weeks of one kind of written contact that may be told. */
export interface ToldCell {
  fromOn: Day;
  kind: HourKind;
  times: number;
  known: number;
  /** Minutes; null while nobody has said how long any of that form took. */
  minutes: Range | null;
}

/** What one side wrote. Only what three or more workers wrote is told, and sums are only of what is told. */
export interface WrittenHours {
  times: number;
  known: number;
  told: ToldCell[];
  /** Times in stretches that fewer than three wrote in. */
  untoldTimes: number;
  minutes: Range | null;
}

/**
 * What one side wrote, in stretches of four weeks by kind. A stretch is told where three or more workers wrote in it;
 * its hours are at least what was said, and at most that with nine in ten's time for whoever did not say. No sum holds
 * a stretch that is not told, so none can be found by taking away.
 */
export function hoursWritten({ cells, most }: Written, where: Where): WrittenHours {
  const mine = cells.filter((cell) => cell.where === where);
  const mayTell = mine.filter(({ workers }) => workers >= TELL_FROM_WORKERS);
  const told = [...Map.groupBy(mayTell, ({ fromOn, form }) => `${fromOn} ${forms[form]}`).values()].map(
    (same) => toldCell(same, most),
  );
  const ranges = told.map(({ minutes }) => minutes).filter((range) => range !== null);
  return {
    times: total(mine, ({ times }) => times),
    known: total(mine, ({ known }) => known),
    told,
    untoldTimes: total(mine, ({ times }) => times) - total(mayTell, ({ times }) => times),
    minutes: ranges.length > 0 ? sumOfRanges(ranges) : null,
  };
}

function toldCell(same: readonly WrittenCell[], most: Written['most']): ToldCell {
  const ranges = same.map((cell) =>
    rangeOf(cell, most.find(({ form }) => form === cell.form)?.minutes ?? null),
  );
  const known = ranges.filter((range) => range !== null);
  return {
    fromOn: same[0]?.fromOn ?? '',
    kind: forms[(same[0]?.form ?? 'entry') as Form],
    times: total(same, ({ times }) => times),
    known: total(same, (cell) => cell.known),
    minutes: known.length === ranges.length ? sumOfRanges(known) : null,
  };
}

/** Weeks of calendars that may be told: three or more workers behind every one. Teams of one week are added. */
export function weeksTold(
  weeks: readonly CalendarWeek[],
  where: Where,
): Omit<CalendarWeek, 'where' | 'workers'>[] {
  const mine = weeks.filter((week) => week.where === where && week.workers >= TELL_FROM_WORKERS);
  return [...Map.groupBy(mine, ({ weekOn }) => weekOn)].map(([weekOn, same]) => ({
    weekOn,
    minutes: same.reduce<CalendarWeek['minutes']>((sum, { minutes }) => added(sum, minutes), {}),
  }));
}

function added(one: CalendarWeek['minutes'], other: CalendarWeek['minutes']): CalendarWeek['minutes'] {
  const kinds = new Set([...Object.keys(one), ...Object.keys(other)]) as Set<HourKind>;
  return Object.fromEntries([...kinds].map((kind) => [kind, (one[kind] ?? 0) + (other[kind] ?? 0)]));
}

/**
 * For how many of the times contact was written down its hours are known: somebody said how long, or a calendar that may
 * be told covers its whole four weeks. What may not be told is not known.
 */
export function knownTimes(written: WrittenHours, weeks: readonly { weekOn: Day }[]): number {
  const covered = new Set(weeks.map(({ weekOn }) => weekOn));
  return total(written.told, ({ fromOn, times, known }) => (isCovered(fromOn, covered) ? times : known));
}

function isCovered(fromOn: Day, weeks: ReadonlySet<Day>): boolean {
  const days = Array.from({ length: STRETCH_DAYS }, (_, at) => addDays(fromOn, at));
  return days.every((day) => [0, 1, 2, 3, 4, 5, 6].some((back) => weeks.has(addDays(day, -back))));
}

const total = <One>(all: readonly One[], of: (one: One) => number): number =>
  all.reduce((sum, one) => sum + of(one), 0);
