import { dayOf } from '../../platform/clock.ts';
import { type CouncilDb, nowOf } from '../../platform/db/council.ts';
import { type Refusal, refuse } from '../../platform/refusal.ts';
import type { EntryVoice } from '../conversation.ts';
import { conversationToWriteIn } from '../conversations.store.ts';
import { findEntry, saveEntry } from '../entries.store.ts';
import { tagFact } from '../facts.store.ts';
import { dayToCome, type FactName, factKind } from '../facts.ts';
import { momentIn } from '../gate/moment.ts';

/** Something said, kept in one go as words and as the fact they are. */
export interface Said {
  kind: FactName;
  sentence: string;
  voice: EntryVoice;
  /** Who said it; plain from the voice when empty. */
  saidBy?: string | null;
  /** The day it was said; today when empty. */
  on?: string | null;
  details: Record<string, string>;
  /** The conversation it belongs to; the one open, or a new conversation 1, unless said. */
  conversationId?: string | null;
  /** The entry it adds to, and the question it answers. */
  addsTo?: string | null;
  reason?: string | null;
  /** The fact it corrects. */
  replaces?: string | null;
}

export interface SaidSo {
  entryId: string;
  factId: string;
  conversationId: string;
}

/**
 * Writes a sentence into the conversation open with a person (a new conversation 1 when none is, R2) and marks
 * all of it as the fact, together or not at all. It is no time together of itself (E6). Refuses a day to come.
 */
export async function sayFact(db: CouncilDb, personId: string, said: Said): Promise<SaidSo | Refusal> {
  const today = dayOf(nowOf(db));
  const on = said.on || today;
  if (on > today)
    return refuse('E6', 'that day has not come yet', 'write the day they said it, which is today or before');
  const early = dayToCome(said.kind, said.details, today);
  if (early) return early;
  const happenedAt = on === today ? nowOf(db) : momentIn(on, '12:00');
  const conversation = await conversationToWriteIn(db, personId, said.conversationId ?? null, happenedAt);
  const { kind, voice, details } = said;
  const saidBy = said.saidBy?.trim() ?? '';
  const entryId = await saveEntry(db, {
    personId,
    conversationId: conversation.id,
    kind: conversation.kind,
    happenedAt,
    withWhom: voice === 'said' ? saidBy : '',
    isWithPerson: false,
    [voice]: said.sentence,
    addsTo: said.addsTo ?? null,
    reason: said.reason ?? null,
    title: factKind(kind).title,
  });
  const entry = await findEntry(db, entryId);
  const factId = await tagFact(db, {
    entry,
    voice,
    startsAt: 0,
    endsAt: entry[voice].length,
    kind,
    details,
    saidBy,
    replaces: said.replaces ?? null,
  });
  return { entryId, factId, conversationId: conversation.id };
}
