import { type Day, dayOf } from '../../platform/clock.ts';
import { type CouncilDb, type CouncilReader, nowOf } from '../../platform/db/council.ts';
import type { Conversation } from '../conversation.ts';
import { findEntry, saveEntry } from '../entries.store.ts';
import { listFacts, tagFact } from '../facts.store.ts';
import { momentIn } from './moment.ts';

/** That the person was told, before it counts, what this conversation is in law (C3-3). */
export interface ToldBeforehand {
  toldOn: Day;
  format: string;
}

/** When the person was first told in this conversation; null when nobody has written that they were. */
export async function toldBeforehand(
  db: CouncilReader,
  conversationId: string,
): Promise<ToldBeforehand | null> {
  const told = (await listFacts(db, conversationId))
    .filter(({ kind, details }) => kind === 'told-beforehand' && details.toldOn)
    .map(({ details }) => ({ toldOn: details.toldOn ?? '', format: details.format ?? '' }))
    .toSorted((one, other) => one.toldOn.localeCompare(other.toldOn));
  return told[0] ?? null;
}

/** Writes that the person was told (`format` as it ends a sentence: 'in large print'), and marks it as the fact the law asks for. Not itself a time together. */
export async function saveToldBeforehand(
  db: CouncilDb,
  conversation: Conversation,
  told: { toldOn: Day; format: string },
): Promise<void> {
  const words = `Told beforehand, ${told.format}, that this conversation is the one in which the law decides: what it is for, that they can have somebody with them, and that they get a copy.`;
  const isToday = told.toldOn === dayOf(nowOf(db));
  const entryId = await saveEntry(db, {
    personId: conversation.personId,
    conversationId: conversation.id,
    kind: conversation.kind,
    happenedAt: isToday ? nowOf(db) : momentIn(told.toldOn, '12:00'),
    isWithPerson: false,
    agreed: words,
    title: 'Told beforehand what this conversation is',
  });
  await tagFact(db, {
    entry: await findEntry(db, entryId),
    voice: 'agreed',
    startsAt: 0,
    endsAt: words.length,
    kind: 'told-beforehand',
    details: { toldOn: told.toldOn, format: told.format },
  });
}
