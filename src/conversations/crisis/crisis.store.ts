import { sql } from 'kysely';
import { comeAlongside } from '../../people/opening.store.ts';
import { identityOf } from '../../people/people.store.ts';
import { nameFor } from '../../people/person.ts';
import { tellTimeline } from '../../people/timeline/timeline.store.ts';
import { dayOf } from '../../platform/clock.ts';
import {
  actorOf,
  type CouncilDb,
  type CouncilReader,
  councilOf,
  nowOf,
  readRows,
} from '../../platform/db/council.ts';
import { Conflict, Unknown } from '../../platform/http/problems.ts';
import { isRefusal, type Refusal, refuse } from '../../platform/refusal.ts';
import type { Conversation } from '../conversation.ts';
import {
  findConversation,
  holdConversation,
  holdPerson,
  openConversation,
  openConversationOf,
} from '../conversations.store.ts';
import { keepRefused } from '../refused.store.ts';
import { type CrisisState, mayOpenCrisis, type OpeningCrisis, stateInWords } from './crisis.ts';

export interface NewCrisis extends OpeningCrisis {
  steadyLooksLike: string;
  todaysOneThing: string;
  nextContactAt: Date | null;
}

/** Which of these accounts can be named: active, and alongside people. */
export async function accountsHere(db: CouncilReader, accountIds: readonly string[]): Promise<Set<string>> {
  const rows = await readRows<{ id: string }>(
    db,
    sql`select id from account where council_id = ${councilOf(db)} and id = any (${accountIds}::uuid[])
      and role in ('practitioner', 'site-lead') and disabled_at is null`,
  );
  return new Set(rows.map(({ id }) => id));
}

/**
 * C2-1, C2-2: opens conversation 2, or says what it needs. Holds the person's row before looking, so that of two
 * browsers opening at once the second finds the first's. Returns its id.
 */
export async function openCrisis(
  db: CouncilDb,
  personId: string,
  crisis: NewCrisis,
): Promise<string | Refusal> {
  await holdPerson(db, personId);
  const already = await openConversationOf(db, personId, 2);
  const here = await accountsHere(db, [crisis.namedAccountId, crisis.coverAccountId]);
  const refusal = mayOpenCrisis(crisis, already ? (already.namedPerson ?? 'a colleague') : null, here);
  if (refusal) return keepRefused(db, personId, 'open conversation 2', refusal);
  const { namedAccountId, coverAccountId } = crisis;
  const id = await openConversation(db, { personId, kind: 2, namedAccountId, coverAccountId });
  await writePlan(db, id, personId, crisis);
  await comeAlongside(db, personId, { accountId: namedAccountId }, 'cover');
  await comeAlongside(db, personId, { accountId: coverAccountId }, 'cover');
  await tellPlan(db, { id, personId }, 'What must change now', crisis.mustChange);
  return id;
}

async function writePlan(
  db: CouncilDb,
  conversationId: string,
  personId: string,
  crisis: NewCrisis,
): Promise<void> {
  await db
    .insertInto('crisis_plan')
    .values({
      council_id: councilOf(db),
      conversation_id: conversationId,
      person_id: personId,
      must_change: crisis.mustChange,
      safety_note: crisis.safetyNote,
      steady_looks_like: crisis.steadyLooksLike,
      todays_one_thing: crisis.todaysOneThing,
      today_account_id: crisis.todaysOneThing ? crisis.namedAccountId : null,
      today_on: crisis.todaysOneThing ? dayOf(nowOf(db)) : null,
      next_contact_at: crisis.nextContactAt,
      changed_by: actorOf(db).accountId,
    })
    .execute();
}

/** The story has what must change in the person's words; the safety note stays on the crisis page. */
async function tellPlan(
  db: CouncilDb,
  crisis: { id: string; personId: string },
  title: string,
  mustChange: string,
): Promise<void> {
  const who = nameFor(await identityOf(db, crisis.personId));
  await tellTimeline(db, {
    personId: crisis.personId,
    at: nowOf(db),
    kind: 'crisis-plan',
    title,
    byLine: actorOf(db).name,
    voices: [{ voice: 'said', who, words: mustChange }],
    link: `/conversations/${crisis.id}/crisis`,
    sourceId: crisis.id,
  });
}

