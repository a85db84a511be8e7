import { type RawBuilder, sql } from 'kysely';
import { addDays, type Day } from '../../platform/clock.ts';
import { type CouncilReader, councilOf } from '../../platform/db/council.ts';
import { type Group, groups } from '../measured.ts';
import type { ComparisonKind } from '../sites/kept-site.ts';

/** Which site is asked about, and to what day the record is looked at. */
export interface Question {
  site: { id: string; teamId: string; startedOn: Day; compared?: SetBeside };
  asOf: Day;
}

/** Whom a site is set beside (E11): one team's people, nobody, or, where neither was named, everybody else. */
export interface SetBeside {
  kind: ComparisonKind | 'not-named';
  teamId: string | null;
}

/** How long before the site began is looked at for what was usual. */
const DAYS_BEFORE = 730;

/** The first day on which an episode that is looked at may begin. */
export const lookedAtFrom = (site: Question['site']): Day => addDays(site.startedOn, -DAYS_BEFORE);

/** Whether a contact's team is one the site is set beside. */
export function isBeside({ compared }: Question['site'], teamId: RawBuilder<unknown>): RawBuilder<boolean> {
  if (compared?.kind === 'none') return sql`false`;
  return compared?.teamId ? sql`coalesce(${teamId} = ${compared.teamId}::uuid, false)` : sql`true`;
}

/** A group is its place in `groups` while it is counted: comparing numbers is several times quicker than words. */
export const groupNumber = (group: Group): RawBuilder<number> => sql`${groups.indexOf(group) + 1}::smallint`;

/** The group's name again, for whoever reads the counts. */
export const groupName = sql`(array[${sql.join(groups.map((group) => sql`${group}::text`))}])[in_group]`;

/** The days the tap was off, the last change of a day standing for it. */
export function taps(db: CouncilReader, { site, asOf }: Question) {
  return sql`taps as (
    select is_on, on_day, lead(on_day, 1, 'infinity') over (order by on_day, id) as until_day
    from tap_change where council_id = ${councilOf(db)} and site_id = ${site.id}
  ),
  off_days as materialized (
    select distinct d.day::date as day from taps t, generate_series(t.on_day, least(t.until_day - 1, ${asOf}::date), interval '1 day') d(day)
    where not t.is_on
  )`;
}
