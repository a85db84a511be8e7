import { z } from 'zod';
import { words, wordsOrNothing } from '../../platform/http/reading.ts';

/** The council's short name; the house has found the council by it already. */
const council = z.string().max(100);

export const CouncilPath = z.object({ council });
export const PublicListingPath = z.object({ council, id: z.uuid() });
export const ShortPath = z.object({ council, short: z.string().max(40) });

/** Slips for more than this are a directory. */
const mostSlips = 30;

/** Ticked on a page, or written by hand with commas between; anything that is no id is left out. */
export const SlipsQuery = z.object({
  ids: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .catch(undefined)
    .transform((given) => [given ?? []].flat().flatMap((text) => text.split(',')))
    .transform((ids) => [...new Set(ids.filter((id) => z.uuid().safeParse(id).success))].slice(0, mostSlips)),
});

export const PublicWrongForm = z.object({ wrong: wordsOrNothing(500) });

export const PublicGapForm = z.object({
  words: words('Write what you looked for', 300),
  place: wordsOrNothing(100),
});
