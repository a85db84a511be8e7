import { z } from 'zod';
import { dayOrNothing, tick, words } from '../../../platform/http/reading.ts';
import { version } from '../../plans.forms.ts';

export const HouseholdPath = z.object({ id: z.uuid() });
export const HouseholdsQuery = z.object({ page: z.coerce.number().int().min(1).max(10_000).default(1) });

const fullPostcode = /\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b/i;

/** Where a home is: an area, never an address, because lists show it. */
const area = words('Write the part of town', 100).refine(
  (place) => !fullPostcode.test(place) && !/^\d/.test(place),
  { error: 'Write the area only, without a house number or a whole postcode' },
);

const household = {
  name: words('Write what they are called', 200),
  whoLivesHere: words('Write who lives there, in their words', 4_000),
  whatHomeIsLike: words('Write what home is like, in their words', 8_000),
  place: area,
  capacity: z.coerce
    .number({ error: 'Choose how many' })
    .int()
    .min(1, { error: 'Choose how many' })
    .max(3, { error: 'Three is the most a home may share with' }),
  approvedOn: dayOrNothing(),
  approvalUntilOn: dayOrNothing(),
  notNowUntilOn: dayOrNothing(),
};

export const NewHouseholdForm = z.object(household);
export const HouseholdForm = z.object({ ...household, hasStopped: tick(), version });
