import { sql } from 'kysely';
import type { Day } from '../platform/clock.ts';
import { type CouncilDb, councilOf } from '../platform/db/council.ts';
import { Conflict, Unknown } from '../platform/http/problems.ts';
import { newId } from '../platform/ids.ts';
import type { MetBy, Plan } from './plan.ts';
import { touchPlan } from './plans.store.ts';

export interface NewNeed {
  need: string;
  isEligible: boolean;
  metBy: MetBy;
  who: string;
  how: string;
  ownerSaidYesOn: Day | null;
  /** N5: the carer this leans on, and for which thing; both or neither. */
  carerId?: string | null;
  carerThing?: string | null;
}

// Every function here takes a plan that the caller holds (`holdPlan`), so lines change one at a time.

/** Adds a need at the end. Returns its id. */
export async function addNeed(db: CouncilDb, plan: Plan, need: NewNeed): Promise<string> {
  const id = newId();
  await sql`insert into plan_need (council_id, id, plan_id, position, need, is_eligible, met_by, who, how, owner_said_yes_on, carer_id, carer_thing)
    select ${councilOf(db)}, ${id}, ${plan.id}, coalesce(max(position), 0) + 1, ${need.need}, ${need.isEligible}, ${need.metBy},
      ${need.who}, ${need.how}, ${need.ownerSaidYesOn}::date, ${need.carerId ?? null}::uuid, ${need.carerThing ?? null}
    from plan_need where council_id = ${councilOf(db)} and plan_id = ${plan.id}`.execute(db);
  await touchPlan(db, plan.id);
  return id;
}

/** Changes a need. When somebody else changed it first, both texts come back and neither is lost. */
export async function changeNeed(
  db: CouncilDb,
  plan: Plan,
  needId: string,
  need: NewNeed & { version: number },
): Promise<void> {
  const before = needIn(plan, needId);
  if (before.version !== need.version)
    throw new Conflict(
      'Somebody else changed this need while you were writing.',
      { who: 'a colleague', words: inOneText(before) },
      inOneText(need),
    );
  await db
    .updateTable('plan_need')
    .set({
      need: need.need,
      is_eligible: need.isEligible,
      met_by: need.metBy,
      who: need.who,
      how: need.how,
      owner_said_yes_on: need.ownerSaidYesOn,
      carer_id: need.carerId ?? null,
      carer_thing: need.carerThing ?? null,
      version: before.version + 1,
    })
    .where('council_id', '=', councilOf(db))
    .where('id', '=', needId)
    .execute();
  await touchPlan(db, plan.id);
}

/** Moves a need up or down by one; at the end it stays. All positions are written anew, so gaps never matter. */
export async function moveNeed(db: CouncilDb, plan: Plan, needId: string, to: 'up' | 'down'): Promise<void> {
  needIn(plan, needId);
  const order = plan.needs.map(({ id }) => id);
  const from = order.indexOf(needId);
  const next = Math.min(Math.max(from + (to === 'up' ? -1 : 1), 0), order.length - 1);
  order.splice(next, 0, ...order.splice(from, 1));
  await sql`update plan_need n set position = o.place::integer
    from unnest(${order}::uuid[]) with ordinality as o(id, place)
    where n.council_id = ${councilOf(db)} and n.plan_id = ${plan.id} and n.id = o.id`.execute(db);
  await touchPlan(db, plan.id);
}

/** Removes a need from a plan being written. Its parts stay in the budget, for no need, until somebody says. */
export async function removeNeed(db: CouncilDb, plan: Plan, needId: string): Promise<void> {
  needIn(plan, needId);
  const council = councilOf(db);
  await sql`update budget_part set need_id = null where council_id = ${council} and plan_id = ${plan.id} and need_id = ${needId}`.execute(
    db,
  );
  await sql`delete from plan_need where council_id = ${council} and plan_id = ${plan.id} and id = ${needId}`.execute(
    db,
  );
  await touchPlan(db, plan.id);
}

export interface NewPart {
  needId: string;
  what: string;
  howOften: 'weekly' | 'once';
  councilPence: number;
  personPence: number;
}

/** Adds a part to the budget, for a need of this plan. */
export async function addPart(db: CouncilDb, plan: Plan, part: NewPart): Promise<string> {
  needIn(plan, part.needId);
  const id = newId();
  await sql`insert into budget_part (council_id, id, plan_id, need_id, position, what, how_often, council_pence, person_pence)
    select ${councilOf(db)}, ${id}, ${plan.id}, ${part.needId}, coalesce(max(position), 0) + 1, ${part.what}, ${part.howOften},
      ${part.councilPence}, ${part.personPence}
    from budget_part where council_id = ${councilOf(db)} and plan_id = ${plan.id}`.execute(db);
  await touchPlan(db, plan.id);
  return id;
}

/** Takes a part out of the budget of a plan being written. */
export async function removePart(db: CouncilDb, plan: Plan, partId: string): Promise<void> {
  if (!plan.parts.some(({ id }) => id === partId)) throw new Unknown();
  await sql`delete from budget_part where council_id = ${councilOf(db)} and plan_id = ${plan.id} and id = ${partId}`.execute(
    db,
  );
  await touchPlan(db, plan.id);
}

function needIn(plan: Plan, needId: string) {
  const need = plan.needs.find(({ id }) => id === needId);
  if (!need) throw new Unknown();
  return need;
}

const inOneText = ({ need, who, how }: Pick<NewNeed, 'need' | 'who' | 'how'>): string =>
  [need, who, how].filter(Boolean).join('\n');
