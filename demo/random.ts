/** Chance that can be played again: the same seed always gives the same history. */
export interface Chance {
  /** At least 0, less than 1. */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  happens(probability: number): boolean;
  pick<Item>(items: readonly [Item, ...Item[]]): Item;
  /** Waits with no memory: deaths, moves, coming back. */
  exponential(mean: number): number;
  /** Lopsided amounts, half of them below `median`. */
  logNormal(median: number, sigma: number): number;
}

/**
 * Mulberry32 (Tommy Ettinger, public domain): small, fast, and good enough for inventing people; never for secrets.
 * `stream` gives every person their own run of chance, so changing one life leaves the others as they were.
 * @example chance(7, 1).between(1, 6)
 */
export function chance(seed: number, stream = 0): Chance {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(stream + 1, 0xc2b2ae35);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const bell = (): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return {
    next,
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    happens: (probability) => next() < probability,
    pick: (items) => items[Math.floor(next() * items.length)] ?? items[0],
    exponential: (mean) => -mean * Math.log(1 - next()),
    logNormal: (median, sigma) => median * Math.exp(sigma * bell()),
  };
}

/** The items in a new order. */
export function shuffled<Item>(items: readonly Item[], luck: Chance): Item[] {
  const keyed = items.map((item) => ({ item, key: luck.next() }));
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}
