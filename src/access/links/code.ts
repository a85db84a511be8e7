import { createHash, randomInt } from 'node:crypto';

/** Crockford's base 32: no I, L, O or U, so that nobody reads a letter for a figure. */
const letters = '0123456789abcdefghjkmnpqrstvwxyz';
/** Twelve letters are 60 random bits: not to be guessed, and short enough to type from a postcard. */
const length = 12;

/** @example newCode() // 'k7m2-pq9x-4tvw' */
export function newCode(): string {
  const drawn = Array.from({ length }, () => letters[randomInt(letters.length)] ?? '0').join('');
  return drawn.replace(/(.{4})(?=.)/g, '$1-');
}

/**
 * The hash under which a code is kept, however it was typed: capitals, spaces, no dashes, O for 0, I or L for 1.
 * @returns null when it cannot be a code of ours
 */
export function hashOfCode(typed: string): Buffer | null {
  const plain = typed.toLowerCase().replace(/[\s-]/g, '').replaceAll('o', '0').replace(/[il]/g, '1');
  if (plain.length !== length || [...plain].some((letter) => !letters.includes(letter))) return null;
  return createHash('sha256').update(`link ${plain}`).digest();
}
