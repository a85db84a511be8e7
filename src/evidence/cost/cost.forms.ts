import { z } from 'zod';
import { day, pence, words } from '../../platform/http/reading.ts';

/** E8: what an hour costs, where that is from, and its day. */
export const HourCostForm = z.object({
  anHour: pence('Write what an hour costs, such as 39.50').refine(
    (amount) => amount > 0 && amount <= 100_000,
    {
      error: 'Write an amount between a penny and £1,000',
    },
  ),
  source: words('Write where it is from, such as the finance team or the published costs of an hour', 300),
  sourceOn: day('Write the day it is from'),
});
