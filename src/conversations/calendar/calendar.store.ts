import { type RawBuilder, sql } from 'kysely';
import { addDays, addMonths, type Day, dayOf } from '../../platform/clock.ts';
import { actorOf, type CouncilReader, councilOf, nowOf, readRows } from '../../platform/db/council.ts';
import { defaultRules, ruleSetOf } from '../rule-set.ts';
import { type CalendarItem, type DatedRules, itemsFrom, type NamedStart, shownOn } from './calendar.ts';
import { fewestDays } from './clocks.ts';

/** Whose calendar: one worker's, with what their teams answer for; or everything of some teams. */
export interface Whose {
  accountId: string | null;
  teamIds: readonly string[];
  /** Also what one of the team answers for by name. */
  isTeam: boolean;
}

/** The most facts read at once, longest running first; a team has far fewer. */
const mostRead = 3_000;

/** The acting worker's own calendar, or their teams'. */
export function whoseOf(db: CouncilReader, isTeam: boolean): Whose {
  const { accountId, teamIds } = actorOf(db);
  return { accountId, teamIds, isTeam };
}

/** What is due from `from` to `until`, both included, by the day it stands on; what is past counts as today when `from` is no later. */
export async function dueBetween(
  db: CouncilReader,
  whose: Whose,
  from: Day,
  until: Day,
): Promise<CalendarItem[]> {
  const today = dayOf(nowOf(db));
  const fewest = Object.fromEntries(fewestDays.map(({ kind, days }) => [kind, days]));
  const starts = await startsIn(
    db,
    sql`calendar_of(${whose.accountId}::uuid, ${whose.teamIds}::uuid[], ${whose.isTeam}, ${until}::date, ${JSON.stringify(fewest)}::jsonb)`,
  );
  const items = itemsFrom(starts, await rulesOf(db), defaultRules, nowOf(db));
  return items.filter((item) => {
    const on = shownOn(item, today);
    return on <= until && (on >= from || from <= today);
  });
}

/** What comes next for one person, what is past first. Open their record before (W5). */
export async function comingFor(db: CouncilReader, personId: string, most = 5): Promise<CalendarItem[]> {
  const until = addMonths(dayOf(nowOf(db)), 12);
  const starts = await startsIn(db, sql`calendar_of_person(${personId}::uuid, ${until}::date)`);
  return itemsFrom(starts, await rulesOf(db), defaultRules, nowOf(db)).slice(0, most);
}

async function startsIn(db: CouncilReader, calendar: Sql): Promise<NamedStart[]> {
  return readRows<NamedStart>(
    db,
    sql`select person_id as "personId", name, kind, started_on as "startedOn", source_id as "sourceId",
        rule_set_id as "ruleSetId", words, facts
      from ${calendar} order by started_on, kind, source_id limit ${mostRead}`,
  );
}
type Sql = RawBuilder<unknown>;

async function rulesOf(db: CouncilReader): Promise<DatedRules[]> {
  const rows = await readRows<{ id: string; startsOn: Day; rules: unknown }>(
    db,
    sql`select id, starts_on as "startsOn", rules from rule_set where council_id = ${councilOf(db)} order by starts_on, id limit 500`,
  );
  return rows.map(({ rules, ...row }) => ({ ...row, rules: ruleSetOf({ rules }) }));
}

/** What is due today or was before, that Today does not list under a heading of its own. */
export async function dueToday(db: CouncilReader, isTeam: boolean): Promise<CalendarItem[]> {
  const today = dayOf(nowOf(db));
  const items = await dueBetween(db, whoseOf(db, isTeam), addDays(today, -1), today);
  return items.filter(({ kind, part }) => kind !== 'not-spoken' && part !== 'contact');
}
