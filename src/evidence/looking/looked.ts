import { z } from 'zod';
import type { Day } from '../../platform/clock.ts';
import type { Site } from '../site/site.store.ts';

/** Which site, the latest unless one is named; and as at which day, today unless another is. */
export const WhichSite = z.object({
  site: z.uuid().optional(),
  asAt: z
    .string()
    .transform((typed) => typed.slice(0, 60))
    .optional(),
});
export type WhichSite = z.infer<typeof WhichSite>;

/** A site and the day its record is looked at; every page of figures begins with it. */
export interface Looked {
  site: Site;
  /** Every site of the council, to choose from. */
  sites: { id: string; name: string }[];
  /** What has happened after this day does not exist yet. */
  asOf: Day;
  today: Day;
  /** The day as it was typed, and what to do about it when it is no day that has come. */
  asAt: { typed: string; problem: string | null };
}

/** The address of a page of a site, keeping the day it is looked at; a file's address too. @example placeOf('/evidence', looked) */
export function placeOf(
  path: string,
  { site, asOf, today }: Pick<Looked, 'site' | 'asOf' | 'today'>,
): string {
  return `${path}?site=${site.id}${asOf === today ? '' : `&asAt=${asOf}`}`;
}
