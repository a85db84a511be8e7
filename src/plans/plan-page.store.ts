import type { Conversation } from '../conversations/conversation.ts';
import { conversationsOf } from '../conversations/conversations.store.ts';
import { type LeftOpen, needsLeftOpen } from '../people/carers/leaning.store.ts';
import { openPerson } from '../people/opening.store.ts';
import { identityOf } from '../people/people.store.ts';
import type { Identity } from '../people/person.ts';
import { type Day, dayOf } from '../platform/clock.ts';
import { type CouncilDb, type CouncilReader, nowOf } from '../platform/db/council.ts';
import { type Shown, shown } from '../platform/http/routes.ts';
import { isRefusal, type Refusal } from '../platform/refusal.ts';
import { readCarers } from './carers/carers.store.ts';
import type { Carers } from './carers/leaning.ts';
import { catchUpDue } from './catch-ups/catch-up.ts';
import { catchUpsOf } from './catch-ups/catch-ups.store.ts';
import type { NextCatchUp } from './catch-ups/next.ts';
import { type PlanChanges, readChanges } from './changing/changes.store.ts';
import { type Determination, determinationsIn } from './determinations/determinations.store.ts';
import { type CopySent, copiesOf } from './letters/given/copies.store.ts';
import { financialAssessmentsOf } from './money/financial-assessments.store.ts';
import { type FinancialAssessment, shareForPlan } from './money/share.ts';
import type { Plan } from './plan.ts';
import { findPlan, holdPlan, plansOf } from './plans.store.ts';
import { type Support, supportOf } from './support.store.ts';

/** One plan, with what a page about it needs. */
export interface PlanValue {
  identity: Identity;
  today: Day;
  plan: Plan;
  copies: CopySent[];
  /** Those a need may lean on by their own word (N5); asked for only where needs are written. */
  carers?: Carers;
  /** N5: what this plan leans on that no longer stands, while it is the one that stands. */
  leftOpen?: LeftOpen[];
  /** The written record of what they pay. */
  money: FinancialAssessment | null;
  /** P2: when we next ask how it is going, while it stands. */
  next?: NextCatchUp | null;
  /** What went before it, and what changes it at once. */
  changes?: PlanChanges;
}

export async function readPlanPage(db: CouncilReader, planId: string): Promise<Shown<PlanValue>> {
  const plan = await findPlan(db, planId);
  const { personId, reason } = await openPerson(db, plan.personId);
  const today = dayOf(nowOf(db));
  const value = {
    identity: await identityOf(db, personId),
    today,
    plan,
    copies: await copiesOf(db, { of: 'plan', id: planId }),
    carers: await readCarers(db, personId),
    leftOpen: (await needsLeftOpen(db, personId)).filter((one) => one.planId === planId),
    money: shareForPlan(await financialAssessmentsOf(db, personId), plan, today),
    next: catchUpDue(plan, await catchUpsOf(db, personId), today),
    changes: await readChanges(db, personId, plan),
  };
  return shown(value, [personId], reason ?? undefined);
}

/** Opens the person whose plan it is (W5), then holds the plan for a change; a plan that stands is refused. */
export async function openPlanToChange(db: CouncilDb, planId: string): Promise<Plan | Refusal> {
  const { personId } = await openPerson(db, (await findPlan(db, planId)).personId);
  const plan = await holdPlan(db, planId);
  return isRefusal(plan) ? plan : { ...plan, personId };
}

/** A person's place for plans: the one that stands, the one being written, and what leads to the next. */
export interface PersonPlans {
  identity: Identity;
  today: Day;
  standing: Plan | null;
  writing: Plan | null;
  earlier: Plan[];
  /** N5: what the plan that stands leans on and no longer can. */
  leftOpen: LeftOpen[];
  /** The written record of what they pay under the plan that stands. */
  money: FinancialAssessment | null;
  /** P2: when we next ask how it is going. */
  next: NextCatchUp | null;
  /** What went before the plan that stands, and what changes it at once. */
  changes: PlanChanges;
  conversation3: Conversation | null;
  determination: Determination | null;
  support: Support[];
}

export async function readPersonPlans(db: CouncilReader, id: string): Promise<Shown<PersonPlans>> {
  const { personId, reason } = await openPerson(db, id);
  const plans = await plansOf(db, personId);
  const conversation3 =
    (await conversationsOf(db, personId)).find(({ kind, restingOn }) => kind === 3 && !restingOn) ?? null;
  const standing = plans.find(({ state }) => state === 'standing') ?? null;
  const decidedIn = conversation3?.id ?? standing?.conversationId;
  const today = dayOf(nowOf(db));
  const value = {
    identity: await identityOf(db, personId),
    today,
    standing,
    writing: plans.find(({ state }) => state === 'being-written') ?? null,
    earlier: plans.filter(({ state }) => state === 'followed-by-a-later-one'),
    money: standing ? shareForPlan(await financialAssessmentsOf(db, personId), standing, today) : null,
    next: standing ? catchUpDue(standing, await catchUpsOf(db, personId), today) : null,
    changes: await readChanges(db, personId, standing),
    conversation3,
    leftOpen: await needsLeftOpen(db, personId),
    determination: decidedIn ? ((await determinationsIn(db, decidedIn))[0] ?? null) : null,
    support: await supportOf(db, personId),
  };
  return shown(value, [personId], reason ?? undefined);
}
