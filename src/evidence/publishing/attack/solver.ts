import { bounds, type Range, type Relations } from '../bounds.ts';
import { randomFrom } from './random.ts';

type Ranges = ReadonlyMap<string, Range>;
type Counts = ReadonlyMap<string, number>;

interface Broken {
  keys: string[];
  by: number;
}

/** Everything an attacker knows, and where a search begins. */
export interface Puzzle {
  ranges: Ranges;
  relations: Relations;
  truth: Counts;
}

/** How many guesses the solver may make about one count before it gives up; giving up counts against the publication. */
const MOST_GUESSES = 300;
/** And how many times it then sets out again, mending at random. */
const MOST_DIVES = 3_000;

/**
 * An attacker with every published number: is there a whole set of counts that fits all of it and in which this one is
 * different? Bounds propagation over whole numbers with backtracking, mending one broken sum after another. The counts it
 * finds are checked by plain addition: they are a second council that would have told the very same. Null when there is
 * none; throws nothing and says `undecided` when it gives up.
 */
export function anotherCouncil(
  puzzle: Puzzle,
  key: string,
  isOther: (count: number) => boolean,
): Counts | 'undecided' | null {
  const range = puzzle.ranges.get(key) ?? { low: 0, high: Number.POSITIVE_INFINITY };
  const guesses = { left: MOST_GUESSES };
  for (const count of nearest(range, puzzle.truth.get(key) ?? 0, 8).filter(isOther)) {
    const found = mend(puzzle, new Map(puzzle.ranges).set(key, { low: count, high: count }), guesses);
    if (found) return found;
    if (guesses.left <= 0) return byDiving(puzzle, key, isOther) ?? 'undecided';
  }
  return null;
}

/** Sets out again and again, mending whichever part of a broken sum chance names, and never turning back. */
function byDiving(puzzle: Puzzle, key: string, isOther: (count: number) => boolean): Counts | null {
  const random = randomFrom(key.length * 7_919 + (puzzle.truth.get(key) ?? 0));
  const range = puzzle.ranges.get(key) ?? { low: 0, high: Number.POSITIVE_INFINITY };
  const others = nearest(range, puzzle.truth.get(key) ?? 0, 8).filter(isOther);
  for (let dive = 0; dive < MOST_DIVES; dive += 1) {
    const count = others[dive % others.length] ?? 0;
    let ranges: Ranges = new Map(puzzle.ranges).set(key, { low: count, high: count });
    for (;;) {
      const read = bounds(ranges, puzzle.relations);
      if (!read) break;
      const counts = countsIn(read, puzzle.truth);
      const broken = firstBroken(counts, puzzle.relations);
      if (!broken) return counts;
      const open = broken.keys.filter((one) => width(read.get(one)) > 0);
      const one = open[Math.floor(random() * open.length)];
      if (one === undefined) break;
      const exact = inside(read.get(one) ?? { low: 0, high: 0 }, mended(broken, one, counts));
      ranges = new Map(read).set(one, { low: exact, high: exact });
    }
  }
  return null;
}

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

/** Every count as near the truth as it can still be. */
const countsIn = (ranges: Ranges, truth: Counts): Map<string, number> =>
  new Map([...ranges].map(([key, range]) => [key, inside(range, truth.get(key) ?? 0)]));

/** What one count would be if it alone made up for what is broken. */
const mended = ({ keys, by }: Broken, key: string, counts: Counts): number =>
  (counts.get(key) ?? 0) + (key === keys[0] ? -by : by);

const width = (range: Range | undefined): number => (range ? Math.min(range.high - range.low, 1_000) : 0);

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
function nearest(range: Range, from: number, reach: number): number[] {
  const middle = inside(range, from);
  return Array.from({ length: 2 * reach + 1 }, (_, at) =>
    at % 2 === 0 ? middle + at / 2 : middle - (at + 1) / 2,
  ).filter((count) => count >= range.low && count <= range.high);
}
