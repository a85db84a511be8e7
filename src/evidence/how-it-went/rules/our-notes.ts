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

/** A pattern for the database that finds at least every text in which the writing aid finds something. */
export const mayHoldWords: string = wordsToSpare
  .flatMap(({ not }) => not)
  .map((phrase) =>
    phrase
      .replace(/\*$/, '')
      .split(/[\s-]+/)
      .map((word) => word.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
      .join('[[:space:]-]+'),
  )
  .join('|');
