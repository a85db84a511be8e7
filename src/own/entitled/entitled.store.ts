import { openConversation, openConversationOf } from '../../conversations/conversations.store.ts';
import { type Entitlement, readRights } from '../../conversations/moments/rights.store.ts';
import { sayFact } from '../../conversations/moments/saying.store.ts';
import { holdPerson } from '../../people/details/details.store.ts';
import { type Day, dayOf } from '../../platform/clock.ts';
import { type CouncilDb, type CouncilReader, nowOf } from '../../platform/db/council.ts';
import type { Refusal } from '../../platform/refusal.ts';
import { isRefusal } from '../../platform/refusal.ts';
import type { Own } from '../frame/own.ts';
import { teamFor } from '../frame/team.store.ts';

/** Where their question stands; null while they have not asked. */
export async function entitlementOf(db: CouncilReader, personId: string): Promise<Entitlement | null> {
  return (await readRights(db, personId)).entitlement;
}

export interface Asking {
  words: string;
  /** The day they asked, when it was before today. */
  on: Day | null;
  /** Whether a worker was told it. */
  isTold: boolean;
}

/**
 * N1, Care Act 2014 s9(1): their question starts the clock at once, whatever conversation is open. Asked again while it
 * waits it is the same question; the clock goes on from the first (the person is held, so that two presses are one).
 */
export async function askIfEntitled(db: CouncilDb, own: Own, asking: Asking): Promise<Refusal | null> {
  const { personId, name } = own;
  await holdPerson(db, personId);
  const standing = await entitlementOf(db, personId);
  if (standing && standing.clock.state !== 'answered') return null;
  const askedOn = asking.on ?? dayOf(nowOf(db));
  const said = await sayFact(db, personId, {
    ...{ kind: 'asked-if-entitled', voice: 'said', sentence: asking.words, details: { askedOn } },
    // Written by themselves it is plain who said it.
    ...{ saidBy: asking.isTold ? name : null, on: asking.on },
    conversationId: await conversationOf(db, personId),
  });
  return isRefusal(said) ? said : null;
}

/** The conversation open; otherwise a new conversation 1 of the team alongside, since a person has no team of their own. */
async function conversationOf(db: CouncilDb, personId: string): Promise<string> {
  const open = await openConversationOf(db, personId);
  if (open) return open.id;
  const teamId = await teamFor(db, personId);
  return openConversation(db, { personId, kind: 1, ...(teamId ? { teamId } : {}) });
}
