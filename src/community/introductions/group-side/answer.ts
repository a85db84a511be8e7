import type { Day } from '../../../platform/clock.ts';
import { type Refusal, refuse } from '../../../platform/refusal.ts';
import { longDate } from '../../../platform/ui/dates.ts';
import { hasEnded, rule, type Stage, type Way } from '../introduction.ts';

export const askingWays = ['page', 'e-mail', 'phone', 'in-person'] as const;
export type AskingWay = (typeof askingWays)[number];
export const askingWayInWords: Record<AskingWay, string> = {
  page: 'The question waits on their own page',
  'e-mail': 'The same, and an e-mail that names nobody',
  phone: 'We ring them',
  'in-person': 'We ask when we see them',
};

export const groupAnswers = ['yes', 'not-now', 'no'] as const;
export type GroupAnswer = (typeof groupAnswers)[number];
export const groupAnswerInWords: Record<GroupAnswer, string> = {
  yes: 'Yes, they are welcome',
  'not-now': 'Not now',
  no: 'No',
};

/** The group's side of an introduction. */
export interface GroupSide {
  stage: Stage;
  how: Way;
  groupAskedOn: Day | null;
  groupAnswer: GroupAnswer | null;
  groupNotBefore: Day | null;
}

/** May the group be asked? Not when a slip does, nor once it said yes or no; after "not now", from the day it named. */
export function mayAskGroup(side: GroupSide, today: Day): Refusal | null {
  if (side.how === 'slip')
    return refuse(rule, 'with a slip they take it from there', 'offer it by message or going along instead');
  if (hasEnded(side.stage))
    return refuse(rule, 'this introduction has ended', 'offer it again when they like');
  if (side.stage !== 'offered' || side.groupAnswer === 'yes')
    return refuse(rule, 'the group has said yes', 'go on with the introduction');
  if (side.groupAskedOn === null) return null;
  if (side.groupAnswer === null)
    return refuse(
      rule,
      'the group has been asked and has not answered',
      'ring them, and write what they say',
    );
  return tooSoon(side, today);
}

/** May this be written as the group's answer? While it waits, or in place of an earlier "not now". */
export function mayGroupAnswer(side: GroupSide, answer: GroupAnswer): Refusal | null {
  if (hasEnded(side.stage))
    return refuse(rule, 'this introduction has ended', 'nothing more is asked of you');
  if (answer === 'no' || side.stage === 'offered') return null;
  return refuse(rule, 'the group has said yes already', 'say no if it cannot be after all');
}

/** A bare "they and the group said yes" does not stand against a group's own "not before May". */
export function mayAgree(side: GroupSide, today: Day): Refusal | null {
  return side.groupAnswer === 'not-now'
    ? tooSoon(side, today, 'write the group’s own yes, in its words')
    : null;
}

function tooSoon({ groupNotBefore }: GroupSide, today: Day, otherwise?: string): Refusal | null {
  if (groupNotBefore === null || groupNotBefore <= today)
    return otherwise ? refuse(rule, 'the group said not now', otherwise) : null;
  const day = longDate(groupNotBefore);
  return refuse(rule, `the group said not before ${day}`, otherwise ?? `ask again on ${day}`);
}