/** A conversation 2, or `Unknown`. Open the person (W5) before showing any of it. */
export async function findCrisis(db: CouncilReader, id: string): Promise<Conversation> {
  const conversation = await findConversation(db, id);
  if (conversation.kind !== 2) throw new Unknown();
  return conversation;
}

/** The same, held until this transaction ends; a refusal when it already rests (R1). */
export async function holdCrisis(db: CouncilDb, id: string): Promise<Conversation | Refusal> {
  const conversation = await holdConversation(db, id);
  if (conversation.kind !== 2) throw new Unknown();
  if (conversation.restingOn)
    return refuse('R1', 'this conversation is resting', 'open conversation 2 again: nothing in it is lost');
  return conversation;
}

export interface PlanChange {
  mustChange: string;
  safetyNote: string;
  steadyLooksLike: string;
  todaysOneThing: string;
  /** Who has it today: the named person, their cover, or whoever is saying so. */
  todayAccountId: string | null;
  state: CrisisState;
  version: number;
}

interface PlanRow extends PlanChange {
  changedBy: string | null;
}

/** Changes the crisis plan. When somebody else changed it first, both texts are shown and nothing is lost. */
export async function changePlan(
  db: CouncilDb,
  conversationId: string,
  change: PlanChange,
): Promise<Refusal | null> {
  const held = await holdCrisis(db, conversationId);
  if (isRefusal(held)) return held;
  const before = await findPlan(db, conversationId);
  if (before.version !== change.version)
    throw new Conflict(
      'This plan was changed while you were writing.',
      { who: before.changedBy ?? 'A colleague', words: planInWords(before) },
      planInWords(change),
    );
  const holders = [held.namedAccountId, held.coverAccountId, actorOf(db).accountId, null];
  if (!holders.includes(change.todayAccountId))
    return refuse(
      'C2-2',
      'today can be held by the named person, their cover, or you',
      'ask them first, and let them say so here themselves',
    );
  await db
    .updateTable('crisis_plan')
    .set({
      must_change: change.mustChange,
      safety_note: change.safetyNote,
      steady_looks_like: change.steadyLooksLike,
      todays_one_thing: change.todaysOneThing,
      today_account_id: change.todayAccountId,
      today_on: change.todaysOneThing || change.todayAccountId ? dayOf(nowOf(db)) : null,
      state: change.state,
      changed_by: actorOf(db).accountId,
      version: before.version + 1,
    })
    .where('council_id', '=', councilOf(db))
    .where('conversation_id', '=', conversationId)
    .execute();
  if (before.mustChange !== change.mustChange)
    await tellPlan(db, held, 'What must change now, in new words', change.mustChange);
  return null;
}

async function findPlan(db: CouncilReader, conversationId: string): Promise<PlanRow> {
  const [plan] = await readRows<PlanRow>(
    db,
    sql`select k.must_change as "mustChange", k.safety_note as "safetyNote", k.steady_looks_like as "steadyLooksLike",
      k.todays_one_thing as "todaysOneThing", k.today_account_id as "todayAccountId", k.state, k.version, a.name as "changedBy"
    from crisis_plan k left join account a on a.council_id = k.council_id and a.id = k.changed_by
    where k.council_id = ${councilOf(db)} and k.conversation_id = ${conversationId}`,
  );
  if (!plan) throw new Unknown();
  return plan;
}

const planInWords = (plan: PlanChange): string =>
  [
    `What must change now: ${plan.mustChange}`,
    `To keep safe: ${plan.safetyNote}`,
    `Steady looks like: ${plan.steadyLooksLike}`,
    `Today’s one thing: ${plan.todaysOneThing}`,
    `How it is going: ${stateInWords[plan.state]}`,
  ].join('\n');
