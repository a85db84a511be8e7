import { z } from 'zod';
import { type Day, dayOf } from '../../platform/clock.ts';
import { type CouncilReader, nowOf } from '../../platform/db/council.ts';
import { Unknown } from '../../platform/http/problems.ts';
import { readDay } from '../../platform/http/reading.ts';
import { longDate } from '../../platform/ui/dates.ts';
import { type Site, sitesOf } from '../site/site.store.ts';

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

/**
 * The site asked for, or the latest, and the day to look from; null when the council has none. A site that is not here
 * is unknown. A day that cannot be read, has not come, or was before the site, is answered as at today, with what to do
 * about it.
 */
export async function lookedAt(db: CouncilReader, query: WhichSite): Promise<Looked | null> {
  const today = dayOf(nowOf(db));
  const asked = asAtOf(query.asAt ?? '', today);
  const found = await siteAsAt(db, query.site, asked.asOf);
  if (!found || asked.asOf >= found.site.startedOn) return found && { ...found, today, ...asked };
  const problem = `Choose a day from ${longDate(found.site.startedOn)}, when ${found.site.name} began`;
  const asToday = await siteAsAt(db, query.site, today);
  return asToday && { ...asToday, today, asOf: today, asAt: { ...asked.asAt, problem } };
}

/** The site asked for as it stood on a day, or the latest. */
async function siteAsAt(
  db: CouncilReader,
  id: string | undefined,
  asOf: Day,
): Promise<Pick<Looked, 'site' | 'sites'> | null> {
  const all = await sitesOf(db, asOf);
  const site = id ? all.find((one) => one.id === id) : all[0];
  if (id && !site) throw new Unknown();
  return site ? { site, sites: all.map(({ id, name }) => ({ id, name })) } : null;
}

/** The same where there must be a site: with none, the page is unknown. */
export async function siteLookedAt(db: CouncilReader, query: WhichSite): Promise<Looked> {
  const looked = await lookedAt(db, query);
  if (!looked) throw new Unknown();
  return looked;
}

/** The address of a page of a site, keeping the day it is looked at; a file's address too. @example placeOf('/evidence', looked) */
export function placeOf(
  path: string,
  { site, asOf, today }: Pick<Looked, 'site' | 'asOf' | 'today'>,
): string {
  return `${path}?site=${site.id}${asOf === today ? '' : `&asAt=${asOf}`}`;
}

function asAtOf(typed: string, today: Day): Pick<Looked, 'asOf' | 'asAt'> {
  if (typed.trim() === '') return { asOf: today, asAt: { typed: '', problem: null } };
  const day = readDay(typed);
  if (!day) return { asOf: today, asAt: { typed, problem: 'Write a day such as 21 November 2026' } };
  if (day > today) return { asOf: today, asAt: { typed, problem: 'Choose today or a day before it' } };
  return { asOf: day, asAt: { typed, problem: null } };
}
