import { type Day, dayOf } from '../../platform/clock.ts';
import { type CouncilReader, nowOf } from '../../platform/db/council.ts';
import { Unknown } from '../../platform/http/problems.ts';
import { readDay } from '../../platform/http/reading.ts';
import { longDate } from '../../platform/ui/dates.ts';
import { sitesOf } from '../site/site.store.ts';
import type { Looked, WhichSite } from './looked.ts';

export { type Looked, placeOf, WhichSite } from './looked.ts';

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

function asAtOf(typed: string, today: Day): Pick<Looked, 'asOf' | 'asAt'> {
  if (typed.trim() === '') return { asOf: today, asAt: { typed: '', problem: null } };
  const day = readDay(typed);
  if (!day) return { asOf: today, asAt: { typed, problem: 'Write a day such as 21 November 2026' } };
  if (day > today) return { asOf: today, asAt: { typed, problem: 'Choose today or a day before it' } };
  return { asOf: day, asAt: { typed, problem: null } };
}
