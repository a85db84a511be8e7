import type { TestCouncil } from '../../../test/council.ts';
import type { Visitor } from '../../../test/house.ts';
import { findConversation, openConversation } from '../../conversations/conversations.store.ts';
import { saveToldBeforehand } from '../../conversations/gate/told-beforehand.store.ts';
import { saveDetermination } from '../determinations/determinations.store.ts';
import type { Plan, PlanKind } from '../plan.ts';
import { findPlan } from '../plans.store.ts';

/** Words that mark whose they are, wherever they turn up. */
export const of = (whose: string, what: string): string => `zq${whose}${what}`;

export interface Planned {
  personId: string;
  conversationId: string;
  planId: string;
}

/** Conversation 3 with a decision that the law requires us to help, and a plan begun; every word marked as theirs. */
export async function planned(
  council: TestCouncil,
  visitor: Visitor,
  personId: string,
  whose: string,
  kind: PlanKind = 'adult',
): Promise<Planned> {
  const { rowan } = council.accounts;
  const conversationId = await council.as(rowan, async (db) => {
    const id = await openConversation(db, { personId, kind: 3 });
    await saveToldBeforehand(db, await findConversation(db, id), {
      toldOn: '2026-11-10',
      format: 'talked through',
    });
    await saveDetermination(db, {
      personId,
      conversationId: id,
      kind,
      causeIsMet: true,
      causeWords: of(whose, 'cause'),
      outcomes: [],
      healthAtRisk: kind === 'carer',
      impactIsMet: true,
      impactWords: of(whose, 'impact'),
      isEligible: true,
      personsWish: of(whose, 'wish'),
      practitionersView: of(whose, 'view'),
      viewById: rowan.accountId,
      reasons: of(whose, 'reasons'),
      decidedOn: '2026-11-20',
      writtenAdvice: null,
    });
    return id;
  });
  const made = await visitor.json(`/conversations/${conversationId}/plans`, {});
  return { personId, conversationId, planId: String(made.body.planId) };
}

export const planOf = (council: TestCouncil, id: string): Promise<Plan> =>
  council.as(council.accounts.rowan, (db) => findPlan(db, id));

/** Writes a plan's words and one need. */
export async function written(
  council: TestCouncil,
  visitor: Visitor,
  about: Planned,
  whose: string,
  need: Record<string, string>,
): Promise<void> {
  await visitor.post(`/plans/${about.planId}/needs`, {
    need: of(whose, 'need'),
    metBy: 'family',
    how: of(whose, 'how'),
    isEligible: 'yes',
    ...need,
  });
  await visitor.post(`/plans/${about.planId}/words`, {
    goodLife: of(whose, 'life'),
    whatIDo: of(whose, 'does'),
    wishes: of(whose, 'break'),
    ifThingsGoWrong: of(whose, 'wrong'),
    advice: of(whose, 'advice'),
    directPayment: 'offered-and-declined',
    version: String((await planOf(council, about.planId)).wordsVersion),
  });
}

export const agree = async (council: TestCouncil, visitor: Visitor, about: Planned, whose: string) =>
  visitor.post(`/plans/${about.planId}/agreement`, {
    agreement: 'agree',
    agreementWords: of(whose, 'agreed'),
    startsOn: '21 November 2026',
    version: String((await planOf(council, about.planId)).version),
  });

/** What a carer says about one thing, on their own record. */
export const says = (
  visitor: Visitor,
  carerId: string,
  forPerson: string,
  fields: Record<string, string> = {},
) =>
  visitor.post(`/people/${carerId}/willing-and-able`, {
    forPerson,
    thing: 'nights',
    willing: 'yes',
    able: 'yes',
    saidOn: '20 November 2026',
    words: of('jean', 'nights'),
    ...fields,
  });
