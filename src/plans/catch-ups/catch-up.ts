import { addMonths, type Day } from '../../platform/clock.ts';
import { type Refusal, refuse } from '../../platform/refusal.ts';
import { firstCatchUp } from '../plan.ts';
import { isLate, type NextCatchUp } from './next.ts';

/** P3: why a catch-up is held. What anything costs is none of them, and there is no sixth. */
export const reasons = ['due', 'they-asked', 'something-changed', 'a-carer-changed', 'a-concern'] as const;
export type WhyHeld = (typeof reasons)[number];

export const whyInWords: Record<WhyHeld, string> = {
  due: 'It was time to ask',
  'they-asked': 'They asked, or somebody asked for them',
  'something-changed': 'Something in their life has changed',
  'a-carer-changed': 'Something has changed for somebody who looks out for them',
  'a-concern': 'Somebody is worried',
};

export const outcomes = ['nothing-changes', 'small-change', 'look-again', 'urgent-help'] as const;
export type ComesOfIt = (typeof outcomes)[number];

export const comesOfItInWords: Record<ComesOfIt, string> = {
  'nothing-changes': 'Nothing changes',
  'small-change': 'A small change that takes nothing away',
  'look-again': 'We look again together, from the beginning',
  'urgent-help': 'Something is urgent, and is met at once',
};

/** A conversation on how the plan is going (Care Act 2014 s27). */
export interface CatchUp {
  id: string;
  personId: string;
  planId: string;
  directPaymentId: string | null;
  requestId: string | null;
  why: WhyHeld;
  heldOn: Day;
  isLight: boolean;
  personsView: string;
  goingWell: string;
  notGoingWell: string;
  comesOfIt: ComesOfIt;
  comesOfItWords: string;
  entryId: string | null;
  heldBy: string;
}

/** What is asked when a catch-up is written. */
export interface AskedToHold {
  /** As it was chosen: anything but one of the five is refused. */
  why: string;
  heldOn: Day;
  comesOfIt: ComesOfIt;
  comesOfItWords: string;
  /** Said where something small changes: nothing in the plan is taken away by it. */
  takesNothingAway: boolean;
}

/** A plan as far as its days go. */
export interface PlanDays {
  id: string;
  state: string;
  startsOn: Day | null;
  /** The day from which a later plan took over. */
  followedOn: Day | null;
}

/**
 * P2: when the next catch-up on a plan is due: 42 to 56 days after it starts (a plan that changes is a later plan,
 * with days of its own), then within 12 months of the last. Whatever it was held for, a catch-up on this plan counts;
 * not one on the day the plan starts, when nothing can be going yet. Care Act 2014 s27; guidance 13.19 and 13.32.
 * Null for a plan that does not stand.
 * @example catchUpDue({ id: 'p', state: 'standing', startsOn: '2026-11-21', followedOn: null }, [], '2026-11-22')
 * // { from: '2027-01-02', by: '2027-01-16', last: null, isLate: false }
 */
export function catchUpDue(
  plan: PlanDays,
  catchUps: readonly Pick<CatchUp, 'planId' | 'heldOn'>[],
  today: Day,
): NextCatchUp | null {
  const { startsOn } = plan;
  if (plan.state !== 'standing' || !startsOn) return null;
  const last = catchUps
    .filter(({ planId, heldOn }) => planId === plan.id && heldOn > startsOn && heldOn <= today)
    .map(({ heldOn }) => heldOn)
    .toSorted()
    .at(-1);
  if (last) {
    const by = addMonths(last, 12);
    return { from: null, by, last, isLate: isLate(by, today) };
  }
  const { from, to } = firstCatchUp(startsOn);
  return { from, by: to, last: null, isLate: isLate(to, today) };
}

/** The plan that ran on a day: begun by then, and not yet followed by a later one. */
export function planOn<Plan extends PlanDays>(plans: readonly Plan[], day: Day): Plan | null {
  return (
    plans.find(
      ({ state, startsOn, followedOn }) =>
        state !== 'being-written' &&
        startsOn !== null &&
        startsOn <= day &&
        (!followedOn || day < followedOn),
    ) ?? null
  );
}

/**
 * P2, P3: may this catch-up be written, and about which plan? It is about the plan that ran on its day; why it is
 * held is one of five, and never what anything costs; and it changes nothing by itself. A small change takes nothing
 * away: whatever might be less is looked at again from the beginning, which is the only road to a smaller plan (P1).
 * @example mayHoldCatchUp({ why: 'cost', … }, plans, today) // refused 'P3'
 */
export function mayHoldCatchUp<Plan extends PlanDays>(
  asked: AskedToHold,
  plans: readonly Plan[],
  today: Day,
): { plan: Plan } | Refusal {
  if (!(reasons as readonly string[]).includes(asked.why)) return noSuchReason;
  if (asked.heldOn > today) return refuse('P2', 'that day has not come yet', 'write it when you have talked');
  const plan = planOn(plans, asked.heldOn);
  if (!plan)
    return refuse(
      'P2',
      'no plan ran on that day, and a catch-up is on how a plan is going',
      'write it as a conversation: it opens on the same story',
    );
  return mayComeOfIt(asked) ?? { plan };
}

/** P3: there is no cost reason, nor any other but the five. */
const noSuchReason = refuse(
  'P3',
  'a catch-up is held because it is time, they asked, something changed, a carer’s life changed or somebody is worried, and for nothing else',
  'choose which of these it is; if it is none of them, leave their plan as it is',
);

function mayComeOfIt({ comesOfIt, comesOfItWords, takesNothingAway }: AskedToHold): Refusal | null {
  if (comesOfIt !== 'nothing-changes' && !comesOfItWords.trim())
    return refuse('P2', 'it does not say what comes of it', 'write what was agreed, and by when');
  if (comesOfIt === 'small-change' && !takesNothingAway)
    return refuse(
      'P1',
      'a small change takes nothing away, and nobody has said that this one does not',
      'say so, or choose to look again together: that is the only way to less',
    );
  return null;
}

/**
 * P1: the latest catch-up, when it came to looking again and no conversation 3 has begun since. Looking again is a
 * needs assessment from the beginning, never a change of the plan by itself.
 * @param catchUps the latest first
 * @param begun the days on which conversations 3 began
 */
export function toLookAgain(catchUps: readonly CatchUp[], begun: readonly Day[]): CatchUp | null {
  const [latest] = catchUps;
  if (latest?.comesOfIt !== 'look-again') return null;
  return begun.some((day) => day >= latest.heldOn) ? null : latest;
}
