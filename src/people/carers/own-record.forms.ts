import { z } from 'zod';
import { tick, wordsOrNothing } from '../../platform/http/reading.ts';

export const OwnRecordPath = z.object({ id: z.uuid(), aroundId: z.uuid() });

/** Nothing but the press of a button. */
export const Pressed = z.object({});

export const OwnRecordForm = z
  .object({
    saidYes: tick(),
    record: z.union([z.uuid(), z.literal('new')], {
      error: 'Choose whether we know them already',
    }),
    fullName: wordsOrNothing(200),
    /** Those shown as perhaps the same person, so that nobody is passed over unseen (F4). */
    looked: z
      .string()
      .max(2_000)
      .nullish()
      .transform((ids) => (ids ?? '').split(' ').filter(Boolean)),
  })
  .superRefine(({ saidYes }, context) => {
    if (!saidYes)
      context.addIssue({
        code: 'custom',
        path: ['saidYes'],
        message: 'Ask them first: it is offered, never forced',
      });
  });
