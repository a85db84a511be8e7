import { z } from 'zod';
import { day, idOrNothing, tick, words, wordsOrNothing } from '../../../platform/http/reading.ts';
import { rooms } from '../../listing-kept.ts';
import { howLong } from '../how-long.forms.ts';

export const visitKinds = ['visit', 'walk', 'event'] as const;
export type VisitKind = (typeof visitKinds)[number];

export const kindInWords: Record<VisitKind, string> = {
  visit: 'Visited a group',
  walk: 'Walked the streets',
  event: 'Went to something on',
};

export const VisitsQuery = z.object({
  page: z.coerce.number().int().min(1).max(500).catch(1),
});

export const NewVisitQuery = z.object({ listing: z.uuid().optional().catch(undefined) });

export const VisitForm = z.object({
  kind: z.enum(visitKinds, { error: 'Choose what kind of visit it was' }),
  place: words('Write where you went', 200),
  visitedOn: day('Write the day you went'),
  wentWith: wordsOrNothing(200),
  howLong: howLong(),
  learned: words('Write what you learned, in a sentence or two', 4_000),
  listing: idOrNothing(),
  whatItIsLike: wordsOrNothing(300),
  whoToAskFor: wordsOrNothing(200),
  canGoWith: wordsOrNothing(200),
  room: z
    .union([z.enum(rooms), z.literal('')], { error: 'Choose how full it is, or that nobody said' })
    .nullish()
    .transform((room) => room || null),
  isStillRight: tick(),
});
export type VisitWritten = z.output<typeof VisitForm>;
