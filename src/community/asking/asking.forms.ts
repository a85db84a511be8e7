import { z } from 'zod';
import { dayOrNothing, idOrNothing, tick, words, wordsOrNothing } from '../../platform/http/reading.ts';
import { rooms } from '../listing-kept.ts';

export const YesForm = z.object({ all: tick() });

export const FullForm = z.object({
  room: z
    .enum(rooms, { error: 'Choose how full it is' })
    .nullish()
    .transform((room) => room ?? 'full'),
});

export const PausedForm = z.object({
  until: dayOrNothing(),
  pausedWords: wordsOrNothing(300),
});

export const StoppedForm = z.object({ stoppedWhy: wordsOrNothing(300) });

export const ForNowForm = z.object({ lastDay: dayOrNothing() });

const pageNumber = z.coerce.number().int().min(1).max(10_000).catch(1);
export const CallsQuery = z.object({ whose: z.enum(['mine', 'all']).catch('mine'), page: pageNumber });
export const PageQuery = z.object({ page: pageNumber });

export const CallPath = z.object({ call: z.uuid() });

/** What was said on the telephone. */
export const CallForm = z.object({
  said: z.enum(['yes', 'changed', 'paused', 'stopped', 'nobody answered'], { error: 'Choose what was said' }),
  more: wordsOrNothing(500),
  until: dayOrNothing(),
  /** The number that was answered: ring it from now on. */
  ring: wordsOrNothing(60),
});

export const WayForm = z
  .object({
    way: z
      .union([z.enum(['e-mail', 'post', 'phone']), z.literal('')], { error: 'Choose how to ask them' })
      .nullish()
      .transform((way) => way || null),
    askTo: wordsOrNothing(400),
    who: wordsOrNothing(100),
    steward: idOrNothing(),
    version: z.coerce.number().int().min(0),
  })
  .superRefine(({ way, askTo }, context) => {
    const wrong = (message: string) => context.addIssue({ code: 'custom', path: ['askTo'], message });
    if (way !== null && askTo === null)
      wrong('Write where: the e-mail address, the number, or the postal address');
    if (way === 'e-mail' && askTo !== null && !z.email().safeParse(askTo).success)
      wrong('Write the whole e-mail address, like name@example.org');
    if (way === 'phone' && askTo !== null && !/^\D*(\d\D*){3,15}$/.test(askTo))
      wrong('Write the telephone number in figures');
  });

export const StewardForm = z.object({
  district: words('Write the first half of the postcode, like ZZ1', 5).transform((text, context) => {
    const district = text.toUpperCase().replace(/\s/g, '');
    if (/^[A-Z]{1,2}\d[A-Z\d]?$/.test(district)) return district;
    context.addIssue({ code: 'custom', message: 'Write the first half of the postcode, like ZZ1' });
    return z.NEVER;
  }),
  steward: idOrNothing(),
});
