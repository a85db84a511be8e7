import { z } from 'zod';
import { caringKeys, longest } from '../../people/about-me/headings.ts';
import { day, idOrNothing, words, wordsOrNothing } from '../../platform/http/reading.ts';
import type { Words } from '../words/english.ts';

const answer = z
  .union([z.enum(['yes', 'no']), z.literal('')])
  .nullish()
  .transform((said) => said || null);

export const CanQuery = z.object({ thing: z.string().max(200).optional(), whom: z.uuid().optional() });

export const CanForm = ({ caring: { missing } }: Words) =>
  z.object({
    forPerson: z.uuid({ error: missing.whom }),
    thing: words(missing.thing, 120),
    willing: answer,
    able: answer,
    saidOn: day(missing.day),
    words: words(missing.words, 4_000),
  });

export const CaringPath = z.object({ heading: z.enum(caringKeys) });
export const CaringForm = z.object({ words: wordsOrNothing(longest), instead: idOrNothing() });
