import { type Counts, countsWith, GaveUp, nearest, type Puzzle, width } from '../every-way.ts';

/** How many guesses the attacker may make about one count; giving up counts against the publication. */
const MOST_GUESSES = 50_000;

/**
 * An attacker with every published number: is there a whole set of counts that fits all of it and in which this one is
 * different? The counts found are checked by plain addition: they are a second council that would have told the very
 * same. Null when every way was tried and there is none; `undecided` when there were too many.
 */
export function anotherCouncil(
  puzzle: Puzzle,
  key: string,
  isOther: (count: number) => boolean,
): Counts | 'undecided' | null {
  const range = puzzle.ranges.get(key) ?? { low: 0, high: Number.POSITIVE_INFINITY };
  const others = nearest(range, puzzle.truth.get(key) ?? 0, width(range)).filter(isOther);
  try {
    return countsWith(puzzle, key, others, MOST_GUESSES);
  } catch (error) {
    if (error instanceof GaveUp) return 'undecided';
    throw error;
  }
}
