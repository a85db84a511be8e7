import { z } from 'zod';
import { arrivedFile, arrivedOrNothing } from '../../access/uploads/arrived.store.ts';
import { words, wordsOrNothing } from '../../platform/http/reading.ts';
import { audiences, mostMonths } from '../../stories/letting-out/letting-out.ts';
import { whatShows } from '../../stories/story.ts';
import type { Words } from '../words/english.ts';
import { steps } from './letting-out/steps.ts';

const text = () => wordsOrNothing().transform((written) => written ?? '');

export const StoryPath = z.object({ story: z.uuid() });
export const PiecePath = z.object({ story: z.uuid(), file: z.uuid() });
export const TogetherPiecePath = PiecePath.extend({ id: z.uuid() });
export const ConsentPath = z.object({ story: z.uuid(), consent: z.uuid() });
export const StepQuery = z.object({ step: z.enum(steps).optional() });
export const Nothing = z.object({});

export const BeginForm = ({ stories: { lacks } }: Words) =>
  z.object({
    title: words(lacks.title, 120),
    theirWords: text(),
    file: arrivedOrNothing(),
    inWords: text(),
  });

export const ChangeForm = ({ stories: { lacks } }: Words) =>
  z.object({
    title: words(lacks.title, 120),
    theirWords: text(),
    retelling: text(),
    shows: z.enum(whatShows, { error: lacks.shows }),
    earlier: z.enum(['stands', 'down'], { error: lacks.earlier }).default('stands'),
    version: z.coerce.number().int().positive(),
  });

export const PieceForm = ({ stories: { lacks } }: Words) =>
  z.object({
    file: arrivedFile(lacks.file),
    inWords: text(),
    version: z.coerce.number().int().positive(),
  });

export const PieceWordsForm = z.object({ inWords: text(), version: z.coerce.number().int().positive() });
export const PieceOutForm = z.object({ version: z.coerce.number().int().positive() });

export const ApproveForm = z.object({
  versionId: z.uuid(),
  shown: z.string().regex(/^[0-9a-f]{64}$/),
  words: text(),
});

export const GiveForm = z.object({ shown: z.string().regex(/^[0-9a-f]{64}$/) });

/** Every step answers with this one form; what its page did not ask is left out. */
export const StepForm = ({ stories: { lacks } }: Words) =>
  z.object({
    step: z.enum(steps).default('who'),
    audience: z.enum(audiences, { error: lacks.audience }).nullish(),
    teamId: z.uuid().nullish(),
    nameShown: z.enum(['none', 'first', 'chosen'], { error: lacks.name }).nullish(),
    nameTold: wordsOrNothing(60),
    withPieces: z.enum(['yes', 'no'], { error: lacks.pictures }).nullish(),
    months: z.coerce.number().int().min(1).max(mostMonths, { error: lacks.months }).nullish(),
    whoAsked: wordsOrNothing(500),
    whoWasThere: wordsOrNothing(500),
    isFree: z.enum(['free', 'unsure'], { error: lacks.isFree }).nullish(),
  });
