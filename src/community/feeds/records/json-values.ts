import type { Json } from '../../listing.ts';

export type JsonObject = { [key: string]: Json };

/** Deeper than any published record by far, and shallow enough never to exhaust the stack. */
const DEEPEST = 50;

/** The value when it is an object, else null. */
export function objectIn(value: Json | undefined): JsonObject | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
}

/** The objects in the first of these fields that holds any; a lone object counts as a list of one. */
export function objectsIn(record: JsonObject | null, ...keys: string[]): JsonObject[] {
  for (const key of keys) {
    const value = record?.[key];
    const objects = objectsAmong(Array.isArray(value) ? value : [value]);
    if (objects.length > 0) return objects;
  }
  return [];
}

/** Only the objects among these. */
export function objectsAmong(values: readonly (Json | undefined)[]): JsonObject[] {
  return values.map(objectIn).filter((value) => value !== null);
}

/** The first of these fields that holds words or a number, trimmed of every kind of space; null when none does. */
export function textIn(record: JsonObject | null, ...keys: string[]): string | null {
  for (const key of keys) {
    const value = record?.[key];
    const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? trimmed(value) : '';
    if (text !== '') return text;
  }
  return null;
}

/** The first of these fields that holds a number, even one written as words; null when none does. */
export function numberIn(record: JsonObject | null, ...keys: string[]): number | null {
  const text = textIn(record, ...keys);
  return text !== null && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null;
}

const UNSEEN = /[\s\u200b-\u200f\u2060\ufeff]/u;

/** Without spaces at either end, the invisible kinds too. A loop, for a pattern would crawl through a page of spaces. */
export function trimmed(text: string): string {
  if (isPlain(text.charCodeAt(0)) && isPlain(text.charCodeAt(text.length - 1))) return text;
  let start = 0;
  let end = text.length;
  while (start < end && UNSEEN.test(text.charAt(start))) start += 1;
  while (end > start && UNSEEN.test(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

/** One of the letters, figures and marks of ASCII, as nearly every text begins and ends with. */
const isPlain = (code: number): boolean => code > 0x20 && code < 0x7f;

/** Each once, in the order first met, whatever the capitals. */
export function distinct(texts: readonly string[]): string[] {
  const seen = new Map(texts.map((text) => [text.toLowerCase(), text] as const).reverse());
  return [...seen.values()].reverse();
}

/**
 * The same JSON in a form PostgreSQL can keep: no NUL characters, no half surrogate pairs. Null is returned in place
 * of the whole when it nests too deep to be a record.
 */
export function storableJson(value: unknown): { value: Json } | null {
  if (isStorable(value, 0)) return { value };
  try {
    return { value: storable(value, 0) };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function storable(value: unknown, depth: number): Json {
  if (depth > DEEPEST) throw new RangeError('nested too deeply');
  if (typeof value === 'string') return storableText(value);
  if (typeof value === 'boolean' || value === null) return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'object') return null;
  if (Array.isArray(value)) return value.map((item) => storable(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [storableText(key), storable(item, depth + 1)]),
  );
}

/** Nearly every record is as it should be, and is not written out anew. */
function isStorable(value: unknown, depth: number): value is Json {
  if (depth > DEEPEST) return false;
  if (typeof value === 'string') return isStorableText(value);
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object') return typeof value === 'boolean';
  if (value === null) return true;
  if (Array.isArray(value)) return value.every((item) => isStorable(item, depth + 1));
  return Object.entries(value).every(([key, item]) => isStorableText(key) && isStorable(item, depth + 1));
}

const isStorableText = (text: string): boolean => !text.includes('\0') && text.isWellFormed();
const storableText = (text: string): string => text.replaceAll('\0', '').toWellFormed();

/** Names of the fields sent as blank text, nested ones too. */
export function blankFields(value: Json): string[] {
  const names: string[] = [];
  addBlankFields(value, names);
  return distinct(names);
}

function addBlankFields(value: Json, names: string[]): void {
  if (Array.isArray(value)) for (const item of value) addBlankFields(item, names);
  else if (typeof value === 'object' && value !== null)
    for (const [key, item] of Object.entries(value))
      if (typeof item !== 'string') addBlankFields(item, names);
      else if (trimmed(item) === '') names.push(key);
}
