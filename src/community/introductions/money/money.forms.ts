import { z } from 'zod';
import { dayOrNothing, pence, words } from '../../../platform/http/reading.ts';

export const MoneyPath = z.object({ id: z.uuid(), money: z.uuid() });

export const MoneyForm = z.object({
  amount: pence('Write how much'),
  whatFor: words('Write what it was for, such as a taxi', 200),
  makesPossible: words('Write what it makes possible', 1_000),
  givenOn: dayOrNothing(),
});

export const ChangedForm = z.object({ changed: words('Write what it changed', 2_000) });

export const MoneyQuery = z.object({ page: z.coerce.number().int().min(1).max(1_000).catch(1) });
