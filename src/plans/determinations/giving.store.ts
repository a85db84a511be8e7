import type { z } from 'zod';
import { colleaguesOf } from '../../access/accounts.store.ts';
import { advocacyOf } from '../../conversations/advocacy/advocacy.store.ts';
import type { Conversation } from '../../conversations/conversation.ts';
import { toldBeforehand } from '../../conversations/gate/told-beforehand.store.ts';
import { dayOf } from '../../platform/clock.ts';
import { type CouncilDb, nowOf } from '../../platform/db/council.ts';
import { Unknown } from '../../platform/http/problems.ts';
import { type Refusal, refuse } from '../../platform/refusal.ts';
import { planFollowsDecision } from '../carers/plan-kind.store.ts';
import { mayDetermine } from './deciding.ts';
import type { DeterminationForm } from './determinations.forms.ts';
import { saveDetermination } from './determinations.store.ts';
import { determine } from './determine.ts';

/** The rules in order: an open conversation 3, then C3-3, N3 and C3-4. The decider is whoever is signed in. */
export async function giveDecision(
  db: CouncilDb,
  conversation: Conversation,
  body: z.output<typeof DeterminationForm>,
): Promise<string | Refusal> {
  if (conversation.kind !== 3 || conversation.restingOn)
    return refuse(
      'C3-4',
      'a decision is given in an open conversation 3',
      'open conversation 3 first; if they ask for a decision, it opens at once',
    );
  const told = await toldBeforehand(db, conversation.id);
  const refusal = mayDetermine({
    tests: body,
    toldOn: told?.toldOn ?? null,
    writtenAdvice: body.writtenAdvice,
    decidedOn: body.decidedOn,
    advocacy: await advocacyOf(db, conversation.personId),
    today: dayOf(nowOf(db)),
  });
  if (refusal) return refusal;
  if (!(await colleaguesOf(db)).some(({ id }) => id === body.viewBy)) throw new Unknown();
  await planFollowsDecision(db, conversation.id, body.kind);
  return saveDetermination(db, {
    ...body,
    personId: conversation.personId,
    conversationId: conversation.id,
    viewById: body.viewBy,
    isEligible: determine(body).isEligible,
  });
}
