import { type Day, daysBetween } from '../../../platform/clock.ts';
import { type Refusal, refuse } from '../../../platform/refusal.ts';

/** A judgement: whoever suggests something has an answer within a week. */
export const answerWithin = 7;

/** How long those without an answer have waited. */
export interface Waiting {
  count: number;
  overAWeek: number;
  /** Days the longest has waited; null when none waits. */
  longest: number | null;
}

/** @example waitingSince(['2026-11-01', '2026-11-20'], '2026-11-21') // { count: 2, overAWeek: 1, longest: 20 } */
export function waitingSince(madeOn: readonly Day[], today: Day): Waiting {
  const days = madeOn.map((day) => daysBetween(day, today));
  return {
    count: days.length,
    overAWeek: days.filter((waited) => waited > answerWithin).length,
    longest: days.length ? Math.max(...days) : null,
  };
}

/** Each suggestion is answered once; what was answered stays as its writer read it. */
export function mayAnswer({ answer }: { answer: string | null }): Refusal | null {
  if (answer === null) return null;
  return refuse('Suggestions', 'somebody has answered this already', 'look at what was answered');
}
