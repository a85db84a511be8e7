import { sql } from 'kysely';
import { tellTimeline } from '../../people/timeline/timeline.store.ts';
import { addDays, type Day, dayOf } from '../../platform/clock.ts';
import { actorOf, type CouncilDb, councilOf, nowOf, readRows } from '../../platform/db/council.ts';
import type { Refusal } from '../../platform/refusal.ts';
import { longDate } from '../../platform/ui/dates.ts';
import { mayEndSupport } from '../ending/ending.ts';
import { endSupport, holdSupport, type Support } from '../support.store.ts';
import { findUrgentHelp, keepHelp } from './urgent-help.store.ts';
import { mayLookAgain, type ThenWhat, type UrgentHelp } from './urgent-help.ts';

export interface LookedAgain {
  thenWhat: ThenWhat;
  untilOn: Day | null;
  words: string;
}

/**
 * F6: looks at urgent help again, with them: it goes on until a later day, has ended, or is in the plan that began
 * since. The support is held, so two people looking at once come one after the other.
 */
export async function lookAgain(db: CouncilDb, id: string, looked: LookedAgain): Promise<Refusal | null> {
  const support = await holdSupport(db, (await findUrgentHelp(db, id)).supportId);
  const help = await findUrgentHelp(db, id);
  const planStartsOn = await standingPlanStartsOn(db, help.personId);
  const today = dayOf(nowOf(db));
  const refusal =
    mayLookAgain({ help, ...looked, today, planStartsOn }) ?? mayEndNow(support, help, looked, today);
  if (refusal) return refusal;
  await keepLook(db, help, looked, today);
  if (looked.thenWhat === 'goes-on') await goOn(db, help, looked, today);
  if (looked.thenWhat === 'ended')
    await endSupport(db, support.id, { endsOn: today, because: 'time-was-up', words: looked.words });
  if (looked.thenWhat === 'in-the-plan' && planStartsOn)
    await endSupport(db, support.id, {
      endsOn: lastDayBefore(planStartsOn, support.startedOn),
      because: 'a-later-plan',
      words: looked.words,
    });
  await tellLook(db, help, looked);
  return null;
}

function mayEndNow(support: Support, help: UrgentHelp, looked: LookedAgain, today: Day): Refusal | null {
  if (looked.thenWhat !== 'ended' || support.endedOn !== null) return null;
  return mayEndSupport({
    support,
    because: 'time-was-up',
    words: looked.words,
    endsOn: today,
    today,
    move: null,
    diedOn: null,
    urgent: { untilOn: help.untilOn, lookedAgainOn: today },
  });
}

/** The last day before the plan takes over; never before it began. */
function lastDayBefore(planStartsOn: Day, startedOn: Day): Day {
  const last = addDays(planStartsOn, -1);
  return last < startedOn ? startedOn : last;
}

async function standingPlanStartsOn(db: CouncilDb, personId: string): Promise<Day | null> {
  const [row] = await readRows<{ startsOn: Day | null }>(
    db,
    sql`select starts_on as "startsOn" from plan
      where council_id = ${councilOf(db)} and person_id = ${personId} and state = 'standing'`,
  );
  return row?.startsOn ?? null;
}

async function keepLook(db: CouncilDb, help: UrgentHelp, looked: LookedAgain, today: Day): Promise<void> {
  await db
    .updateTable('urgent_help')
    .set({ looked_again_on: today, looked_again_words: looked.words, then_what: looked.thenWhat })
    .where('council_id', '=', councilOf(db))
    .where('id', '=', help.id)
    .execute();
}

/** A further stretch on the same support, so that it too is looked at again. */
async function goOn(db: CouncilDb, help: UrgentHelp, looked: LookedAgain, today: Day): Promise<void> {
  const untilOn = looked.untilOn ?? help.untilOn;
  const [row] = await readRows<{ entryId: string }>(
    db,
    sql`select entry_id as "entryId" from urgent_help where council_id = ${councilOf(db)} and id = ${help.id}`,
  );
  if (row) await keepHelp(db, { ...help, metOn: today, untilOn, why: looked.words, entryId: row.entryId });
  await db
    .updateTable('support')
    .set({ until_on: untilOn })
    .where('council_id', '=', councilOf(db))
    .where('id', '=', help.supportId)
    .execute();
}

async function tellLook(db: CouncilDb, help: UrgentHelp, looked: LookedAgain): Promise<void> {
  const until = looked.untilOn ? `it goes on until ${longDate(looked.untilOn)}` : 'it goes on';
  const clause = { 'goes-on': until, ended: 'it has ended', 'in-the-plan': 'it is in the plan now' };
  await tellTimeline(db, {
    personId: help.personId,
    at: nowOf(db),
    kind: 'urgent-help-looked-at-again',
    title: `What was met at once was looked at again: ${clause[looked.thenWhat]}`,
    byLine: actorOf(db).name,
    voices: [
      { voice: 'note', who: 'What was met', words: help.what },
      { voice: 'note', who: 'What we found', words: looked.words },
    ],
    link: `/people/${help.personId}/urgent-help`,
    sourceId: help.id,
  });
}
