import { z } from 'zod';
import { ownPlaces } from '../frame/places.ts';

export const ReadingForm = z.object({
  reading: z.enum(['normal', 'big', 'very-big', 'easy', 'not-easy']),
  /** The page it was asked for on, to go back to. */
  place: z.enum(ownPlaces).default('now'),
});

export type ReadingAsked = z.output<typeof ReadingForm>['reading'];
