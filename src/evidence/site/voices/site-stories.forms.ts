import { z } from 'zod';

export const SitePath = z.object({ id: z.uuid() });
export const PlacedPath = z.object({ id: z.uuid(), placedId: z.uuid() });
export const PlaceForm = z.object({
  storyId: z.uuid({ error: 'Choose a story' }),
  beside: z.enum(['people', 'episodes', 'returns', 'waits'], { error: 'Choose what it stands beside' }),
});
export const RemoveForm = z.object({});
