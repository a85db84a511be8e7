import type { Json } from '../../listing.ts';
import { Unreadable } from './unreadable.ts';

/** Text as its sender says it is written, UTF-8 unless said. Never guessed: a wrong guess spoils names for good. */
export function textOf(bytes: Uint8Array, charset: string | null = null): string {
  try {
    return new TextDecoder(charset ?? 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Unreadable(`its letters are not ${charset ?? 'UTF-8'}`);
  }
}

/** JSON from text, or one JSON record a line, or an `Unreadable` that says what it looks like instead. */
export function parsed(text: string): Json {
  try {
    return JSON.parse(text);
  } catch {
    if (text.trim() === '') throw new Unreadable('it is empty');
    if (/^\s*</.test(text)) throw new Unreadable('it is a web page, not JSON');
    return linesOf(text) ?? broken();
  }
}

function broken(): never {
  throw new Unreadable('it is not whole JSON');
}

/** NDJSON, as HSDS calls it: every line a record of its own. Null when any line is not. */
function linesOf(text: string): Json | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length < 2 || !lines.every((line) => line.startsWith('{'))) return null;
  try {
    return lines.map((line) => JSON.parse(line) as Json);
  } catch {
    return null;
  }
}
