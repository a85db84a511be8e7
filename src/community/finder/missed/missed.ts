import type { Asking, Near } from '../asking.ts';
import { ourWords } from '../words/same-words.ts';

/** What was looked for in vain, as it may be kept: things of our own lists, and half a postcode. */
export interface Missed {
  words: string;
  district: string;
}

/**
 * What may be written down of a search that found nothing; null when that is nothing. Only words of our own lists of
 * things to do and be helped with are kept, because whatever else is typed (a name, a street, a telephone number) may
 * tell who looked. So a wish for something our lists do not have goes uncounted: it is told by hand, as a gap. The
 * words directories use are no such list, for people's names are among them.
 * @example missedOf(readAsking('chess with Margaret Ashwell'), readNear('ZZ1 1AA')) // { words: 'chess', district: 'ZZ1' }
 */
export function missedOf({ things }: Pick<Asking, 'things'>, near: Near | null): Missed | null {
  const known = things
    .map(({ said }) => said)
    .filter((said) => said.split(/[^a-z0-9]+/).every((word) => ourWords.has(word)));
  const words = [...new Set(known)].sort().slice(0, 4).join(', ');
  return words === '' ? null : { words, district: near?.district ?? '' };
}
