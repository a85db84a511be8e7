import { openConversation } from '../../conversations/conversations.store.ts';
import { makePerson } from '../../people/people.store.ts';
import type { Day } from '../../platform/clock.ts';
import type { CouncilDb } from '../../platform/db/council.ts';
import { addNeed, addPart } from '../plan-lines.store.ts';
import { beginPlan, findPlan, letPlanStand } from '../plans.store.ts';

export interface Standing {
  personId: string;
  planId: string;
  conversationId: string;
}

/** Somebody new with a plan that stands from a day: one need, met by support that is paid for each week. */
export async function somebodyWithPlan(db: CouncilDb, startsOn: Day): Promise<Standing> {
  const personId = await makePerson(db, { fullName: 'Wilfred Acheson', knownAs: 'Wilf' });
  const conversationId = await openConversation(db, { personId, kind: 3 });
  const planId = await laterPlan(db, { personId, conversationId }, startsOn);
  return { personId, planId, conversationId };
}

/** A plan that stands from a day, after the one that stands now when there is one. */
export async function laterPlan(
  db: CouncilDb,
  about: { personId: string; conversationId: string },
  startsOn: Day,
): Promise<string> {
  const planId = await beginPlan(db, about);
  const begun = await findPlan(db, planId);
  if (!begun.needs.length) {
    const needId = await addNeed(db, begun, {
      need: 'Somebody near at night',
      isEligible: true,
      metBy: 'paid',
      who: 'Saltbeck Nights',
      how: 'At two.',
      ownerSaidYesOn: null,
    });
    const part = { needId, what: 'Night calls', howOften: 'weekly' as const };
    await addPart(db, await findPlan(db, planId), { ...part, councilPence: 16_000, personPence: 0 });
  }
  const plan = await findPlan(db, planId);
  const earlier = plan.follows ? await findPlan(db, plan.follows) : null;
  await letPlanStand(db, plan, earlier, { startsOn, agreement: 'agree', agreementWords: 'Yes.' });
  return planId;
}
