import type { TestAccount, TestCouncil } from '../../../test/council.ts';
import type { Visitor } from '../../../test/house.ts';
import { openConversation } from '../../conversations/conversations.store.ts';
import { makePerson } from '../../people/people.store.ts';
import type { Day } from '../../platform/clock.ts';
import type { CouncilDb } from '../../platform/db/council.ts';
import { isRefusal } from '../../platform/refusal.ts';
import { type NewDetermination, saveDetermination } from '../determinations/determinations.store.ts';
import type { Plan } from '../plan.ts';
import { addNeed, addPart } from '../plan-lines.store.ts';
import { beginPlan, holdPlan, letPlanStand, savePlanWords } from '../plans.store.ts';

/** Somebody whose plan stands since 1 June, for tests of what comes after it. */
export interface Standing {
  personId: string;
  conversationId: string;
  planId: string;
}

const decision = (
  viewById: string,
  decidedOn: Day,
): Omit<NewDetermination, 'personId' | 'conversationId'> => ({
  kind: 'adult',
  causeIsMet: true,
  causeWords: 'His hip and his heart.',
  outcomes: [],
  healthAtRisk: false,
  impactIsMet: true,
  impactWords: 'He does not sleep.',
  isEligible: true,
  personsWish: 'My own door.',
  practitionersView: 'Nights are the thing.',
  viewById,
  reasons: 'Two outcomes and his sleep.',
  decidedOn,
  writtenAdvice: null,
});

const words = {
  goodLife: 'My own door, and the boats.',
  whatIDo: 'I make my breakfast.',
  wishes: 'A garden one day.',
  ifThingsGoWrong: 'Ring the Harbour team.',
  advice: 'The pendant is free for six weeks.',
  directPayment: 'offered-and-declined',
  version: 1,
} as const;

const juneMorning = new Date('2026-06-01T09:00:00Z');

/** Wilf: nights that are paid for, lunch with Carol, agreed on 1 June. */
export async function standing(council: TestCouncil, by: TestAccount): Promise<Standing> {
  return council.as(
    by,
    async (db) => {
      const personId = await makePerson(db, { fullName: 'Wilfred Acheson', knownAs: 'Wilf' });
      const conversationId = await openConversation(db, { personId, kind: 3 });
      await saveDetermination(db, { ...decision(by.accountId, '2026-05-30'), personId, conversationId });
      const planId = await beginPlan(db, { personId, conversationId });
      const needId = await addNeed(db, await held(db, planId), {
        ...{
          need: 'Somebody near at night',
          isEligible: true,
          metBy: 'paid',
          who: 'Night calls',
          how: 'At two.',
        },
        ownerSaidYesOn: null,
      });
      await addNeed(db, await held(db, planId), {
        ...{ need: 'A cooked lunch', isEligible: false, metBy: 'self', who: 'Wilf', how: 'At the club.' },
        ownerSaidYesOn: null,
      });
      const part = {
        needId,
        what: 'Night calls',
        howOften: 'weekly',
        councilPence: 16_000,
        personPence: 0,
      } as const;
      await addPart(db, await held(db, planId), part);
      await savePlanWords(db, await held(db, planId), words);
      await letPlanStand(db, await held(db, planId), null, {
        ...{ startsOn: '2026-06-01', agreement: 'agree', agreementWords: 'That will do nicely.' },
      });
      return { personId, conversationId, planId };
    },
    juneMorning,
  );
}

/** A new conversation 3 with its decision in November, and a plan begun there through the front door. */
export async function laterPlan(
  council: TestCouncil,
  by: TestAccount,
  visitor: Visitor,
  { personId }: Standing,
): Promise<string> {
  const conversationId = await council.as(by, async (db) => {
    const opened = await openConversation(db, {
      personId,
      kind: 3,
      openedAt: new Date('2026-11-02T09:00:00Z'),
    });
    await saveDetermination(db, {
      ...decision(by.accountId, '2026-11-18'),
      personId,
      conversationId: opened,
    });
    return opened;
  });
  return String((await visitor.json(`/conversations/${conversationId}/plans`, {})).body.planId);
}

async function held(db: CouncilDb, id: string): Promise<Plan> {
  const plan = await holdPlan(db, id);
  if (isRefusal(plan)) throw new Error(plan.because);
  return plan;
}
