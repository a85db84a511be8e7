import { sql } from 'kysely';
import { comeAlongside } from '../../../people/opening.store.ts';
import { tellTimeline } from '../../../people/timeline/timeline.store.ts';
import {
  actorOf,
  type CouncilDb,
  type CouncilReader,
  councilOf,
  nowOf,
  readRows,
} from '../../../platform/db/council.ts';
import { Unknown } from '../../../platform/http/problems.ts';
import { newId } from '../../../platform/ids.ts';
import { isRefusal, type Refusal } from '../../../platform/refusal.ts';
import type { Conversation } from '../../conversation.ts';
import { accountsHere, holdCrisis } from '../crisis.store.ts';
import {
  afterBothYes,
  mayAnswer,
  mayAskToChange,
  mayCover,
  type NamedPersonChange,
  sideOf,
  type WhoIsNamed,
} from './named-person.ts';

/** A change as it is shown: who asked whom, why, and who has said yes. */
export interface NamedPersonAsk extends NamedPersonChange {
  id: string;
  conversationId: string;
  personId: string;
  personName: string;
  from: string;
  to: string;
  sentence: string;
}

const asks = sql`select n.id, n.conversation_id as "conversationId", p.id as "personId", p.full_name as "personName",
    n.from_account_id as "fromAccountId", n.to_account_id as "toAccountId", f.name as "from", t.name as "to", n.sentence,
    n.from_yes_at as "fromYesAt", n.to_yes_at as "toYesAt",
    (n.from_said_not_now_at is not null or n.to_said_not_now_at is not null) as "hasNotNow"
  from named_person_change n
  join conversation c on c.council_id = n.council_id and c.id = n.conversation_id
  join person p on p.council_id = c.council_id and p.id = c.person_id
  join account f on f.council_id = n.council_id and f.id = n.from_account_id
  join account t on t.council_id = n.council_id and t.id = n.to_account_id`;
const isOpen = sql`(n.from_yes_at is null or n.to_yes_at is null) and n.from_said_not_now_at is null
    and n.to_said_not_now_at is null and c.resting_on is null`;

/** The change that is waiting in a conversation, when there is one. */
export async function openAskIn(db: CouncilReader, conversationId: string): Promise<NamedPersonAsk | null> {
  const [ask] = await readRows<NamedPersonAsk>(
    db,
    sql`${asks} where n.council_id = ${councilOf(db)} and n.conversation_id = ${conversationId} and ${isOpen} limit 1`,
  );
  return ask ?? null;
}

/** What waits for my own yes: asked of me, or about somebody I am the named person for. */
export async function namedPersonAsksOfMe(db: CouncilReader, most = 20): Promise<NamedPersonAsk[]> {
  const me = actorOf(db).accountId;
  return readRows<NamedPersonAsk>(
    db,
    sql`${asks} where n.council_id = ${councilOf(db)} and ${isOpen}
      and ((n.to_account_id = ${me} and n.to_yes_at is null) or (n.from_account_id = ${me} and n.from_yes_at is null))
      order by n.asked_at, n.id limit ${most}`,
  );
}

export async function findAsk(db: CouncilReader, id: string): Promise<NamedPersonAsk> {
  const [ask] = await readRows<NamedPersonAsk>(
    db,
    sql`${asks} where n.council_id = ${councilOf(db)} and n.id = ${id}`,
  );
  if (!ask) throw new Unknown();
  return ask;
}

