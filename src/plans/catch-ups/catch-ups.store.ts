import { sql } from 'kysely';
import type { Conversation, ConversationKind } from '../../conversations/conversation.ts';
import {
  findConversation,
  holdPerson,
  openConversation,
  openConversationOf,
} from '../../conversations/conversations.store.ts';
import { saveEntry } from '../../conversations/entries.store.ts';
import { momentIn } from '../../conversations/gate/moment.ts';
import { identityOf } from '../../people/people.store.ts';
import { nameFor } from '../../people/person.ts';
import { type Day, dayOf } from '../../platform/clock.ts';
import {
  actorOf,
  type CouncilDb,
  type CouncilReader,
  councilOf,
  nowOf,
  readRows,
} from '../../platform/db/council.ts';
import { newId } from '../../platform/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../platform/refusal.ts';
import { plansOf } from '../plans.store.ts';
import {
  type AskedToHold,
  type CatchUp,
  comesOfItInWords,
  mayHoldCatchUp,
  type WhyHeld,
  whyInWords,
} from './catch-up.ts';

/** A person's catch-ups, the latest first. */
export async function catchUpsOf(db: CouncilReader, personId: string, most = 100): Promise<CatchUp[]> {
  return readRows<CatchUp>(
    db,
    sql`select u.id, u.person_id as "personId", u.plan_id as "planId", u.direct_payment_id as "directPaymentId",
        u.request_id as "requestId", u.why, u.held_on as "heldOn", u.is_light as "isLight", u.persons_view as "personsView",
        u.going_well as "goingWell", u.not_going_well as "notGoingWell", u.comes_of_it as "comesOfIt",
        u.comes_of_it_words as "comesOfItWords", u.entry_id as "entryId", a.name as "heldBy"
      from catch_up u join account a on a.council_id = u.council_id and a.id = u.held_by
      where u.council_id = ${councilOf(db)} and u.person_id = ${personId}
      order by u.held_on desc, u.id desc limit ${most}`,
  );
}

export interface NewCatchUp extends AskedToHold {
  isLight: boolean;
  personsView: string;
  goingWell: string;
  notGoingWell: string;
  directPaymentId: string | null;
  requestId: string | null;
}

/**
 * P2: writes a catch-up as a conversation with the person, in the one that is open or in a new conversation 1. It
 * never changes a plan, what it pays for or the support that runs (P1, P3). Holds the person. Returns its id.
 */
export async function holdCatchUp(
  db: CouncilDb,
  personId: string,
  asked: NewCatchUp,
): Promise<string | Refusal> {
  await holdPerson(db, personId);
  const allowed = mayHoldCatchUp(asked, await plansOf(db, personId, 200), dayOf(nowOf(db)));
  if (isRefusal(allowed)) return allowed;
  const lost = await whatIsNotTheirs(db, personId, asked);
  if (lost) return lost;
  const entryId = await writeEntry(db, personId, asked);
  const id = newId();
  await db
    .insertInto('catch_up')
    .values({
      council_id: councilOf(db),
      id,
      person_id: personId,
      plan_id: allowed.plan.id,
      direct_payment_id: asked.directPaymentId,
      request_id: asked.requestId,
      why: asked.why,
      held_on: asked.heldOn,
      is_light: asked.isLight,
      persons_view: asked.personsView,
      going_well: asked.goingWell,
      not_going_well: asked.notGoingWell,
      comes_of_it: asked.comesOfIt,
      comes_of_it_words: asked.comesOfItWords,
      entry_id: entryId,
      held_by: actorOf(db).accountId,
    })
    .execute();
  if (asked.requestId) await answerByHolding(db, asked.requestId, asked.heldOn);
  return id;
}

/** A request or payment named in a catch-up must be this person's own. */
async function whatIsNotTheirs(
  db: CouncilReader,
  personId: string,
  { directPaymentId, requestId }: NewCatchUp,
): Promise<Refusal | null> {
  const [row] = await readRows<{ payments: number; requests: number }>(
    db,
    sql`select (select count(*)::integer from direct_payment where council_id = ${councilOf(db)} and person_id = ${personId}
          and id = ${directPaymentId}::uuid) as payments,
        (select count(*)::integer from catch_up_request where council_id = ${councilOf(db)} and person_id = ${personId}
          and id = ${requestId}::uuid) as requests`,
  );
  if (directPaymentId && !row?.payments)
    return refuse('P2', 'that direct payment is not theirs', 'choose one of theirs');
  if (requestId && !row?.requests)
    return refuse('P2', 'that was asked by somebody else', 'choose what they asked');
  return null;
}

/** An answer that was still owed is given by holding it. */
async function answerByHolding(db: CouncilDb, requestId: string, heldOn: Day): Promise<void> {
  await sql`update catch_up_request set answer = 'yes', answered_on = ${dayOf(nowOf(db))}, day_set = ${heldOn},
      answered_by = ${actorOf(db).accountId}
    where council_id = ${councilOf(db)} and id = ${requestId} and answer is null`.execute(db);
}

const title = 'Catch-up on how the plan is going';

async function writeEntry(db: CouncilDb, personId: string, asked: NewCatchUp): Promise<string> {
  const happenedAt = momentOf(asked.heldOn, nowOf(db));
  const { id, kind } = await conversationFor(db, personId, happenedAt);
  const noticed = [
    asked.goingWell && `What goes well: ${asked.goingWell}`,
    asked.notGoingWell && `What does not: ${asked.notGoingWell}`,
  ];
  return saveEntry(db, {
    personId,
    conversationId: id,
    kind,
    happenedAt,
    withWhom: nameFor(await identityOf(db, personId)),
    isWithPerson: true,
    said: asked.personsView,
    noticed: noticed.filter(Boolean).join('\n\n'),
    agreed: [`${comesOfItInWords[asked.comesOfIt]}.`, asked.comesOfItWords].filter(Boolean).join(' '),
    title: `${title}: ${whyInWords[asked.why as WhyHeld].toLowerCase()}`,
  });
}

/** Midday of the day, or now while midday of today is still to come. */
function momentOf(heldOn: Day, now: Date): Date {
  const midday = momentIn(heldOn, '12:00');
  return midday > now ? now : midday;
}

/** The conversation that is open, or a new conversation 1 on the same story (R1, R2). */
async function conversationFor(
  db: CouncilDb,
  personId: string,
  openedAt: Date,
): Promise<{ id: string; kind: ConversationKind }> {
  const open: Conversation | null = await openConversationOf(db, personId);
  return open ?? findConversation(db, await openConversation(db, { personId, kind: 1, openedAt, title }));
}
