import { sql } from 'kysely';
import type { Day } from '../../platform/clock.ts';
import { type CouncilDb, councilOf, nowOf, readRows } from '../../platform/db/council.ts';
import { newId } from '../../platform/ids.ts';
import { agreeRule, registerMeasure, turnTap, writerOf } from './keeping.store.ts';
import type { KeptSite } from './kept-site.ts';
import { standing } from './kept-site.ts';

/** A site that has said nothing yet. Returns its id. */
export async function setUpSite(
  db: CouncilDb,
  { name, teamId, begunFromId = null }: { name: string; teamId: string; begunFromId?: string | null },
): Promise<string> {
  const id = newId();
  await db
    .insertInto('site')
    .values({
      ...{ council_id: councilOf(db), id, name, team_id: teamId, begun_from_id: begunFromId },
      ...{ set_up_at: nowOf(db), set_up_by: writerOf(db) },
    })
    .execute();
  return id;
}

/**
 * Another site from this one: the rules that stand come along as agreed there, to be agreed here; the measures are
 * registered anew, today; whom it is set beside stays open. Returns its id.
 */
export async function beginAnother(
  db: CouncilDb,
  from: KeptSite,
  { name, teamId, today }: { name: string; teamId: string; today: Day },
): Promise<string> {
  const id = await setUpSite(db, { name, teamId, begunFromId: from.id });
  for (const { rule, agreedBy } of standing(from.rules))
    await agreeRule(db, id, {
      ...{ rule, agreedOn: today, agreedBy: `${agreedBy}, at ${from.name}; not yet agreed here` },
      ...{ withPeople: false, replacesId: null, isSetAside: false, why: `Came from ${from.name}` },
    });
  for (const { about, measure, definition } of standing(from.measures))
    await registerMeasure(db, id, { about, measure, definition, replacesId: null, why: null });
  return id;
}

/** E11: says the first day, once, and turns the tap on. The caller holds the site and has asked mayStart. */
export async function startSite(
  db: CouncilDb,
  siteId: string,
  { startedOn, whyLate }: { startedOn: Day; whyLate: string | null },
): Promise<void> {
  const said = { start_said_at: nowOf(db), start_said_by: writerOf(db), why_late: whyLate };
  await db
    .updateTable('site')
    .set({ started_on: startedOn, ...said })
    .where('council_id', '=', councilOf(db))
    .where('id', '=', siteId)
    .where('started_on', 'is', null)
    .execute();
  await turnTap(db, siteId, { onDay: startedOn, isOn: true, why: 'The site began.', whyLate });
}

/** Whether another site of this council has the name, however it is written. */
export async function isNameTaken(db: CouncilDb, name: string): Promise<boolean> {
  const rows = await readRows(
    db,
    sql`select 1 from site where council_id = ${councilOf(db)} and lower(name) = lower(${name})`,
  );
  return rows.length > 0;
}
