import { z } from 'zod';
import { readHowLong } from './how-long.ts';

/** How long as a field that may be left out; empty is null. A number in JSON is minutes. */
export function howLong() {
  return z
    .union([z.string().max(60, { error: 'Write it like 40, 1h 30 or half an hour' }), z.number()])
    .nullish()
    .transform((said, context) => {
      const text = String(said ?? '').trim();
      if (text === '') return null;
      const minutes = readHowLong(text);
      if (minutes !== null) return minutes;
      context.addIssue({ code: 'custom', message: 'Write it like 40, 1h 30 or half an hour' });
      return z.NEVER;
    });
}

/** What every form that asks calls it. @example <Input {...asked(again, 'howLong')} {...howLongField} /> */
export const howLongField = {
  label: 'About how long?',
  hint: 'You need not say. Such as 40, 1h 30 or half an hour',
  autoComplete: 'off',
} as const;
