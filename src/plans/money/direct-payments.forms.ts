import { z } from 'zod';
import { day, pence, words, wordsOrNothing } from '../../platform/http/reading.ts';
import { version } from '../plans.forms.ts';
import { managers } from './direct-payment.ts';

export const PaymentPath = z.object({ id: z.uuid() });

/** Agreed in words. There is no list of what the money may be for. */
export const DirectPaymentForm = z.object({
  askedOrOffered: z.enum(['asked', 'offered'], { error: 'Choose whether they asked or we offered' }),
  purpose: words('Write what the money is for, in their words', 4_000),
  weekly: pence('Write how much it is each week'),
  managedBy: z.enum(managers, { error: 'Choose who looks after the money' }),
  managerName: wordsOrNothing(200),
  conditions: wordsOrNothing(2_000).transform((text) => text ?? ''),
  agreedOn: day('Write the day you agreed it together'),
});

export const FirstPaymentForm = z.object({ firstPaidOn: day('Write the day the money arrived'), version });

export const EndPaymentForm = z.object({
  endedOn: day('Write the day it ends'),
  endedBecause: words('Write why it ends, as you told them', 2_000),
  needsMetThen: words('Write how the same needs are met from that day', 2_000),
  version,
});
