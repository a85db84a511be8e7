import { z } from 'zod';
import { dayOrNothing, wordsOrNothing } from '../../platform/http/reading.ts';
import { lineKinds } from '../line/line.ts';
import type { Words } from '../words/english.ts';
import { lengths, sharerKinds } from './sharing.ts';

export const LinePath = z.object({ kind: z.enum(lineKinds), thing: z.uuid() });
export const SharedLinePath = z.object({ line: z.uuid() });
export const SharingPath = z.object({ sharing: z.uuid() });
export const AnswerPath = z.object({ answer: z.uuid() });

export const StopForm = z.object({});
export const AnswerForm = ({ sharing }: Words) =>
  z.object({
    settled: z.enum(['joined', 'not-joined'], { error: sharing.answersAbout }),
  });

/** Whom to share with: somebody shared with already (their id), somebody around them (`around:`), a team (`team:`), or `new`. */
export const ShareForm = ({ sharing }: Words) =>
  z.object({
    who: z.union([z.uuid(), z.literal('new'), z.string().regex(/^(around|team):[0-9a-f-]{36}$/)], {
      error: sharing.whoMissing,
    }),
    name: wordsOrNothing(200),
    kind: z
      .union([z.enum(sharerKinds).exclude(['team']), z.literal('')])
      .nullish()
      .transform((kind) => kind || null),
    relation: wordsOrNothing(200),
    organisation: wordsOrNothing(200),
    length: z.enum(lengths, { error: sharing.untilMissing }),
    until: dayOrNothing(),
  });
export type ShareAsked = z.infer<ReturnType<typeof ShareForm>>;
