import { z } from 'zod';
import { type Day, dayOf } from '../../platform/clock.ts';
import { type CouncilReader, nowOf } from '../../platform/db/council.ts';
import { Unknown } from '../../platform/http/problems.ts';
import { readDay } from '../../platform/http/reading.ts';
import { type Site, sitesOf } from '../site/site.store.ts';

/** Which site, the latest unless one is named; and as at which day, today unless another is. */
export const WhichSite = z.object({ site: z.uuid().optional(), asAt: z.string().max(40).optional() });
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
 * is unknown. A day that cannot be read, or has not come, is answered as at today, with what to do about it.
 */
export async function lookedAt(db: CouncilReader, query: WhichSite): Promise<Looked | null> {
  const all = await sitesOf(db);
  const site = query.site ? all.find(({ id }) => id === query.site) : all[0];
  if (query.site && !site) throw new Unknown();
  if (!site) return null;
  const today = dayOf(nowOf(db));
  const sites = all.map(({ id, name }) => ({ id, name }));
  return { site, sites, today, ...asAtOf(query.asAt ?? '', today) };
}

/** The same where there must be a site: with none, the page is unknown. */
export async function siteLookedAt(db: CouncilReader, query: WhichSite): Promise<Looked> {
  const looked = await lookedAt(db, query);
  if (!looked) throw new Unknown();
  return looked;
}

/** The address of a page of a site, keeping the day it is looked at. @example placeOf('/evidence', looked) */
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
