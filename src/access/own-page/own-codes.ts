import { createHash, randomInt } from 'node:crypto';
import { hashOfCode, newCode } from '../links/code.ts';

/** Crockford's base 32, as short addresses use it. */
const letters = '0123456789abcdefghjkmnpqrstvwxyz';
const TOKEN = 26;
const MESSAGE = 6;

/** A way in, made once and told once: `code` is typed, `token` is pressed or scanned. */
export interface WayIn {
  code: string;
  token: string;
}

/** For a letter: twelve letters to type (60 bits), or a square to scan (130 bits). */
export const letterWayIn = (): WayIn => ({ code: newCode(), token: drawn(TOKEN) });

/** For a message: six letters to type (30 bits, in the browser that asked and for ten minutes), or a link (130 bits). */
export const messageWayIn = (): WayIn => ({ code: drawn(MESSAGE), token: drawn(TOKEN) });

/** The hash a typed code is kept under, however it was typed; null when it cannot be one. */
export function hashOfTyped(typed: string): Buffer | null {
  const letter = hashOfCode(typed);
  if (letter) return letter;
  return hashed('message', typed, MESSAGE);
}

/** The hash a token is kept under; null when it cannot be one. */
export const hashOfToken = (token: string): Buffer | null => hashed('token', token, TOKEN);

function hashed(kind: string, typed: string, length: number): Buffer | null {
  const plain = typed
    .slice(0, 100)
    .toLowerCase()
    .replace(/[\s-]/g, '')
    .replaceAll('o', '0')
    .replace(/[il]/g, '1');
  if (plain.length !== length || [...plain].some((letter) => !letters.includes(letter))) return null;
  return createHash('sha256').update(`own ${kind} ${plain}`).digest();
}

const drawn = (length: number): string =>
  Array.from({ length }, () => letters[randomInt(letters.length)] ?? '0').join('');