/** C2-2: asks a colleague to be the named person. Whoever asks has said their own yes by asking. */
export async function askNamedPerson(
  db: CouncilDb,
  conversationId: string,
  ask: { toAccountId: string; sentence: string },
): Promise<Refusal | null> {
  const held = await holdCrisis(db, conversationId);
  if (isRefusal(held)) return held;
  const now = await whoIsNamed(db, held);
  const here = await accountsHere(db, [ask.toAccountId]);
  const waiting = await openAskIn(db, conversationId);
  const refusal = mayAskToChange(now, ask.toAccountId, waiting !== null, here);
  if (refusal) return refusal;
  const me = actorOf(db).accountId;
  const at = nowOf(db);
  await db
    .insertInto('named_person_change')
    .values({
      ...{ council_id: councilOf(db), id: newId(), conversation_id: conversationId },
      ...{
        from_account_id: now.namedAccountId,
        to_account_id: ask.toAccountId,
        asked_at: at,
        sentence: ask.sentence,
      },
      from_yes_at: me === now.namedAccountId ? at : null,
      to_yes_at: me === ask.toAccountId ? at : null,
    })
    .execute();
  return null;
}

/**
 * C2-2: answers for oneself. The second yes makes the change, in the transaction that records it: the
 * conversation's row is held first, so two yeses at once come one after the other.
 */
export async function answerNamedPerson(
  db: CouncilDb,
  askId: string,
  answer: 'yes' | 'not-now',
): Promise<{ isChanged: boolean } | Refusal> {
  const { conversationId } = await findAsk(db, askId);
  const held = await holdCrisis(db, conversationId);
  if (isRefusal(held)) return held;
  const ask = await findAsk(db, askId);
  const now = await whoIsNamed(db, held);
  const side = sideOf(ask, actorOf(db).accountId, now);
  if (!side) throw new Unknown();
  const refusal = mayAnswer(ask, answer, now);
  if (refusal) return refusal;
  const column = answer === 'yes' ? (`${side}_yes_at` as const) : (`${side}_said_not_now_at` as const);
  await db
    .updateTable('named_person_change')
    .set({ [column]: nowOf(db) })
    .where('council_id', '=', councilOf(db))
    .where('id', '=', askId)
    .execute();
  const isChanged = answer === 'yes' && (side === 'to' ? ask.fromYesAt : ask.toYesAt) !== null;
  if (isChanged) await makeChange(db, held, ask, afterBothYes(ask, now));
  return { isChanged };
}

async function makeChange(
  db: CouncilDb,
  held: Conversation,
  ask: NamedPersonAsk,
  named: { namedAccountId: string; coverAccountId: string },
): Promise<void> {
  await nameThem(db, held, named);
  await tellTimeline(db, {
    personId: held.personId,
    at: nowOf(db),
    kind: 'named-person',
    title: `${ask.to} is now the person to ring`,
    byLine: `${ask.from} and ${ask.to} both said yes`,
    sourceId: held.id,
  });
}

/** C2-1: names another cover. */
export async function changeCover(
  db: CouncilDb,
  conversationId: string,
  coverAccountId: string,
): Promise<Refusal | null> {
  const held = await holdCrisis(db, conversationId);
  if (isRefusal(held)) return held;
  const now = await whoIsNamed(db, held);
  const refusal = mayCover(now, coverAccountId, await accountsHere(db, [coverAccountId]));
  if (refusal) return refusal;
  await nameThem(db, held, { namedAccountId: now.namedAccountId, coverAccountId });
  return null;
}

async function nameThem(
  db: CouncilDb,
  held: Conversation,
  named: { namedAccountId: string; coverAccountId: string },
): Promise<void> {
  await db
    .updateTable('conversation')
    .set({
      named_account_id: named.namedAccountId,
      cover_account_id: named.coverAccountId,
      version: held.version + 1,
    })
    .where('council_id', '=', councilOf(db))
    .where('id', '=', held.id)
    .execute();
  for (const accountId of Object.values(named))
    await comeAlongside(db, held.personId, { accountId }, 'cover');
}

async function whoIsNamed(db: CouncilReader, held: Conversation): Promise<WhoIsNamed> {
  const { namedAccountId, coverAccountId } = held;
  if (!namedAccountId || !coverAccountId) throw new Unknown();
  return {
    namedAccountId,
    coverAccountId,
    isNamedHere: (await accountsHere(db, [namedAccountId])).has(namedAccountId),
  };
}
