import { bounds, type Range, type Relations } from './bounds.ts';

export type Ranges = ReadonlyMap<string, Range>;
export type Counts = ReadonlyMap<string, number>;

/** Everything an attacker knows, and where a search begins. */
export interface Puzzle {
  ranges: Ranges;
  relations: Relations;
  truth: Counts;
}

interface Broken {
  keys: string[];
  by: number;
}

export class GaveUp extends Error {}

/** How many guesses mending one broken sum after another may take before every way is tried. */
const QUICK_GUESSES = 300;

/**
 * Whole counts that fit with one of them at one of these values, or null when there are none: bounds propagation with
 * backtracking, first mending one broken sum after another, which nearly always finds some; then every way there is.
 * @throws GaveUp past so many guesses
 */
export function countsWith(
  puzzle: Puzzle,
  key: string,
  values: readonly number[],
  most: number,
): Counts | null {
  const at = (count: number): Ranges => new Map(puzzle.ranges).set(key, { low: count, high: count });
  const quick = { left: QUICK_GUESSES };
  for (const count of values.slice(0, 8)) {
    const found = mend(puzzle, at(count), quick);
    if (found) return found;
    if (quick.left <= 0) break;
  }
  const guesses = { left: most };
  for (const count of values) {
    const found = everyWay({ ...puzzle, ranges: at(count) }, guesses);
    if (found) return found;
  }
  return null;
}

/** How many guesses finding a second council may take before a count is taken as given away. */
const SOON = 1_000;

/** A second council that would be told of the same with another count here; null when none is found soon. */
export function another(puzzle: Puzzle, key: string, others: readonly number[]): Counts | null {
  try {
    return countsWith(puzzle, key, others, SOON);
  } catch (error) {
    if (error instanceof GaveUp) return null;
    throw error;
  }
}

/** Mends the first broken sum by the one count or the other of it, near what is needed; misses some ways. */
function mend(puzzle: Puzzle, ranges: Ranges, guesses: { left: number }): Counts | null {
  guesses.left -= 1;
  const read = bounds(ranges, puzzle.relations);
  if (!read) return null;
  const counts = countsIn(read, puzzle.truth);
  const broken = firstBroken(counts, puzzle.relations);
  if (!broken) return counts;
  const open = broken.keys.filter((key) => width(read.get(key)) > 0);
  open.sort((one, other) => width(read.get(other)) - width(read.get(one)));
  for (const key of open) {
    const range = read.get(key) ?? { low: 0, high: 0 };
    for (const count of nearest(range, mended(broken, key, counts), 2)) {
      if (guesses.left <= 0) return null;
      const found = mend(puzzle, new Map(read).set(key, { low: count, high: count }), guesses);
      if (found) return found;
    }
  }
  return null;
}

/** What one count would be if it alone made up for what is broken. */
const mended = ({ keys, by }: Broken, key: string, counts: Counts): number =>
  (counts.get(key) ?? 0) + (key === keys[0] ? -by : by);

/**
 * Whole counts that fit, or null when there are none at all: every value is tried. What is broken is looked for among the
 * counts it hangs together with and no others, the one in most sums first: once everybody's own counts are fixed each
 * filter stands by itself, and one that cannot be mended is not tried again with every way of mending another.
 * Source: constraint search by components, Freuder (1982), A sufficient condition for backtrack-free search, JACM 29(1).
 * @throws GaveUp past so many guesses
 */
function everyWay({ ranges, relations, truth }: Puzzle, guesses: { left: number }): Counts | null {
  guesses.left -= 1;
  if (guesses.left < 0) throw new GaveUp();
  let known = ranges;
  for (;;) {
    const read = bounds(known, relations);
    if (!read) return null;
    const counts = countsIn(read, truth);
    const broken = firstBroken(counts, relations);
    if (!broken) return counts;
    const found = mendPart({ ranges: read, relations, truth }, broken, guesses);
    if (!found) return null;
    known = new Map([
      ...read,
      ...[...found].map(([key, count]): [string, Range] => [key, { low: count, high: count }]),
    ]);
  }
}

function mendPart(puzzle: Puzzle, broken: Broken, guesses: { left: number }): Counts | null {
  const { ranges, truth } = puzzle;
  const relations = hangingTogether(puzzle, broken);
  const all = [...relations.sums.map(({ whole, parts }) => [whole, ...parts]), ...relations.within].flat();
  const open = [...new Set(all)].filter((key) => width(ranges.get(key)) > 0);
  const times = (key: string): number => all.filter((one) => one === key).length;
  const [first] = open
    .map((key) => ({ key, times: times(key), width: width(ranges.get(key)) }))
    .sort((one, other) => other.times - one.times || one.width - other.width);
  if (!first) return null;
  const part = new Map(all.map((key): [string, Range] => [key, ranges.get(key) ?? { low: 0, high: 0 }]));
  const range = part.get(first.key) ?? { low: 0, high: 0 };
  for (const count of nearest(range, truth.get(first.key) ?? 0, first.width)) {
    const fixed = new Map(part).set(first.key, { low: count, high: count });
    const found = everyWay({ ranges: fixed, relations, truth }, guesses);
    if (found) return found;
  }
  return null;
}

/** The relations that reach what is broken through counts that are still open. */
function hangingTogether({ ranges, relations }: Puzzle, broken: Broken): Relations {
  const isOpen = (key: string): boolean => width(ranges.get(key)) > 0;
  const reached = new Set(broken.keys.filter(isOpen));
  const keysOf = [
    ...relations.sums.map((sum) => ({ sum, keys: [sum.whole, ...sum.parts] })),
    ...relations.within.map((pair) => ({ pair, keys: [...pair] })),
  ];
  for (let before = -1; before !== reached.size; ) {
    before = reached.size;
    for (const { keys } of keysOf)
      if (keys.some((key) => reached.has(key))) for (const key of keys.filter(isOpen)) reached.add(key);
  }
  const near = keysOf.filter(({ keys }) => keys.some((key) => reached.has(key)));
  return {
    sums: near.flatMap((one) => ('sum' in one ? [one.sum] : [])),
    within: near.flatMap((one) => ('pair' in one ? [one.pair] : [])),
  };
}

/** Every count as near the truth as it can still be. */
const countsIn = (ranges: Ranges, truth: Counts): Map<string, number> =>
  new Map([...ranges].map(([key, range]) => [key, inside(range, truth.get(key) ?? 0)]));

export const width = (range: Range | undefined): number =>
  range ? Math.min(range.high - range.low, 1_000) : 0;

const inside = ({ low, high }: Range, count: number): number => Math.min(Math.max(count, low), high);

/** The first sum, or "no more than", that these counts break, whole first, and by how much the whole is too large. */
function firstBroken(counts: Counts, { sums, within }: Relations): Broken | null {
  const of = (key: string): number => counts.get(key) ?? Number.NaN;
  for (const { whole, parts } of sums) {
    const by = of(whole) - parts.reduce((sum, key) => sum + of(key), 0);
    if (by !== 0) return { keys: [whole, ...parts], by };
  }
  for (const [part, whole] of within)
    if (!(of(part) <= of(whole))) return { keys: [whole, part], by: of(whole) - of(part) };
  return null;
}

/** The counts of a range that are nearest to `from`, the nearest first. */
export function nearest(range: Range, from: number, reach: number): number[] {
  const middle = inside(range, from);
  return Array.from({ length: 2 * reach + 1 }, (_, at) =>
    at % 2 === 0 ? middle + at / 2 : middle - (at + 1) / 2,
  ).filter((count) => count >= range.low && count <= range.high);
}
