import { z } from 'zod';
import type { Problem, Typed } from './problems.ts';

/** Text arriving from outside nests no deeper than this; deeper is refused before any schema sees it. */
const deepest = 12;

/**
 * Makes every string in a body or query safe to keep: no NUL (PostgreSQL refuses it) and no half of a
 * surrogate pair. A file's bytes stay as they are. Throws a 400 when it nests deeper than any form of ours.
 */
export function cleaned(value: unknown, depth = 0): unknown {
  if (depth > deepest) throw Object.assign(new Error('nested too deeply'), { statusCode: 400 });
  if (typeof value === 'string') return value.replaceAll('\u0000', '').toWellFormed();
  if (Array.isArray(value)) return value.map((item) => cleaned(item, depth + 1));
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, cleaned(item, depth + 1)]));
}

export type Read<Value> = { ok: true; value: Value } | { ok: false; problems: Problem[] };

/** What is wrong with a field whose form says nothing of its own. */
export const english = {
  check: 'Check what is written here',
  tooLong: (most: number) => `Use ${most.toLocaleString('en-GB')} characters or fewer`,
  day: 'Write the day like 21 November 2026 or 21/11/2026',
};
export type FieldWords = typeof english;

/** Parses with a schema; what is wrong comes back as one sentence a field. */
export function read<Value>(
  schema: z.ZodType<Value>,
  value: unknown,
  said: FieldWords = english,
): Read<Value> {
  const result = schema.safeParse(value ?? {});
  if (result.success) return { ok: true, value: result.data };
  const problems = new Map<string, string>();
  for (const issue of result.error.issues) {
    const field = issue.path.join('.') || 'form';
    if (!problems.has(field)) problems.set(field, sentenceOf(issue, said));
  }
  return { ok: false, problems: [...problems].map(([field, message]) => ({ field, message })) };
}

/** What was typed, as strings to put back into the fields. */
export function typedOf(body: unknown): Typed {
  if (typeof body !== 'object' || body === null) return {};
  return Object.fromEntries(
    Object.entries(body).map(([field, value]) => [
      field,
      Array.isArray(value)
        ? value.map(textOf)
        : value === null || value === undefined
          ? undefined
          : textOf(value),
    ]),
  );
}

/** Text, a number or yes and no as it was typed; anything else was typed in no field of ours, and may not even be told as text. */
const textOf = (value: unknown): string => (typeof value === 'object' ? '' : String(value));

function sentenceOf(issue: z.core.$ZodIssue, said: FieldWords): string {
  if (!/^(Invalid|Too|Unrecognized)/.test(issue.message)) return issue.message;
  if (issue.code === 'too_big' && issue.origin === 'string') return said.tooLong(Number(issue.maximum));
  return issue.code === 'custom' && issue.params?.wants === 'day' ? said.day : said.check;
}

/** Words a person must write. `missing` says what to do, as in 'Write what they said'. */
export function words(missing: string, most = 20_000) {
  const error = (issue: { code: string }) => (issue.code === 'too_big' ? undefined : missing);
  return z.string({ error }).trim().min(1).max(most);
}

/** Words a person may leave out; an empty box is null. */
export function wordsOrNothing(most = 20_000) {
  const text = z.string().trim().max(most);
  return text.nullish().transform((written) => written || null);
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * Reads a day as people write it: 2026-11-21, 21/11/2026, 21.11.2026, 21 November 2026. Null when it is not a
 * real day between 1880 and 2150. @example readDay('21 Nov 2026') // '2026-11-21'
 */
export function readDay(text: string): string | null {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/(\d)(st|nd|rd|th)\b/, '$1')
    .replaceAll(',', ' ');
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(plain);
  const slashed = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/.exec(plain);
  const named = /^(?:[a-z]+\s+)?(\d{1,2})\s+([a-z]{3,9})\s+(\d{4})$/.exec(plain);
  if (iso) return realDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  if (slashed) return realDay(Number(slashed[3]), Number(slashed[2]), Number(slashed[1]));
  if (named)
    return realDay(Number(named[3]), months.indexOf(String(named[2]).slice(0, 3)) + 1, Number(named[1]));
  return null;
}

function realDay(year: number, month: number, day: number): string | null {
  if (year < 1880 || year > 2150 || month < 1) return null;
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text) ? text : null;
}

/** A day that must be given. */
export function day(missing: string) {
  return z.string({ error: missing }).trim().min(1, { error: missing }).transform(dayOrIssue);
}

/** A day that may be left out; empty is null. */
export function dayOrNothing() {
  return z
    .string()
    .trim()
    .nullish()
    .transform((text, context) => (text ? dayOrIssue(text, context) : null));
}

function dayOrIssue(text: string, context: z.RefinementCtx<string | null | undefined>): string {
  const found = readDay(text);
  if (found) return found;
  context.addIssue({ code: 'custom', params: { wants: 'day' } });
  return z.NEVER;
}

/** Pounds and pence as people write them, to whole pence: '£12.50' is 1250. */
export function pence(missing: string) {
  return z.union([z.string(), z.number()], { error: missing }).transform((amount, context) => {
    const text = String(amount).replace(/[£,\s]/g, '');
    if (!/^\d{1,7}(\.\d{1,2})?$/.test(text)) {
      context.addIssue({ code: 'custom', message: text ? 'Write the amount like 12.50' : missing });
      return z.NEVER;
    }
    return Math.round(Number(text) * 100);
  });
}

/** A tick box: 'on', 'yes' or true is yes; absent is no. */
export function tick() {
  return z
    .union([z.string(), z.boolean()])
    .nullish()
    .transform((value) => value === true || value === 'yes' || value === 'on' || value === 'true');
}

/** Tick boxes with one name: none, one or several arrive as a list. */
export function ticks<Choice extends string>(choices: readonly Choice[]) {
  return z
    .union([z.array(z.string()), z.string()])
    .nullish()
    .transform((value) => [value ?? []].flat())
    .pipe(z.array(z.enum(choices as readonly [Choice, ...Choice[]])));
}

/** An optional identifier; an empty field is null. */
export function idOrNothing() {
  return z
    .union([z.uuid(), z.literal('')])
    .nullish()
    .transform((id) => id || null);
}
