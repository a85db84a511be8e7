import { advocacyOf } from '../../conversations/advocacy/advocacy.store.ts';
import { advocateBlocks } from '../../conversations/advocacy/advocacy.ts';
import { conversationsOf, findConversation, holdPerson } from '../../conversations/conversations.store.ts';
import { dayOf } from '../../platform/clock.ts';
import { type CouncilDb, type CouncilReader, nowOf } from '../../platform/db/council.ts';
import type { Refusal } from '../../platform/refusal.ts';
import { readCarers } from '../carers/carers.store.ts';
import { whatCannotLean } from '../carers/leaning.ts';
import { determinationsIn } from '../determinations/determinations.store.ts';
import { financialAssessmentOf } from '../money/financial-assessments.store.ts';
import { mayFollowMove } from '../moving/following.store.ts';
import type { Plan } from '../plan.ts';
import { type Agreed, holdStandingPlan, letPlanStand } from '../plans.store.ts';
import { keepDisagreement } from './disagreeing.store.ts';
import { keepsEarlier } from './earlier-plan.ts';
import { type AskedToStand, mayStand } from './standing.ts';

/**
 * C3-5: lets a plan stand as the person said, or says what it still wants. The plan is held by the caller; the
 * person's row is held here, so that no conversation 2 opens meanwhile (C2-3).
 */
export async function agreePlan(db: CouncilDb, plan: Plan, said: Agreed): Promise<Refusal | null> {
  await holdPerson(db, plan.personId);
  const earlier = await holdStandingPlan(db, plan.personId);
  const asked = await askedToStand(db, plan, earlier, said);
  if (earlier && keepsEarlier(asked)) await keepDisagreement(db, plan, earlier, said.agreementWords);
  const refusal = mayStand(asked) ?? (await mayFollowMove(db, plan, earlier));
  if (refusal) return refusal;
  await letPlanStand(db, plan, earlier, said);
  return null;
}

/** What is looked at before a plan may stand, as things are now. */
export async function askedToStand(
  db: CouncilReader,
  plan: Plan,
  earlier: Plan | null,
  said: Pick<Agreed, 'startsOn' | 'agreement' | 'notAgreed'>,
): Promise<AskedToStand> {
  const conversations = await conversationsOf(db, plan.personId);
  const [determination] = await determinationsIn(db, plan.conversationId);
  const { openedAt, openedByException } = await findConversation(db, plan.conversationId);
  return {
    plan,
    earlier,
    startsOn: said.startsOn,
    agreement: said.agreement,
    notAgreed: said.notAgreed ?? [],
    today: dayOf(nowOf(db)),
    conversationOpenedOn: dayOf(openedAt),
    determination: determination ?? null,
    hasOpenConversation2: conversations.some(({ kind, restingOn }) => kind === 2 && !restingOn),
    openedByException,
    cannotLean: whatCannotLean(plan.needs, await readCarers(db, plan.personId), dayOf(nowOf(db))),
    share: await financialAssessmentOf(db, plan.personId, said.startsOn),
    unheard: advocateBlocks(
      await advocacyOf(db, plan.personId),
      earlier ? 'plan-change' : 'plan',
      dayOf(nowOf(db)),
    ),
  };
}
