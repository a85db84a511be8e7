import type { z } from 'zod';
import { findConversation } from '../../conversations/conversations.store.ts';
import { formatSaid } from '../../conversations/gate/formats.ts';
import { dayOf } from '../../platform/clock.ts';
import { type CouncilDb, nowOf } from '../../platform/db/council.ts';
import type { Visit } from '../../platform/http/visits.ts';
import { type Refusal, refuse } from '../../platform/refusal.ts';
import type { SentForm } from './copies.forms.ts';
import { type CopyOf, saveCopySent } from './copies.store.ts';
import type { WhoToRing } from './copy-end.pages.tsx';

export async function keepSent(
  db: CouncilDb,
  of: CopyOf,
  personId: string,
  body: z.output<typeof SentForm>,
): Promise<Refusal | null> {
  if (body.sentOn > dayOf(nowOf(db)))
    return refuse('C3-4', 'that day has not come yet', 'write it down once the copy has gone');
  await saveCopySent(db, of, {
    personId,
    sentOn: body.sentOn,
    format: formatSaid(body),
    toWhom: body.toWhom,
  });
  return null;
}

/** The team that answers for the conversation, and the number the council has set for its letters. */
export async function whoToRing(db: CouncilDb, visit: Visit, conversationId: string): Promise<WhoToRing> {
  const { teamName } = await findConversation(db, conversationId);
  const { phone } = visit.settings;
  return { team: teamName, phone: typeof phone === 'string' ? phone : null };
}
