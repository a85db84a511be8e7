/** Words of form and of law, which say nothing of who somebody is. */
const FORM =
  /^(?:the|a|an|of|for|and|in|at|on|to|with|by|ltd|limited|cio|scio|cic|plc|llp|inc|registered|charity|charitable|uk)$/;
/** Words many groups share: they tell two apart only when nothing else is left. */
const GENERIC =
  /^(?:group|club|societ(?:y|ie)|association|project|service|centre|center|community|session|meeting|meetup|clas|drop|weekly|monthly|local|branch)$/;

/** How alike two names are, in points: see `nameLikeness`. */
export interface NameLikeness {
  points: number;
  words: string;
}

/**
 * The words of a name that say who it is: without Ltd, The, CIO and the words of the place it is in.
 * @example tellingWords(wordsIn('The Saltbeck Harbour Singers (CIO)'), ['saltbeck']) // ['harbour', 'singer']
 */
export function tellingWords(all: readonly string[], here: readonly string[] = []): readonly string[] {
  const known = all.filter((word) => !FORM.test(word));
  const elsewhere = known.filter((word) => !here.includes(word));
  const distinct = elsewhere.filter((word) => !GENERIC.test(word));
  return [distinct, elsewhere, known].find((words) => words.length > 0) ?? all;
}

/** Small letters, no marks, singular. @example wordsIn('Men’s Café') // ['men', 'cafe'] */
export const wordsIn = (text: string): string[] =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map(singular);

const singular = (word: string): string => (word.length > 3 && word.endsWith('s') ? word.slice(0, -1) : word);

/**
 * How alike two names are: 40 the same, 35 but for a slip of spelling, 25 when one says a little more than the other,
 * 0 when each has a word of its own, for "yoga for beginners" and "yoga for improvers" are two things.
 */
export function nameLikeness(one: readonly string[], other: readonly string[]): NameLikeness {
  const [here, there] = [new Set(one), new Set(other)];
  const onlyHere = [...here].filter((word) => !there.has(word));
  const onlyThere = [...there].filter((word) => !here.has(word));
  const slips = onlyHere.filter((word) => onlyThere.some((its) => isSlip(word, its)));
  const same = here.size - onlyHere.length + slips.length;
  if (same === 0 && [...here].join('') !== [...there].join('')) return { points: 0, words: '' };
  const [moreHere, moreThere] = [onlyHere.length - slips.length, onlyThere.length - slips.length];
  if (moreHere > 0 && moreThere > 0)
    return [...here].join('') === [...there].join('')
      ? { points: 35, words: 'Nearly the same name' }
      : { points: 0, words: '' };
  if (moreHere + moreThere === 0)
    return slips.length === 0
      ? { points: 40, words: 'The same name' }
      : { points: 35, words: 'Nearly the same name' };
  return same / Math.max(here.size, there.size) > 0.6 && same > 1
    ? { points: 25, words: 'One name says a little more than the other' }
    : { points: 10, words: 'One name is part of the other' };
}

/** One letter more, less, other or swapped, in a word long enough for that to be a slip; never a number. */
function isSlip(one: string, other: string): boolean {
  if (Math.min(one.length, other.length) < 5 || /\d/.test(one + other)) return false;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  const isSwapped = short[at] === long[at + 1] && short[at + 1] === long[at];
  return (
    short.slice(at + 1) === long.slice(at + 1) || (isSwapped && short.slice(at + 2) === long.slice(at + 2))
  );
}
