import { z } from 'zod';

export const PairPath = z.object({ id: z.uuid() });

export const PairsQuery = z.object({
  state: z.enum(['found', 'joined', 'kept-apart']).catch('found'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type PairsAsked = z.output<typeof PairsQuery>;

const version = z.coerce.number().int().positive();

export const JoinForm = z.object({
  shown: z.uuid({ error: 'Choose which of the two is shown' }),
  version,
});

export const DecideForm = z.object({ version });

export const LookForm = z.object({});
