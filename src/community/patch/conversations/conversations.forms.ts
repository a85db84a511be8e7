import { z } from 'zod';
import { day, dayOrNothing, words, wordsOrNothing } from '../../../platform/http/reading.ts';
import { howLong } from '../how-long.forms.ts';

export const ConversationPath = z.object({ id: z.uuid() });
export const ActionPath = z.object({ id: z.uuid(), action: z.uuid() });

export const ConversationsQuery = z.object({ page: z.coerce.number().int().min(1).max(500).catch(1) });

export const ConversationForm = z.object({
  heldOn: day('Write the day it was held'),
  place: words('Write where it was', 200),
  hostedBy: words('Write who hosted it, as they like to be named', 200),
  beganWith: wordsOrNothing(2_000),
  heard: words('Write what was said, in their words where you can', 10_000),
  guests: wordsOrNothing(10_000),
  actions: wordsOrNothing(10_000),
  partners: wordsOrNothing(2_000),
  howLong: howLong(),
  nextOn: dayOrNothing(),
});
export type ConversationWritten = z.output<typeof ConversationForm>;

export const BecameForm = z.object({ became: words('Write what became of it', 1_000) });
