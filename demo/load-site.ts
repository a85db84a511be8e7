import { makeSite } from '../src/evidence/site/site.store.ts';
import { addDays, type Day } from '../src/platform/clock.ts';
import type { CouncilDb } from '../src/platform/db/council.ts';
import { site, staff } from './saltbeck/council.ts';
import { registered } from './saltbeck/measures.ts';

/** The demonstration council's two teams that answer. */
export interface Teams {
  harbour: string;
  marsh: string;
}

/** Sets up the demonstration council's site as its script says it was agreed. */
export async function setUpSite(db: CouncilDb, teams: Teams, today: Day): Promise<void> {
  const ago = (days: number): Day => addDays(today, -days);
  await makeSite(db, {
    name: site.name,
    teamId: teams[site.team === 'marsh' ? 'marsh' : 'harbour'],
    startedOn: ago(site.startedDaysAgo),
    scope: `${site.scope} ${site.postcodes.join(', ')}.`,
    agreedRules: site.rules.map(({ text, agreedDaysAgo, agreedBy }) => ({
      rule: text,
      agreedOn: ago(agreedDaysAgo),
      agreedBy: agreedBy.map(nameOf).join(', '),
    })),
    owner: nameOf(site.owner),
    ifItWorks: site.ifItWorks,
    comparison:
      'People who got in touch on the same days and were answered by the Marsh team, as everybody was before. They live in villages, the site’s people in a town; nobody was chosen by chance.',
    tap: site.tap.map(({ daysAgo, turned, why }) => ({ onDay: ago(daysAgo), isOn: turned === 'on', why })),
    measures: registered.map(({ daysAfterStart, ...one }) => ({
      ...one,
      registeredOn: ago(site.startedDaysAgo - daysAfterStart),
    })),
  });
}

const nameOf = (key: string): string => staff.find((one) => one.key === key)?.name ?? key;
