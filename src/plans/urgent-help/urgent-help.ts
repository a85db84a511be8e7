import { type Day, daysBetween } from '../../platform/clock.ts';
import { type Refusal, refuse } from '../../platform/refusal.ts';
import { daysInWords, longDate } from '../../platform/ui/dates.ts';
import { moneyInWords } from '../budget.ts';

/** What came of looking at it again. */
export type ThenWhat = 'goes-on' | 'ended' | 'in-the-plan';

export const thenWhatInWords: Record<ThenWhat, string> = {
  'goes-on': 'It goes on, until a later day',
  ended: 'It has ended',
  'in-the-plan': 'It is in the plan now',
};

/** An urgent need met at once (F6, Care Act 2014 s19(3)). Nothing in the house may refuse it. */
export interface UrgentHelp {
  id: string;
  personId: string;
  supportId: string;
  what: string;
  metOn: Day;
  untilOn: Day;
  costPence: number;
  howOften: 'weekly' | 'once';
  why: string;
  metBy: string;
  lookedAgainOn: Day | null;
  lookedAgainWords: string | null;
  thenWhat: ThenWhat | null;
}

/** @example costInWords({ costPence: 4000, howOften: 'weekly' }) // '£40 a week' */
export function costInWords({ costPence, howOften }: Pick<UrgentHelp, 'costPence' | 'howOften'>): string {
  if (costPence === 0) return 'no cost to the council';
  return howOften === 'weekly' ? `${moneyInWords(costPence)} a week` : `${moneyInWords(costPence)}, once`;
}

/** What was done, as the story and its fact tell it. @example whatWasDone(help) // 'Somebody stays the night, from …' */
export function whatWasDone({
  what,
  metOn,
  untilOn,
  ...cost
}: Pick<UrgentHelp, 'what' | 'metOn' | 'untilOn' | 'costPence' | 'howOften'>): string {
  const plain = what.trim().replace(/\.$/, '');
  return `${plain}, from ${longDate(metOn)} until ${longDate(untilOn)}, when we look at it again: ${costInWords(cost)}.`;
}

/**
 * F6: how urgent help stands today, as one sentence. While nobody has looked at it again it goes on, whatever
 * the day: it never just stops.
 */
export function howItStands(help: UrgentHelp, today: Day): string {
  const { untilOn, lookedAgainOn, thenWhat } = help;
  if (lookedAgainOn !== null && thenWhat !== null)
    return `Looked at again on ${longDate(lookedAgainOn)}: ${asClause[thenWhat]}.`;
  const late = daysBetween(untilOn, today);
  if (late > 0)
    return `It was to be looked at again on ${longDate(untilOn)}, ${daysInWords(late)} ago. Nobody has yet, so it is going on.`;
  if (late === 0) return 'It is looked at again today. It goes on until somebody has.';
  return `It goes on, and is looked at again on ${longDate(untilOn)}.`;
}

const asClause: Record<ThenWhat, string> = {
  'goes-on': 'it goes on',
  ended: 'it has ended',
  'in-the-plan': 'it is in the plan now',
};

export interface AskedToLookAgain {
  help: Pick<UrgentHelp, 'metOn' | 'untilOn' | 'lookedAgainOn'>;
  thenWhat: ThenWhat;
  /** Until when it goes on. */
  untilOn: Day | null;
  today: Day;
  /** The plan that stands, by the day it begins. */
  planStartsOn: Day | null;
}

/**
 * F6: what may come of looking at urgent help again. Once; going on has a day of its own; it is in the plan only
 * when a plan stands that began since. Ending it is asked of `mayEndSupport`.
 * @example mayLookAgain({ ...asked, thenWhat: 'in-the-plan', planStartsOn: null }) // refused 'F6'
 */
export function mayLookAgain(asked: AskedToLookAgain): Refusal | null {
  const { help, thenWhat, untilOn, today, planStartsOn } = asked;
  if (help.lookedAgainOn !== null)
    return refuse(
      'F6',
      `it was looked at again on ${longDate(help.lookedAgainOn)}`,
      'look at what goes on now',
    );
  if (thenWhat === 'goes-on' && (untilOn === null || untilOn <= today))
    return refuse('F6', 'it does not say until which day it goes on', 'write a day that is to come');
  if (thenWhat === 'in-the-plan' && (planStartsOn === null || planStartsOn < help.metOn))
    return refuse(
      'F6',
      'no plan stands that began since this was met, so it cannot be in one',
      'write it into a plan with them first; it goes on until then',
    );
  return null;
}
