import { sql } from 'kysely';
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
import { isRefusal, type Refusal } from '../../platform/refusal.ts';
import type { Conversation } from '../conversation.ts';
import { restConversation } from '../conversations.store.ts';
import { keepRefused } from '../refused.store.ts';
import { holdCrisis } from './crisis.store.ts';
import { type Ending, type EndingFacts, mayEnd } from './crisis.ts';

/** C2-6: ends conversation 2, or lets it go on with a reason peers have heard; or says what is wanting, and keeps that. */
export async function endCrisis(
  db: CouncilDb,
  conversationId: string,
  ending: Ending,
): Promise<Refusal | null> {
  const held = await holdCrisis(db, conversationId);
  if (isRefusal(held)) return held;
  const refusal = mayEnd(ending, await endingFacts(db, held));
  if (refusal) return keepRefused(db, held.personId, 'end conversation 2', refusal);
  if (ending.next === 'on') await goOn(db, held, ending.because ?? '');
  else
    await restConversation(db, held, {
      howToComeBack: ending.howToComeBack ?? '',
      checkBackOn: ending.checkBackOn,
      checkBackDeclined: false,
      whatChanged: ending.whatChanged,
      personsView: ending.personsView,
      whatNext: ending.next,
    });
  await tellEnding(db, held, ending);
  return null;
}

async function endingFacts(db: CouncilReader, held: Conversation): Promise<EndingFacts> {
  const [row] = await readRows<{ peersLastHeardAt: Date | null; lastDecidedAt: Date }>(
    db,
    sql`select coalesce(k.went_on_at, ${held.openedAt}::timestamptz) as "lastDecidedAt",
      (select max(s.shared_at) from peer_share s where s.council_id = k.council_id and s.person_id = k.person_id) as "peersLastHeardAt"
    from crisis_plan k where k.council_id = ${councilOf(db)} and k.conversation_id = ${held.id}`,
  );
  return {
    peersLastHeardAt: row?.peersLastHeardAt ?? null,
    lastDecidedAt: row?.lastDecidedAt ?? held.openedAt,
    today: dayOf(nowOf(db)),
  };
}

async function goOn(db: CouncilDb, held: Conversation, because: string): Promise<void> {
  await db
    .updateTable('crisis_plan')
    .set({ went_on_at: nowOf(db), went_on_because: because })
    .where('council_id', '=', councilOf(db))
    .where('conversation_id', '=', held.id)
    .execute();
}

const titles = {
  resting: 'What changed',
  'conversation-3': 'What changed, and a longer plan is next',
  on: 'Staying close goes on',
};

async function tellEnding(db: CouncilDb, held: Conversation, ending: Ending): Promise<void> {
  const who = nameFor(await identityOf(db, held.personId));
  await tellTimeline(db, {
    personId: held.personId,
    at: nowOf(db),
    kind: ending.next === 'on' ? 'crisis-goes-on' : 'crisis-ended',
    title: titles[ending.next],
    byLine: actorOf(db).name,
    voices: [
      { voice: 'said', who, words: ending.personsView },
      { voice: 'note', who: 'What changed', words: ending.whatChanged },
      ...(ending.next === 'on'
        ? [{ voice: 'note' as const, who: 'Why it goes on', words: ending.because ?? '' }]
        : []),
    ],
    link: `/conversations/${held.id}/crisis`,
    sourceId: held.id,
  });
}
