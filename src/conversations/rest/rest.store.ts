import { sql } from 'kysely';
import { identityOf } from '../../people/people.store.ts';
import type { Identity } from '../../people/person.ts';
import { type Day, dayOf } from '../../platform/clock.ts';
import { type CouncilDb, type CouncilReader, councilOf, nowOf, readRows } from '../../platform/db/council.ts';
import { isRefusal, type Refusal } from '../../platform/refusal.ts';
import type { Conversation, Fact } from '../conversation.ts';
import { openConversationOf, restConversation } from '../conversations.store.ts';
import { entriesOf } from '../entries.store.ts';
import { listFacts } from '../facts.store.ts';
import { type FactName, factKind } from '../facts.ts';
import type { KnownFact, Missing } from '../known-facts.ts';
import { type StillToAsk, stillToAsk } from '../moments/gaps.ts';
import { type Said, sayFact } from '../moments/saying.store.ts';
import { keepRefused, markKept } from '../refused.store.ts';
import { mayRest, type Rests, rests } from '../resting.ts';
import { protectionOf } from '../safeguarding/protection.store.ts';

/** What was said of the same thing in an earlier conversation, offered back for correction (R2). */
export interface SaidBefore {
  kind: FactName;
  phrase: string;
  happenedOn: Day;
}

/** Everything the resting page shows, ready. */
export interface ToRest {
  identity: Identity;
  today: Day;
  conversation: Conversation;
  facts: Fact[];
  missing: Missing[];
  /** What else the law looks for here; it holds nothing up. */
  stillToAsk: StillToAsk[];
  before: SaidBefore[];
}

export async function readToRest(db: CouncilReader, conversation: Conversation): Promise<ToRest> {
  const { facts, stands } = await standingToRest(db, conversation);
  return {
    identity: await identityOf(db, conversation.personId),
    today: dayOf(nowOf(db)),
    conversation,
    facts,
    missing: rests(stands) ? [] : stands,
    stillToAsk: conversation.kind === 1 ? [] : stillToAsk(conversation.kind, facts),
    before: await saidBefore(db, conversation),
  };
}

/** What is known in a conversation, and whether it may rest with that (C1-1, N2, N3). */
async function standingToRest(
  db: CouncilReader,
  conversation: Conversation,
): Promise<{ facts: Fact[]; stands: Rests | Missing[] }> {
  const facts = await listFacts(db, conversation.id);
  const protection = await protectionOf(db, conversation.personId);
  const known = [...facts, ...(await underWay(db, conversation))];
  return { facts, stands: mayRest(conversation, known, dayOf(nowOf(db)), protection) };
}

/** What an open conversation still looks for, once each: before it may rest, or because the law asks. */
export async function openQuestions(db: CouncilReader, conversation: Conversation): Promise<FactName[]> {
  if (conversation.restingOn) return [];
  const { facts, stands } = await standingToRest(db, conversation);
  if (conversation.kind !== 1) return stillToAsk(conversation.kind, facts).map(({ kind }) => kind);
  return rests(stands) ? [] : [...new Set(stands.flatMap(({ answers }) => answers.slice(0, 1)))];
}

/** C1-1, N1: a conversation 3 open with them is a needs assessment under way, since the day it opened. */
async function underWay(db: CouncilReader, conversation: Conversation): Promise<KnownFact[]> {
  if (conversation.kind !== 1) return [];
  const open = await openConversationOf(db, conversation.personId, 3);
  if (!open) return [];
  const openedOn = dayOf(open.openedAt);
  return [
    {
      kind: 'under-way',
      phrase: 'Conversation 3 is open',
      details: { startsOn: openedOn },
      happenedOn: openedOn,
      recordedAt: open.openedAt,
    },
  ];
}

/** The latest word on each kind of fact from the person's earlier conversations. */
async function saidBefore(db: CouncilReader, conversation: Conversation): Promise<SaidBefore[]> {
  return readRows<SaidBefore>(
    db,
    sql`select distinct on (kind) kind, phrase, happened_on as "happenedOn" from fact
      where council_id = ${councilOf(db)} and person_id = ${conversation.personId} and is_current
        and conversation_id <> ${conversation.id}
      order by kind, happened_on desc, recorded_at desc, id desc limit 50`,
  );
}

/**
 * Lets a held conversation rest, or keeps each “not yet” and gives them as one refusal: the first rule, with
 * everything that is missing and what would satisfy it. Hold the conversation first.
 */
export async function letRest(db: CouncilDb, conversation: Conversation): Promise<Refusal | null> {
  const { stands } = await standingToRest(db, conversation);
  if (rests(stands)) {
    await restConversation(db, conversation, stands.rests);
    return null;
  }
  for (const { refused, because, satisfyBy } of stands)
    await keepRefused(db, conversation.personId, `let conversation ${conversation.kind} rest`, {
      refused,
      because,
      satisfyBy,
    });
  return markKept({
    refused: [...new Set(stands.map(({ refused }) => refused))].join(', '),
    because: stands.map(({ because }) => because).join('; '),
    satisfyBy: stands.map(({ satisfyBy }) => satisfyBy).join('; '),
  });
}

export type Answer = Pick<Said, 'kind' | 'sentence' | 'voice' | 'saidBy' | 'details'>;

/** Adds an entry with the answer and marks all of it as the fact, in one go. Returns the fact's id. */
export async function answerQuestion(
  db: CouncilDb,
  conversation: Conversation,
  answer: Answer,
): Promise<string | Refusal> {
  const [latest] = await entriesOf(db, conversation.id, 1);
  const said = await sayFact(db, conversation.personId, {
    ...answer,
    conversationId: conversation.id,
    addsTo: latest?.id ?? null,
    reason: factKind(answer.kind).question,
  });
  return isRefusal(said) ? said : said.factId;
}
