import { ourWords } from '../finder/words/same-words.ts';

/** A count as it may be read by anybody: one to seven are hidden, the rest to the nearest five (E10). */
export interface Told {
  words: string;
  /** Null when hidden. */
  rounded: number | null;
}

/** The most people that are told as "a few". */
const few = 7;

/**
 * How often something was asked for, told so that nobody in a village is picked out. Product rule E10: 1–7 hidden, the
 * rest rounded to 5.
 * @example told(3).words // 'a few times'
 */
export function told(times: number): Told {
  if (times === 0) return { words: 'not once', rounded: 0 };
  if (times <= few) return { words: 'a few times', rounded: null };
  const rounded = Math.max(10, Math.round(times / 5) * 5);
  return { words: `about ${rounded} times`, rounded };
}

/** One thing that is wanted and not there, somewhere. */
export interface Wanted {
  thing: string;
  district: string | null;
  /** Asked of us, each person and thing counted once a month. */
  asked: number;
  /** Looked for in the finder in vain. */
  looked: number;
}

export interface GapLine {
  thing: string;
  district: string | null;
  asked: Told;
  looked: Told;
}

/**
 * What may be told of a thing at all: a word of our own lists always, any other only when more than a few wanted it. A
 * word alone may be somebody's name.
 */
const mayBeTold = ({ thing, asked, looked }: Wanted): boolean => isOurs(thing) || asked > few || looked > few;

const isOurs = (thing: string): boolean => thing.split(/[^a-z0-9]+/).every((word) => ourWords.has(word));

/** Lines for whoever decides what a place needs: most wanted first, then by the alphabet, so that the order tells nothing of hidden counts. */
export function gapLines(wanted: readonly Wanted[]): GapLine[] {
  const lines = wanted.filter(mayBeTold).map(({ thing, district, asked, looked }) => ({
    thing,
    district,
    asked: told(asked),
    looked: told(looked),
  }));
  const weight = ({ asked, looked }: GapLine) => (asked.rounded ?? 1) + (looked.rounded ?? 1);
  return lines.sort((a, b) => weight(b) - weight(a) || a.thing.localeCompare(b.thing, 'en-GB'));
}
