import { sql } from 'kysely';
import { type Day, dayOf } from '../platform/clock.ts';
import { type CouncilDb, type CouncilReader, councilOf, nowOf, readRows } from '../platform/db/council.ts';
import { Unknown } from '../platform/http/problems.ts';
import { newId } from '../platform/ids.ts';
import type { EndedBecause } from './ending/ending.ts';
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
      await sql`update support set ended_on = greatest(started_on, ${startsOn}::date - 1), ended_because = 'a-later-plan'
        where council_id = ${councilOf(db)} and id = ${id}`.execute(db);
  }
  return goingOn;
}

const alike = (what: string): string => what.trim().toLowerCase();

export interface Support {
  id: string;
  personId: string;
  kind: 'ongoing' | 'low-level' | 'one-off' | 'short-term';
  what: string;
  startedOn: Day;
  endedOn: Day | null;
  endedBecause: EndedBecause | null;
  endedWords: string | null;
  /** F6: for urgent help, the day it is looked at again. */
  untilOn: Day | null;
  weeklyPence: number;
}

/** P1: until the day a later plan begins, what the plan before pays is what is paid. */
const supportRows = (db: CouncilReader) => sql`select s.id, s.person_id as "personId", s.kind, s.what,
    s.started_on as "startedOn", s.ended_on as "endedOn", s.ended_because as "endedBecause", s.ended_words as "endedWords",
    s.until_on as "untilOn", coalesce((select b.council_pence
      from plan p join budget_part b on b.council_id = p.council_id and b.plan_id = p.follows and b.how_often = 'weekly'
      where p.council_id = s.council_id and p.id = s.plan_id and p.starts_on > ${dayOf(nowOf(db))}::date
        and s.started_on < p.starts_on and lower(btrim(b.what)) = lower(btrim(s.what))
      order by b.position limit 1), s.weekly_pence) as "weeklyPence"
  from support s`;

/** The support somebody draws on or drew on, what runs now first. */
export async function supportOf(db: CouncilReader, personId: string, most = 50): Promise<Support[]> {
  return readRows<Support>(
    db,
    sql`${supportRows(db)} where s.council_id = ${councilOf(db)} and s.person_id = ${personId}
      order by s.ended_on is not null, s.started_on desc, s.id limit ${most}`,
  );
}

/** One support, or `Unknown`. Open the person (W5) before showing any of it. */
export async function findSupport(db: CouncilReader, id: string): Promise<Support> {
  const [row] = await readRows<Support>(
    db,
    sql`${supportRows(db)} where s.council_id = ${councilOf(db)} and s.id = ${id}`,
  );
  if (!row) throw new Unknown();
  return row;
}

/** The same, held until this transaction ends, so that it ends once. */
export async function holdSupport(db: CouncilDb, id: string): Promise<Support> {
  const [row] = await readRows<Support>(
    db,
    sql`${supportRows(db)} where s.council_id = ${councilOf(db)} and s.id = ${id} for update of s`,
  );
  if (!row) throw new Unknown();
  return row;
}

export interface Ended {
  endsOn: Day;
  because: EndedBecause;
  words: string | null;
}

/** Ends support from a day. Asks no rule: the caller has (`mayEndSupport`). */
export async function endSupport(
  db: CouncilDb,
  supportId: string,
  { endsOn, because, words }: Ended,
): Promise<void> {
  await db
    .updateTable('support')
    .set({ ended_on: endsOn, ended_because: because, ended_words: words })
    .where('council_id', '=', councilOf(db))
    .where('id', '=', supportId)
    .execute();
}
