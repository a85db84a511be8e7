import { toNormalised, toOutcode, validOutcode } from 'postcode';
import { colours, fillers, neverSlips, ofChildren, ofMen, ofWomen } from './words/plain-words.ts';
import { hasKin, otherWords, wordsWithKin } from './words/same-words.ts';

/** One thing looked for: as it was said, and the other words for it. */
export interface Thing {
  said: string;
  /** Mean as good as the same. */
  same: readonly string[];
  /** Only near to it. */
  near: readonly string[];
  /** How much it counts beside the other things, up to 1. */
  weight: number;
}

/** Whom a listing may be for in so many words, when nobody of that kind was spoken of. */
export type Other = 'children' | 'women' | 'men';

/** What somebody looks for, ready for the directory. */
export interface Asking {
  things: Thing[];
  /** What was read differently from how it was typed: `{ typed: 'quire', read: 'choir' }`. */
  slips: { typed: string; read: string }[];
  /** A place said among the words: 'a choir in Kingswood'. */
  near: string | null;
  /** Listings plainly for these come later. */
  notFor: Other[];
}

/** More things than this in one sentence is a story, not a search. */
const mostThings = 8;
/** What a word that only colours a wish counts for; a judgement. */
const colourWeight = 0.3;
/** What a word none of our lists knows counts for: it may be the very thing, or a turn of phrase. */
const unknownWeight = 0.8;

/**
 * Reads ordinary words: fillers dropped, phrases we know kept whole, slips of spelling mended where one of our own
 * words is plainly meant, and each thing given its other words. Words the directory alone knows are mended there.
 * @example readAsking('somewhere to sing').things[0].said // 'sing'
 */
export function readAsking(text: string): Asking {
  const words = wordsOf(text);
  const asking: Asking = { things: [], slips: [], near: placeIn(text), notFor: notFor(words) };
  for (let at = 0; at < words.length && asking.things.length < mostThings; ) {
    const phrase = phraseAt(words, at);
    if (phrase) addThing(asking, phrase, 1);
    else addWord(asking, words[at] ?? '');
    at += phrase ? phrase.split(' ').length : 1;
  }
  return asking;
}

function wordsOf(text: string): string[] {
  const plain = text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '');
  return plain.split(/[^a-z0-9]+/).filter(Boolean);
}

function addWord(asking: Asking, word: string): void {
  if (word.length < 2 || (fillers.has(word) && !colours.has(word))) return;
  const meant = slipOf(word);
  if (meant) asking.slips.push({ typed: word, read: meant });
  const isColour = colours.has(word);
  addThing(
    asking,
    meant ?? word,
    isColour ? colourWeight : hasKin(word) || meant ? 1 : unknownWeight,
    meant ? [word] : [],
  );
}

function addThing(asking: Asking, said: string, weight: number, also: readonly string[] = []): void {
  const isSaid = asking.things.some((known) => known.said === said || known.same.includes(said));
  if (isSaid) return;
  const { same, near } = weight === colourWeight ? { same: [], near: [] } : otherWords(said);
  asking.things.push({ said, same: [...same, ...also], near, weight });
}

const phrases = wordsWithKin
  .filter((word) => word.includes(' '))
  .map((phrase) => ({ phrase, words: phrase.split(/[^a-z0-9]+/) }))
  .sort((one, other) => other.words.length - one.words.length);

/** The longest phrase of ours that stands here. */
function phraseAt(words: readonly string[], at: number): string | undefined {
  return phrases.find((one) => one.words.every((word, index) => words[at + index] === word))?.phrase;
}

/** One of our own words one slip away from what was typed: a letter missed, doubled, swapped or wrong. */
function slipOf(word: string): string | undefined {
  if (word.length < 5 || hasKin(word) || neverSlips.has(word) || colours.has(word)) return undefined;
  return wordsWithKin.find((known) => known.length >= 5 && isOneSlipApart(word, known));
}

/** The last words after 'in', 'near' or 'around', as a place may be named; whoever asks finds out whether it is one. */
function placeIn(text: string): string | null {
  const named = /\b(?:in|near|around|by)\s+([A-Z][\w’' -]{1,40}?)\s*[.?!]?\s*$/.exec(text);
  const typedSmall =
    /\b(?:in|near|around)\s+((?!(?:the|a|an|my|our|his|her|their|pain|bed|need)\b)[a-z][\w’' -]{2,40}?)\s*$/;
  return (named ?? typedSmall.exec(text))?.[1] ?? null;
}

function notFor(words: readonly string[]): Other[] {
  const speaksOf = (kind: ReadonlySet<string>) => words.some((word) => kind.has(word));
  const isMan = speaksOf(ofMen);
  const isWoman = speaksOf(ofWomen);
  return [
    ...(speaksOf(ofChildren) ? [] : ['children' as const]),
    ...(isMan && !isWoman ? ['women' as const] : []),
    ...(isWoman && !isMan ? ['men' as const] : []),
  ];
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
