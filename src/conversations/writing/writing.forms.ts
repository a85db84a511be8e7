import { z } from 'zod';
import { howLong } from '../../community/patch/how-long.forms.ts';
import { tick } from '../../platform/http/reading.ts';
import { voices } from '../conversation.ts';
import { readMoment } from './moment.ts';

export const EntryPath = z.object({ id: z.uuid() });

/** Browsers send two characters for a line break; facts point at words by position, so one is kept. */
const oneBreak = (text: string): string => text.replace(/\r\n?/g, '\n');
const most = 20_000;
/** Whether a time can be read does not hang on today; which it is does, and is settled when it is saved. */
const anyDay = new Date('2026-01-01T12:00:00Z');
const voice = () =>
  z
    .string()
    .transform((text) => oneBreak(text).trim())
    .pipe(z.string().max(most, { error: `Use ${most.toLocaleString('en-GB')} characters or fewer` }))
    .nullish()
    .transform((text) => text ?? '');

/** Who, when and the words: the only three things asked for. */
export const WriteForm = z
  .object({
    withWhom: z
      .string({ error: 'Write who you spoke with' })
      .trim()
      .min(1, { error: 'Write who you spoke with' })
      .max(200, { error: 'Use 200 characters or fewer' }),
    when: z
      .string({ error: 'Write when it was' })
      .trim()
      .min(1, { error: 'Write when it was' })
      .refine((text) => readMoment(text, anyDay) !== null, {
        error: 'Write when it was, like 17 November 2026, 2:30pm',
      }),
    place: z
      .string()
      .trim()
      .max(200, { error: 'Use 200 characters or fewer' })
      .nullish()
      .transform((text) => text ?? ''),
    howLong: howLong(),
    isWithPerson: tick(),
    conversation: z
      .union([z.uuid(), z.literal('new')])
      .nullish()
      .transform((id) => (id && id !== 'new' ? id : null)),
    said: voice(),
    noticed: voice(),
    think: voice(),
    agreed: voice(),
    submission: z.uuid().nullish(),
    version: z.coerce.number().int().nonnegative().default(0),
  })
  .refine((form) => voices.some((name) => form[name] !== ''), {
    path: ['said'],
    error: 'Write some words: theirs, or what you saw',
  });

const asTyped = (longest: number) =>
  z
    .union([z.string().max(longest), z.array(z.string().max(longest)).max(20)])
    .optional()
    .transform((value) => (Array.isArray(value) ? value.join(',') : value));

/** Unfinished writing: anything goes, and is kept as typed. */
export const DraftForm = z.object({
  withWhom: asTyped(2_000),
  when: asTyped(2_000),
  place: asTyped(2_000),
  howLong: asTyped(2_000),
  isWithPerson: asTyped(100),
  conversation: asTyped(100),
  said: asTyped(200_000),
  noticed: asTyped(200_000),
  think: asTyped(200_000),
  agreed: asTyped(200_000),
  submission: z.uuid().nullish(),
  version: z.coerce.number().int().nonnegative().catch(0),
});

/** The lines of what was agreed that are promises, by their place in the list. */
export const PromisesForm = z.object({
  promise: z
    .union([z.array(z.coerce.number<string | number>()), z.coerce.number<string | number>()])
    .nullish()
    .transform((value) => [value ?? []].flat()),
});
