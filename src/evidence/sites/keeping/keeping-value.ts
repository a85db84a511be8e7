import type { Day } from '../../../platform/clock.ts';
import type { KeptSite } from '../kept-site.ts';
import type { Choices, WeekSeen } from '../sites.store.ts';

/** What every form of a site is made of. */
export interface KeepingValue {
  site: KeptSite;
  today: Day;
  /** Whoever is signed in. */
  writer: string;
  choices: Choices;
  /** The entry of the log that something is to be added to, when the form was opened from it. */
  adds: string | null;
  /** What the record holds of the team by week before the site; only where a baseline is looked at. */
  weeks: WeekSeen[];
}
