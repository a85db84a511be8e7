import { bounds, type Range, type Relations } from '../bounds.ts';

type Ranges = ReadonlyMap<string, Range>;
type Counts = ReadonlyMap<string, number>;

/** Everything an attacker knows, and where a search begins. */
export interface Puzzle {
  ranges: Ranges;
  relations: Relations;
  truth: Counts;
}

/** How many guesses the solver may make about one count before it gives up; giving up counts against the publication. */
const MOST_GUESSES = 400;

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
    if (guesses.left <= 0) return 'undecided';
  }
  return null;
}

function mend(puzzle: Puzzle, ranges: Ranges, guesses: { left: number }): Counts | null {
  guesses.left -= 1;
  const read = bounds(ranges, puzzle.relations);
  if (!read) return null;
  const counts = new Map([...read].map(([key, range]) => [key, inside(range, puzzle.truth.get(key) ?? 0)]));
  const broken = firstBroken(counts, puzzle.relations);
  if (!broken) return counts;
  const open = broken.keys.filter((key) => width(read.get(key)) > 0);
  open.sort((one, other) => width(read.get(other)) - width(read.get(one)));
  for (const key of open) {
    const range = read.get(key) ?? { low: 0, high: 0 };
    const isWhole = key === broken.keys[0];
    const wanted = (counts.get(key) ?? 0) + (isWhole ? -broken.by : broken.by);
    for (const count of nearest(range, wanted, 2)) {
      if (guesses.left <= 0) return null;
      const found = mend(puzzle, new Map(read).set(key, { low: count, high: count }), guesses);
      if (found) return found;
    }
  }
  return null;
}

const width = (range: Range | undefined): number => (range ? Math.min(range.high - range.low, 1_000) : 0);

const inside = ({ low, high }: Range, count: number): number => Math.min(Math.max(count, low), high);

/** The first sum, or "no more than", that these counts break, whole first, and by how much the whole is too large. */
function firstBroken(counts: Counts, { sums, within }: Relations): { keys: string[]; by: number } | null {
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
