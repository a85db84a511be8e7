import { anything, bounds, type Range, type Relations, type Sum } from '../bounds.ts';
import { protect, type Release, readingOf, type Standing, TOLD_FROM, toldOf } from '../disclosure.ts';
import type { Puzzle } from '../every-way.ts';
import { type RandomCouncil, randomCouncil } from './random-council.ts';
import { anotherCouncil } from './solver.ts';

/** What the attacker made of one or many councils. */
export interface Attack {
  councils: number;
  /** Tables told: each filter of each measure at each date. */
  tables: number;
  told: number;
  /** Counts of 0 to 7 that are hidden, counts of 1 to 7 that did not happen, and rises of 1 to 7 between the two dates. */
  hidden: number;
  /** Of those, how many have one answer only, or are shown to be some, or none, where it is hidden whether. */
  recovered: number;
  undecided: number;
}

export type Control = typeof protect;

/** Attacks `councils` invented councils, the first made from `seed`, the next from the number after it. */
export function attack(
  seed: number,
  councils: number,
  control: Control = protect,
  councilFrom: (seed: number) => RandomCouncil = randomCouncil,
): Attack {
  const all = { councils, tables: 0, told: 0, hidden: 0, recovered: 0, undecided: 0 };
  for (let at = 0; at < councils; at += 1) {
    const one = attackOne(councilFrom(seed + at), control);
    all.tables += one.tables;
    all.told += one.told;
    all.hidden += one.hidden;
    all.recovered += one.recovered;
    all.undecided += one.undecided;
  }
  return all;
}

/** Hiding and rounding each count by itself and nothing more, to show that the attacker is worth something. */
export function roundingAlone({ cells }: Release): Map<string, Standing> {
  return new Map(
    cells
      .filter(({ isNeverTold }) => !isNeverTold)
      .map(({ key, count }) => [key, { told: toldOf(count), counted: count }]),
  );
}

function attackOne({ first, second }: RandomCouncil, control: Control): Attack {
  const told = control(first);
  const toldNext = control(second, told);
  const before = dated('first', first, told, new Map());
  const after = dated('second', second, toldNext, told);
  const rises = risesBetween(first, second);
  const relations = {
    sums: [...before.relations.sums, ...after.relations.sums, ...rises.sums],
    within: [...before.relations.within, ...after.relations.within],
  };
  const truth = new Map([...before.truth, ...after.truth, ...rises.truth]);
  const ranges = bounds(new Map([...before.ranges, ...after.ranges, ...rises.ranges]), relations);
  if (!ranges) throw new Error('the truth itself does not fit what was told');
  const targets = [...before.targets, ...after.targets, ...rises.targets];
  return {
    councils: 1,
    tables: first.sums.length + second.sums.length,
    told: [...told.values(), ...toldNext.values()].filter((one) => one.told !== null).length,
    hidden: targets.length,
    ...recoveredOf({ ranges, relations, truth }, targets),
  };
}

/** One other council may speak for many counts, so those it differs in need no search of their own. */
function recoveredOf(puzzle: Puzzle, targets: readonly Target[]): { recovered: number; undecided: number } {
  const others: ReadonlyMap<string, number>[] = [];
  const result = { recovered: 0, undecided: 0 };
  for (const [key, isOther] of targets) {
    if (others.some((counts) => isOther(counts.get(key) ?? 0))) continue;
    const found = anotherCouncil(puzzle, key, isOther);
    if (found === null) result.recovered += 1;
    else if (found === 'undecided') result.undecided += 1;
    else others.push(found);
  }
  return result;
}

/** A count, and what would show that it is not given away. */
type Target = [key: string, isOther: (count: number) => boolean];

/** One publication as the attacker reads it, its counts named after its date. */
function dated(
  date: string,
  release: Release,
  told: ReadonlyMap<string, Standing>,
  earlier: ReadonlyMap<string, Standing>,
) {
  const name = (key: string): string => `${date}: ${key}`;
  const relations: Relations = {
    sums: release.sums.map(({ whole, parts }) => ({ whole: name(whole), parts: parts.map(name) })),
    within: release.within.map(([part, whole]) => [name(part), name(whole)]),
  };
  const readings = readingOf(release, told, earlier);
  const ranges = new Map([...readings].map(([key, range]): [string, Range] => [name(key), range]));
  const truth = new Map(release.cells.map(({ key, count }): [string, number] => [name(key), count]));
  const targets = release.cells.flatMap(({ key, count, isNeverTold }): Target[] => {
    const isAnother = (other: number): boolean => other !== count;
    if (isNeverTold) return count > 0 && count < TOLD_FROM ? [[name(key), isAnother]] : [];
    if (told.get(key)?.told !== null || count >= TOLD_FROM) return [];
    return [[name(key), (other) => (count === 0 ? other > 0 : other === 0)]];
  });
  return { relations, ranges, truth, targets };
}

/** People counted at the first date are counted at the second: each count is what it was and those who came since, but for those not yet known. */
function risesBetween(first: Release, second: Release) {
  const later = new Map(second.cells.map(({ key, count }) => [key, count]));
  const ranges = new Map<string, Range>();
  const truth = new Map<string, number>();
  const sums: Sum[] = [];
  const targets: Target[] = [];
  for (const { key, count, mayFall } of first.cells) {
    if (mayFall) continue;
    const rise = `rise: ${key}`;
    const by = (later.get(key) ?? 0) - count;
    ranges.set(rise, { ...anything });
    truth.set(rise, by);
    sums.push({ whole: `second: ${key}`, parts: [`first: ${key}`, rise] });
    if (by > 0 && by < TOLD_FROM) targets.push([rise, (other) => other !== by]);
  }
  return { ranges, truth, sums, targets };
}
