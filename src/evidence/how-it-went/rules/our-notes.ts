import { findWords, wordsToSpare } from '../../../conversations/writing/words.ts';

/**
 * Practice-and-law 4.17: whether our own notes hold a word of the writing aid's list. What stands inside quotation marks is
 * somebody's own and is not looked at; an apostrophe is no quotation mark.
 * @example hasWordToSpare('She said “my case”. We talked of her garden.') // false
 */
export function hasWordToSpare(notes: string): boolean {
  return findWords(notes.replace(quoted, ' ')).length > 0;
}

const quoted = /“[^”]*”|"[^"]*"|‘[^‘]*?’(?!\p{L})/gu;

/**
 * Pieces of which every text has one, in lower case, in which the writing aid finds something: the longest word of each phrase.
 * A database looks for them many times sooner than for the patterns themselves.
 */
export const mayHoldWords: readonly string[] = [
  ...new Set(wordsToSpare.flatMap(({ not }) => not).map(longestWord)),
];

function longestWord(phrase: string): string {
  const words = phrase
    .replace(/\*$/, '')
    .toLowerCase()
    .split(/[\s-]+/);
  return words.reduce((longest, word) => (word.length > longest.length ? word : longest), '');
}
