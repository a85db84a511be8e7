import { dayOf } from '../../platform/clock.ts';
import { type CouncilDb, type CouncilReader, nowOf } from '../../platform/db/council.ts';
import type { Refusal } from '../../platform/refusal.ts';
import { holdPerson, openConversation } from '../conversations.store.ts';
import { saveEntry } from '../entries.store.ts';
import { keepRefused } from '../refused.store.ts';
import { type GateSoFar, readGate } from './gate.store.ts';
import { type AskedToOpen, type Exception, exceptionInWords, mayOpenConversation3 } from './gate.ts';

/**
 * C3-1, C3-2: opens conversation 3, or says what is wanting and keeps that it was tried. Holds the person's row
 * first, so that two people opening at once are judged one after the other. Returns its id.
 */
export async function openConversation3(
  db: CouncilDb,
  personId: string,
  exception: AskedToOpen['exception'],
): Promise<string | Refusal> {
  await holdPerson(db, personId);
  const refusal = mayOpenConversation3({ ...askedOf(db, await readGate(db, personId)), exception });
  if (refusal) {
    await keepRefused(db, personId, 'open conversation 3', refusal);
    return refusal;
  }
  const id = await openConversation(db, { personId, kind: 3, openedByException: exception?.kind ?? null });
  if (exception) await keepReason(db, personId, id, exception);
  return id;
}

/** C3-2: the exception is logged with its sentence, in the conversation it opened. */
async function keepReason(
  db: CouncilDb,
  personId: string,
  conversationId: string,
  exception: { kind: Exception; reason: string },
): Promise<void> {
  await saveEntry(db, {
    personId,
    conversationId,
    kind: 3,
    happenedAt: nowOf(db),
    isWithPerson: false,
    think: exception.reason,
    title: `Conversation 3 began at once: ${exceptionInWords[exception.kind].text.toLowerCase()}`,
  });
}

export function askedOf(db: CouncilReader, gate: GateSoFar): Omit<AskedToOpen, 'exception'> {
  return {
    openConversations: gate.conversations.filter(({ restingOn }) => restingOn === null),
    peerTests: gate.peerTests,
    lastRereadAt: gate.lastRereadAt,
    today: dayOf(nowOf(db)),
  };
}
