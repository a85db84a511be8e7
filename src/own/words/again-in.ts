import type { z } from 'zod';
import { read } from '../../platform/http/reading.ts';
import type { Again } from '../../platform/http/routes.ts';
import type { Refusal } from '../../platform/refusal.ts';
import { english, type Words } from './english.ts';

/** A form, or one that says what is wrong with it in whoever's words. */
export type FormIn<Form extends z.ZodType> = Form | ((words: Words) => Form);

/** @example formIn(ShareForm, own.words) */
export function formIn<Form extends z.ZodType>(form: FormIn<Form>, words: Words): Form {
  return typeof form === 'function' ? form(words) : form;
}

/**
 * A form that came back, in the words of whose page it is. It was read before anybody knew whose it was, and so in
 * English; what was said by whoever knew stays as it is.
 */
export function againIn(words: Words, form: FormIn<z.ZodType>, again: Again | undefined): Again | undefined {
  if (!again || words === english) return again;
  const said = problemsOf(form, english, again);
  const says = problemsOf(form, words, again);
  const problems = again.problems.map(({ field, message }) => ({
    field,
    message: said.get(field) === message ? (says.get(field) ?? message) : message,
  }));
  return { ...again, problems, refusal: again.refusal && refusalIn(words, again.refusal) };
}

function problemsOf(form: FormIn<z.ZodType>, words: Words, { typed }: Again): Map<string, string> {
  const result = read(formIn(form, words), typed, words.fields);
  return new Map(result.ok ? [] : result.problems.map(({ field, message }) => [field, message]));
}

/** What a rule said, in these words; in English and marked as that where they have none for it. */
export function refusalIn(words: Words, refusal: Refusal): Refusal {
  if (refusal.lang || words === english) return refusal;
  const known: Partial<Record<string, { because: string; satisfyBy: string }>> = words.refused;
  return { ...refusal, ...(known[refusal.because] ?? { lang: 'en-GB' }) };
}
