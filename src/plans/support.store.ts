import { sql } from 'kysely';
import type { Day } from '../platform/clock.ts';
import { type CouncilDb, type CouncilReader, councilOf, readRows } from '../platform/db/council.ts';
import { newId } from '../platform/ids.ts';
import type { Plan } from './plan.ts';

/**
 * Begins the support a plan's budget pays for: a weekly part is ongoing, a part paid once is one-off, and only
 * ongoing support counts as conversion (E3). What the earlier plan paid for ends the day before; the same
 * support going on keeps its own first day, so a new plan does not look like a new beginning.
 */
export async function startSupport(
  db: CouncilDb,
  plan: Plan,
  earlier: Plan | null,
  startsOn: Day,
): Promise<void> {
  const council_id = councilOf(db);
  const goingOn = earlier ? await carryOn(db, plan, earlier, startsOn) : new Set<string>();
  const rows = plan.parts
    .filter((part) => part.howOften === 'once' || !goingOn.has(alike(part.what)))
    .map((part) => ({
      council_id,
      id: newId(),
      person_id: plan.personId,
      plan_id: plan.id,
      kind: part.howOften === 'weekly' ? 'ongoing' : 'one-off',
      what: part.what,
      started_on: startsOn,
      ended_on: part.howOften === 'weekly' ? null : startsOn,
      weekly_pence: part.howOften === 'weekly' ? part.councilPence : 0,
    }));
  if (rows.length) await db.insertInto('support').values(rows).execute();
}

/** Moves support that goes on to the later plan and ends the rest; returns what goes on. */
async function carryOn(db: CouncilDb, plan: Plan, earlier: Plan, startsOn: Day): Promise<Set<string>> {
  const running = await readRows<{ id: string; what: string }>(
    db,
    sql`select id, what from support where council_id = ${councilOf(db)} and plan_id = ${earlier.id}
      and kind = 'ongoing' and ended_on is null order by id for update`,
  );
  const weekly = new Map(
    plan.parts.filter(({ howOften }) => howOften === 'weekly').map((part) => [alike(part.what), part]),
  );
  const goingOn = new Set<string>();
  for (const { id, what } of running) {
    const part = weekly.get(alike(what));
    if (part && !goingOn.has(alike(what))) {
      goingOn.add(alike(what));
      await sql`update support set plan_id = ${plan.id}, weekly_pence = ${part.councilPence}
        where council_id = ${councilOf(db)} and id = ${id}`.execute(db);
    } else
      await sql`update support set ended_on = greatest(started_on, ${startsOn}::date - 1)
        where council_id = ${councilOf(db)} and id = ${id}`.execute(db);
  }
  return goingOn;
}

const alike = (what: string): string => what.trim().toLowerCase();

export interface Support {
  kind: 'ongoing' | 'one-off' | 'short-term';
  what: string;
  startedOn: Day;
  endedOn: Day | null;
  weeklyPence: number;
}

/** The support somebody draws on or drew on, what runs now first. */
export async function supportOf(db: CouncilReader, personId: string, most = 50): Promise<Support[]> {
  return readRows<Support>(
    db,
    sql`select kind, what, started_on as "startedOn", ended_on as "endedOn", weekly_pence as "weeklyPence"
      from support where council_id = ${councilOf(db)} and person_id = ${personId}
      order by ended_on is not null, started_on desc, id limit ${most}`,
  );
}
