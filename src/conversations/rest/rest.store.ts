import { sql } from 'kysely';
import { identityOf } from '../../people/people.store.ts';
import type { Identity } from '../../people/person.ts';
import { type Day, dayOf } from '../../platform/clock.ts';
import { type CouncilDb, type CouncilReader, councilOf, nowOf, readRows } from '../../platform/db/council.ts';
import type { Refusal } from '../../platform/refusal.ts';
import type { Conversation, EntryVoice, Fact } from '../conversation.ts';
import { restConversation } from '../conversations.store.ts';
import { entriesOf, findEntry, saveEntry } from '../entries.store.ts';
import { listFacts, tagFact } from '../facts.store.ts';
import { type FactName, factKind } from '../facts.ts';
import type { Missing } from '../known-facts.ts';
import { keepRefused, markKept } from '../refused.store.ts';
import { mayRest, rests } from '../resting.ts';
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
  before: SaidBefore[];
}

export async function readToRest(db: CouncilReader, conversation: Conversation): Promise<ToRest> {
  const today = dayOf(nowOf(db));
  const facts = await listFacts(db, conversation.id);
  const stands = mayRest(conversation, facts, today, await protectionOf(db, conversation.personId));
  return {
    identity: await identityOf(db, conversation.personId),
    today,
    conversation,
    facts,
    missing: rests(stands) ? [] : stands,
    before: await saidBefore(db, conversation),
  };
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
  const facts = await listFacts(db, conversation.id);
  const protection = await protectionOf(db, conversation.personId);
  const stands = mayRest(conversation, facts, dayOf(nowOf(db)), protection);
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

export interface Answer {
  kind: FactName;
  sentence: string;
  voice: EntryVoice;
  details: Record<string, string>;
}

/** Adds an entry with the answer and marks all of it as the fact, in one go. Returns the fact's id. */
export async function answerQuestion(
  db: CouncilDb,
  conversation: Conversation,
  answer: Answer,
): Promise<string> {
  const [latest] = await entriesOf(db, conversation.id, 1);
  const entryId = await saveEntry(db, {
    personId: conversation.personId,
    conversationId: conversation.id,
    kind: conversation.kind,
    happenedAt: nowOf(db),
    isWithPerson: false,
    [answer.voice]: answer.sentence,
    addsTo: latest?.id ?? null,
    reason: factKind(answer.kind).question,
    title: factKind(answer.kind).title,
  });
  const entry = await findEntry(db, entryId);
  const { voice, kind, details } = answer;
  return tagFact(db, { entry, voice, startsAt: 0, endsAt: entry[voice].length, kind, details });
}
