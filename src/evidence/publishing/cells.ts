import { type Day, daysBetween } from '../../platform/clock.ts';
import type { Group, Measured, WindowCount } from '../measured.ts';
import type { Sum } from './bounds.ts';
import type { Cell, Release } from './disclosure.ts';

/** The groups everybody is told of. What was usual before is for those who work here: two figures cannot show a change (E9). */
export const toldGroups = ['site', 'elsewhere', 'tap-off'] as const satisfies readonly Group[];
export type ToldGroup = (typeof toldGroups)[number];

export type ToldMeasure = WindowCount['measure'];

/** The name a count is kept by. @example cellOf('people', 'site', 90, 'happened') // 'people/site/90/happened' */
export const cellOf = (...parts: readonly (string | number)[]): string => parts.join('/');

/** How far conversations went, as told. */
const reachedParts = ['none', 'one', 'two', 'three'] as const;

/** Everything counted about a site as one release, with every sum a reader could know of (E10). */
export function releaseOf(
  measured: Measured,
  groups: readonly ToldGroup[],
  startedOn: Day,
  asAt: Day,
): Release {
  const release = { cells: [] as Cell[], sums: [] as Sum[], within: [] as [string, string][] };
  const daysOpen = daysBetween(startedOn, asAt);
  for (const group of groups) {
    for (const measure of ['people', 'episodes', 'returns'] as const) {
      const windows = measured.windows
        .filter((one) => one.measure === measure && one.group === group)
        .sort((one, other) => one.windowDays - other.windowDays);
      const [first] = windows;
      if (first) addEverybody(release, first);
      windows.forEach((one, at) => {
        addWindow(release, one, daysOpen);
        const shorter = windows[at - 1];
        if (shorter) release.within.push([keyOf(one, 'followed'), keyOf(shorter, 'followed')]);
      });
    }
    addReached(release, measured, group);
    addWaits(release, measured, group);
  }
  return release;
}

interface Making {
  cells: Cell[];
  sums: Sum[];
  within: [string, string][];
}

const keyOf = ({ measure, group, windowDays }: WindowCount, part: string): string =>
  cellOf(measure, group, windowDays, part);

const everybodyOf = ({ measure, group }: WindowCount): string => cellOf(measure, group, 'everybody');

const followed = ({ numerator, died, moved, neither }: WindowCount): number =>
  numerator + died + moved + neither;

function addEverybody({ cells }: Making, one: WindowCount): void {
  cells.push({ key: everybodyOf(one), count: followed(one) + one.notYetKnown, rank: 1 });
}

function addWindow({ cells, sums, within }: Making, one: WindowCount, daysOpen: number): void {
  const knownNone = one.windowDays > daysOpen ? { isKnownNone: true } : {};
  const add = (part: string, count: number, rank: number): void => {
    cells.push({ key: keyOf(one, part), count, rank, ...knownNone });
  };
  add('followed', followed(one), 0);
  add('happened', one.numerator, 0);
  add('died', one.died, 2);
  add('moved', one.moved, 2);
  cells.push({ key: keyOf(one, 'neither'), count: one.neither, isNeverTold: true, ...knownNone });
  cells.push({ key: keyOf(one, 'notYetKnown'), count: one.notYetKnown, mayFall: true, rank: 2 });
  const parts = ['happened', 'died', 'moved', 'neither'].map((part) => keyOf(one, part));
  sums.push({ whole: keyOf(one, 'followed'), parts });
  sums.push({ whole: everybodyOf(one), parts: [keyOf(one, 'followed'), keyOf(one, 'notYetKnown')] });
  for (const part of ['happened', 'died', 'moved']) within.push([keyOf(one, part), keyOf(one, 'followed')]);
}

function addReached({ cells, sums, within }: Making, { reached }: Measured, group: ToldGroup): void {
  const one = reached.find((row) => row.group === group);
  const everybody = cellOf('people', group, 'everybody');
  if (!one || !cells.some(({ key }) => key === everybody)) return;
  for (const part of reachedParts)
    cells.push({ key: cellOf('reached', group, part), count: one[part], mayFall: true, rank: 3 });
  sums.push({ whole: everybody, parts: reachedParts.map((part) => cellOf('reached', group, part)) });
  cells.push({ key: cellOf('reached', group, 'ongoing'), count: one.ongoing, rank: 3 });
  within.push([cellOf('reached', group, 'ongoing'), everybody]);
}

function addWaits({ cells }: Making, { waits }: Measured, group: ToldGroup): void {
  const one = waits.find((row) => row.group === group);
  cells.push({ key: cellOf('waits', group, 'spokenWith'), count: one?.spokenWith ?? 0, rank: 1 });
  cells.push({
    key: cellOf('waits', group, 'notYetSpokenWith'),
    count: one?.notYetSpokenWith ?? 0,
    mayFall: true,
    rank: 1,
  });
}
