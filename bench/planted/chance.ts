// Dice that fall the same way every time: everything planted comes from one seed.

export interface Chance {
  /** From 0 up to but not 1. */
  share(): number;
  happens(chance: number): boolean;
  /** From `least` to `most`, both included. */
  whole(least: number, most: number): number;
  /** Whole days until something that comes at so much a day, when nothing else does. */
  days(rate: number): number;
  normal(): number;
}

/**
 * Dice for one named thing: the same names give the same throws, other names another stream that does not run into it.
 * The generator is sfc32 (Doty-Humphrey C, PractRand), whose streams are at least 2^32 long.
 */
export function chanceFrom(...names: readonly number[]): Chance {
  let [a, b, c, counter] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 1];
  const next = (): number => {
    const drawn = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + drawn) | 0;
    return drawn >>> 0;
  };
  for (const name of names) {
    a ^= name;
    for (let turn = 0; turn < 15; turn += 1) next();
  }
  const share = (): number => next() / 4_294_967_296;
  return {
    share,
    happens: (chance) => share() < chance,
    whole: (least, most) => least + Math.floor(share() * (most - least + 1)),
    days: (rate) => (rate === 0 ? Number.POSITIVE_INFINITY : Math.floor(-Math.log(1 - share()) / rate)),
    normal: () => Math.sqrt(-2 * Math.log(1 - share())) * Math.cos(2 * Math.PI * share()),
  };
}
