import { z } from 'zod';
import { idOrNothing, words, wordsOrNothing } from '../platform/http/reading.ts';
import { accessNeedNames, waysAsked } from './finder/wishes.ts';
import { rooms } from './listing-kept.ts';
import { weekdays } from './weekdays.ts';

export const ListingPath = z.object({ id: z.uuid() });

/** What a search page is asked; anything odd in the address is as if it were not there. */
const asked = (most: number) =>
  z
    .string()
    .max(most)
    .transform((text) => text.trim())
    .optional()
    .catch(undefined);

/** Pounds, and miles, that can be chosen; 0 pounds is free. */
export const costsAsked = [0, 5, 10] as const;
export const milesAsked = [1, 3, 5, 10] as const;

/** A whole number that was chosen or written; an empty one is nothing. */
const number = (most: number) =>
  z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number)
    .refine((found) => found <= most)
    .optional()
    .catch(undefined);

/** Tick boxes in an address: one, several or none; those we do not have are left out. */
const several = <Choice extends string>(choices: readonly Choice[]) =>
  z
    .union([z.string(), z.array(z.string())])
    .optional()
    .catch(undefined)
    .transform((given) => choices.filter((choice) => [given ?? []].flat().includes(choice)));

export const FinderQuery = z.object({
  q: asked(200),
  near: asked(100),
  day: z.enum(weekdays).optional().catch(undefined),
  cost: number(100),
  access: several(accessNeedNames),
  way: z.enum(waysAsked).optional().catch(undefined),
  language: asked(60),
  age: number(120),
  within: number(100),
  person: z.uuid().optional().catch(undefined),
  older: z.literal('yes').optional().catch(undefined),
  unsaid: z.literal('yes').optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(500).catch(1),
});
export type FinderAsked = z.output<typeof FinderQuery>;

export const CheckedForm = z.object({
  checkedBy: words('Write who told you it is right, such as “Sandra who runs it”', 200),
});

export const WrongForm = z.object({ wrong: words('Write what is wrong, as far as you know', 1_000) });

export const GapForm = z.object({
  words: words('Write what was asked for', 300),
  place: wordsOrNothing(100),
  person: idOrNothing(),
});

export const KnownForm = z.object({
  whatItIsLike: wordsOrNothing(300),
  whatItIsLikeBy: wordsOrNothing(200),
  whoToAskFor: wordsOrNothing(200),
  canGoWith: wordsOrNothing(200),
  room: z
    .union([z.enum(rooms), z.literal('')], { error: 'Choose how full it is, or that nobody has said' })
    .nullish()
    .transform((room) => room || null),
  version: z.coerce.number().int().positive(),
});

export const RestForm = z.object({ why: words('Write why it rests', 300) });

export const NothingMore = z.object({});
