import { toNormalised, toOutcode, validOutcode } from 'postcode';
import { sameWords, wordsWithKin } from './same-words.ts';

/** What somebody looks for, ready for the directory: each thing asked for, with the other words for it. */
export interface Asking {
  things: string[][];
  /** What was read differently from how it was typed: `{ typed: 'quire', read: 'choir' }`. */
  slips: { typed: string; read: string }[];
}

/** More things than this in one sentence is a story, not a search. */
const mostThings = 8;

/** Words that say nothing of what is looked for, besides those PostgreSQL's English knows. */
const fillers = new Set(
  `a about after all also am an and any anybody anyone anything are around at be because been but by can cannot club
  come could day days did do does enjoy find for friend friends from get go going good group groups had has have he
  help her here him his home i if in into is it its just kind know like likes little live lives lot love loves make
  maybe me meet meeting more most much my near nearby need needs new nice not of off old on once one or other our out
  people person place places please really run see she so some somebody someone something somewhere sort such than
  that the their them then there they thing things this time to too up us use used very want wants was way we week
  well were what when where which who will with would you your`.split(/\s+/),
);

/**
 * Reads ordinary words: fillers dropped, phrases we know kept whole, slips of spelling mended where one of our own
 * words is plainly meant, and each thing given its other words. Words the directory alone knows are mended there.
 * @example readAsking('somewhere to sing').things // [['sing', 'singing', 'choir', …]]
 */
export function readAsking(text: string): Asking {
  const plain = text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '');
  const words = plain.split(/[^a-z0-9]+/).filter(Boolean);
  const asking: Asking = { things: [], slips: [] };
  for (let at = 0; at < words.length && asking.things.length < mostThings; ) {
    const phrase = phraseAt(words, at);
    if (phrase) asking.things.push(sameWords(phrase));
    else addWord(asking, words[at] ?? '');
    at += phrase ? phrase.split(' ').length : 1;
  }
  return asking;
}

function addWord(asking: Asking, word: string): void {
  if (word.length < 2 || fillers.has(word)) return;
  const meant = slipOf(word);
  if (meant) asking.slips.push({ typed: word, read: meant });
  const thing = [...sameWords(meant ?? word), ...(meant ? [word] : [])];
  const isSaid = asking.things.some((known) => known.includes(word));
  if (!isSaid) asking.things.push(thing);
}

const phrases = wordsWithKin.filter((word) => word.includes(' '));

function phraseAt(words: readonly string[], at: number): string | undefined {
  return phrases.find((phrase) => phrase === words.slice(at, at + phrase.split(' ').length).join(' '));
}

/** One of our own words one slip away from what was typed: a letter missed, doubled, swapped or wrong. */
function slipOf(word: string): string | undefined {
  if (word.length < 5 || sameWords(word).length > 1) return undefined;
  return wordsWithKin.find((known) => known.length >= 5 && isOneSlipApart(word, known));
}

/**
 * True when one letter added, missed, changed, or two neighbours swapped, makes one word of the other.
 * @example isOneSlipApart('lonley', 'lonely') // true
 */
export function isOneSlipApart(one: string, other: string): boolean {
  if (one === other || Math.abs(one.length - other.length) > 1 || one[0] !== other[0]) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  let end = 0;
  const room = Math.min(one.length, other.length) - start;
  while (end < room && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  const left = one.slice(start, one.length - end);
  const right = other.slice(start, other.length - end);
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}

/** Somewhere to be near: a postcode, the first half of one, or a place by name. */
export interface Near {
  postcode: string | null;
  district: string | null;
  name: string | null;
}

/** @example readNear('zz1 1zz') // { postcode: 'ZZ1 1ZZ', district: 'ZZ1', name: null } */
export function readNear(text: string): Near | null {
  const typed = text.trim().replace(/\s+/g, ' ');
  if (typed === '') return null;
  const postcode = toNormalised(typed);
  if (postcode) return { postcode, district: toOutcode(postcode), name: null };
  if (validOutcode(typed)) return { postcode: null, district: typed.toUpperCase(), name: null };
  return { postcode: null, district: null, name: typed.toLowerCase() };
}
