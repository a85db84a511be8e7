import type { Day } from '../../platform/clock.ts';
import { type Refusal, refuse } from '../../platform/refusal.ts';
import type { Household } from './households/household.ts';

export type YesOrNo = 'yes' | 'no';
export const sides = ['person', 'household', 'scheme'] as const;
export type Side = (typeof sides)[number];

/** P5: a person and a household getting to know each other. Either may say no, and nothing asks why. */
export interface Matching {
  id: string;
  personId: string;
  householdId: string;
  householdName: string;
  beganOn: Day;
  whyEachOther: string;
  whatPersonSaid: string;
  personAnswer: YesOrNo | null;
  personAnswerOn: Day | null;
  householdAnswer: YesOrNo | null;
  householdAnswerOn: Day | null;
  schemeAnswer: YesOrNo | null;
  schemeAnswerOn: Day | null;
  movedInOn: Day | null;
  endedOn: Day | null;
  endedWords: string | null;
  version: number;
}

export const visitKinds = ['tea', 'overnight', 'weekend', 'after-moving-in'] as const;
export type VisitKind = (typeof visitKinds)[number];
/** The rhythm of getting to know each other: tea, a night, a weekend, in whatever order and as often as they like. */
export const gettingToKnow = ['tea', 'overnight', 'weekend'] as const satisfies readonly VisitKind[];

export const visitInWords: Record<VisitKind, string> = {
  tea: 'Tea together',
  overnight: 'A night',
  weekend: 'A weekend',
  'after-moving-in': 'A visit to see how it is for both',
};

export interface Visit {
  id: string;
  kind: VisitKind;
  plannedOn: Day;
  happenedOn: Day | null;
  personsWords: string;
  householdsWords: string;
  /** They agreed to do without a visit of this kind, and why. */
  leftOutWords: string | null;
  version: number;
}

/** What each side said and when, in one order. */
export function answersOf(matching: Matching): { side: Side; answer: YesOrNo | null; on: Day | null }[] {
  return [
    { side: 'person', answer: matching.personAnswer, on: matching.personAnswerOn },
    { side: 'household', answer: matching.householdAnswer, on: matching.householdAnswerOn },
    { side: 'scheme', answer: matching.schemeAnswer, on: matching.schemeAnswerOn },
  ];
}

/** The next kind of visit in the rhythm, or null when each has been. */
export function nextKind(visits: readonly Visit[]): VisitKind | null {
  return (
    gettingToKnow.find((kind) => !visits.some((visit) => visit.kind === kind && isSettled(visit))) ?? null
  );
}

/** It happened, or they agreed to do without it. */
export const isSettled = ({ happenedOn, leftOutWords }: Visit): boolean =>
  happenedOn !== null || Boolean(leftOutWords?.trim());

/** P5: may a visit of this kind be planned? Getting to know each other comes before moving in, seeing how it is after. */
export function mayPlanVisit(matching: Matching, kind: VisitKind): Refusal | null {
  if (matching.endedOn)
    return refuse('P5', 'this is not going on', 'begin again together if both would like to');
  if (kind === 'after-moving-in' && !matching.movedInOn)
    return refuse('P5', 'they have not moved in', 'plan tea, a night or a weekend first');
  if (kind !== 'after-moving-in' && matching.movedInOn)
    return refuse('P5', 'they live together already', 'plan a visit to see how it is for both');
  return null;
}

/** P5: may this visit be written down as having been? Not before its day. */
export function mayHaveHappened(
  matching: Matching,
  visit: Visit,
  happenedOn: Day,
  today: Day,
): Refusal | null {
  if (visit.leftOutWords)
    return refuse('P5', 'they agreed to do without this one', 'plan another if they would like to');
  if (happenedOn > today) return refuse('P5', 'that day has not come yet', 'write it down once it has been');
  if (visit.kind === 'after-moving-in' && matching.movedInOn && happenedOn < matching.movedInOn)
    return refuse('P5', 'that is before they moved in', 'write the day of the visit');
  return null;
}

/** P5: may a side answer? Either may say no at any time before moving in, and nothing asks why. */
export function mayAnswer(matching: Matching, answeredOn: Day, today: Day): Refusal | null {
  if (matching.endedOn)
    return refuse('P5', 'this is not going on', 'begin again together if both would like to');
  if (matching.movedInOn)
    return refuse('P5', 'they live together already', 'write down moving out if that is what they want');
  if (answeredOn > today)
    return refuse('P5', 'that day has not come yet', 'write it down once they have said');
  return null;
}

/** P5: may it be written that they no longer get to know each other, or that somebody moved out? */
export function mayEnd(matching: Matching, endedOn: Day, today: Day): Refusal | null {
  if (matching.endedOn) return refuse('P5', 'this is not going on', 'look at what is written');
  if (endedOn > today) return refuse('P5', 'that day has not come yet', 'write it down on the day');
  if (matching.movedInOn && endedOn < matching.movedInOn)
    return refuse('P5', 'that is before they moved in', 'write the day they moved out');
  return null;
}

/** P5: may they begin getting to know each other? Both sides are written down, and neither says not just now. */
export function mayBegin(
  person: { hasSaidWhatHomeIs: boolean; knowsThemAlready: boolean },
  household: Pick<Household, 'isActive' | 'notNowUntilOn'>,
  today: Day,
): Refusal | null {
  if (!person.hasSaidWhatHomeIs)
    return refuse(
      'P5',
      'nobody has written what home would be for them',
      'ask, and write it in their words first',
    );
  if (person.knowsThemAlready)
    return refuse('P5', 'they are getting to know each other already', 'go on with that');
  if (!household.isActive)
    return refuse('P5', 'this household no longer shares its home', 'choose another home together');
  if (household.notNowUntilOn && household.notNowUntilOn >= today)
    return refuse('P5', 'this household has said not just now', 'wait until they are ready');
  return null;
}
