import type { Day } from '../../platform/clock.ts';
import { type Refusal, refuse } from '../../platform/refusal.ts';

export type Answer = 'yes' | 'not-now' | 'no';

export const answerInWords: Record<Answer, string> = {
  yes: 'Yes',
  'not-now': 'Not now',
  no: 'No, thank you',
};

/** A family group conference: the family makes its own plan. Offered at any point, in any conversation. */
export interface Conference {
  id: string;
  personId: string;
  offeredOn: Day;
  answer: Answer | null;
  answerWords: string | null;
  coordinator: string | null;
  coordinatorIsIndependent: boolean | null;
  advocateName: string | null;
  plannedOn: Day | null;
  heldOn: Day | null;
  personWasThere: boolean | null;
  whoCame: string;
  hadPrivateTime: boolean | null;
  familyPlan: string;
  weWill: string;
  lookAgainOn: Day | null;
  lookedAgainOn: Day | null;
  version: number;
}

/** How a conference was, as it is written down. */
export interface Held {
  heldOn: Day;
  personWasThere: boolean;
  whoCame: string;
  hadPrivateTime: boolean;
  familyPlan: string;
  lookAgainOn: Day | null;
}

export interface HeldAnswer {
  /** What would make it no conference at all; nothing is kept then. */
  refusal: Refusal | null;
  /** What a family group conference should have had, in sentences. Shown, and never in the way. */
  wanting: string[];
}

/**
 * A family group conference as it was held: what would make it none at all, and what it lacked. An independent
 * coordinator, private family time, the person there or spoken for, a plan in the family's own words and a day to
 * look at it again are what the approach is made of (family group conferencing, practice table row 22).
 * @example conferenceHeld({ ...conference, answer: 'no' }, held, [], '2026-11-21').refusal // refused 'family-conference'
 */
export function conferenceHeld(
  conference: Pick<
    Conference,
    'answer' | 'coordinator' | 'coordinatorIsIndependent' | 'advocateName' | 'offeredOn'
  >,
  held: Held,
  ownTeam: readonly string[],
  today: Day,
): HeldAnswer {
  return {
    refusal: noConferenceAtAll(conference, held, today),
    wanting: [
      ...coordinatorWanting(conference, ownTeam),
      ...(held.hadPrivateTime ? [] : ['The family had no time by themselves to make the plan.']),
      ...(held.personWasThere || conference.advocateName?.trim()
        ? []
        : ['The person was not there, and nobody spoke for them.']),
      ...(held.familyPlan.trim() ? [] : ['There is no plan in the family’s own words.']),
      ...(held.lookAgainOn ? [] : ['There is no day to look at it again.']),
    ],
  };
}

const rule = 'family-conference';

function noConferenceAtAll(
  { answer, offeredOn }: Pick<Conference, 'answer' | 'offeredOn'>,
  { heldOn, whoCame, lookAgainOn }: Held,
  today: Day,
): Refusal | null {
  if (answer !== 'yes')
    return refuse(rule, 'nobody has said yes to it', 'ask them, and write what they said');
  if (heldOn > today) return refuse(rule, 'that day has not come yet', 'write it down once it has been');
  if (heldOn < offeredOn) return refuse(rule, 'that is before it was offered', 'look at the two days again');
  if (!whoCame.trim())
    return refuse(
      rule,
      'it does not say who came',
      'write who was there; without family or friends it was another meeting',
    );
  if (lookAgainOn && lookAgainOn < heldOn)
    return refuse(rule, 'the day to look at it again is before it', 'choose a later day');
  return null;
}

/** Somebody of the person's own team is not independent, whatever is ticked. */
function coordinatorWanting(
  { coordinator, coordinatorIsIndependent }: Pick<Conference, 'coordinator' | 'coordinatorIsIndependent'>,
  ownTeam: readonly string[],
): string[] {
  if (!coordinator?.trim()) return ['Nobody is named as the coordinator.'];
  if (isOfTeam(coordinator, ownTeam))
    return [`${coordinator} is alongside them already, and so is not independent.`];
  return coordinatorIsIndependent
    ? []
    : [`Nobody has said that ${coordinator} is independent of their team.`];
}

const isOfTeam = (coordinator: string, ownTeam: readonly string[]): boolean =>
  ownTeam.some((name) => name.trim().toLowerCase() === coordinator.trim().toLowerCase());

/** May these arrangements be kept? They have said yes, and it has not been held. */
export function mayArrange({ answer, heldOn }: Conference): Refusal | null {
  if (heldOn) return refuse(rule, 'it has been held', 'look at what was agreed');
  if (answer !== 'yes')
    return refuse(rule, 'nobody has said yes to it', 'ask them, and write what they said');
  return null;
}

/** May an answer be kept? Until it is held, they may say something else at any time. */
export function mayAnswerOffer({ heldOn }: Conference): Refusal | null {
  return heldOn ? refuse(rule, 'it has been held', 'offer another if they would like one') : null;
}

/** May it be written that the family's plan was looked at again? */
export function mayLookAgain({ heldOn }: Conference, on: Day, today: Day): Refusal | null {
  if (!heldOn) return refuse(rule, 'it has not been held', 'hold it first');
  if (on < heldOn) return refuse(rule, 'that is before it was held', 'write the day you looked at it again');
  if (on > today) return refuse(rule, 'that day has not come yet', 'write it down once you have');
  return null;
}

/** What we will do to back the plan, one promise a line. */
export const promisesIn = (weWill: string): string[] =>
  weWill
    .split('\n')
    .map((line) => line.replace(/^[-•*\s]+/, '').trim())
    .filter(Boolean);
