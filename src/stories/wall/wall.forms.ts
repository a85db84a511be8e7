import { z } from 'zod';

const council = z.string().max(100);

export const WallQuery = z.object({
  q: z.string().trim().max(100).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(1_000).optional().catch(undefined),
});
export type WallAsked = z.infer<typeof WallQuery>;

export const StoryPath = z.object({ id: z.uuid() });
export const StoryFilePath = StoryPath.extend({ file: z.uuid() });
export const PublicWallPath = z.object({ council });
export const PublicStoryPath = z.object({ council, id: z.uuid() });
export const PublicStoryFilePath = PublicStoryPath.extend({ file: z.uuid() });
export const StoryShortPath = z.object({ council, short: z.string().max(40) });
