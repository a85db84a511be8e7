import { addDays, type Day, daysBetween } from '../../platform/clock.ts';
import { type Refusal, refuse } from '../../platform/refusal.ts';
import { dayInWords } from '../figure.ts';

/** A quarter: the next publication of a site is as at a day at least this long after the last. A judgement. */
export const LEAST_DAYS_BETWEEN = 91;

/** E10: publications of one site stand a quarter apart, so that little can be read from their difference. */
export function mayPrepare(facts: {
  asAt: Day;
  lastAsAt: Day | null;
  isInPreparation: boolean;
}): Refusal | null {
  if (facts.isInPreparation)
    return refuse(
      'E10',
      'a publication of this site is being prepared already',
      'agree to it or set it aside first',
    );
  if (facts.lastAsAt && daysBetween(facts.lastAsAt, facts.asAt) < LEAST_DAYS_BETWEEN)
    return refuse(
      'E10',
      `the last one was as at ${dayInWords(facts.lastAsAt)}, and two so soon after one another show who came in between`,
      `wait until ${dayInWords(addDays(facts.lastAsAt, LEAST_DAYS_BETWEEN))}`,
    );
  return null;
}

/** E8 and E10: nothing goes out with nothing beside it, or without a second person's yes. */
export function mayAgree(facts: {
  preparedBy: string;
  agreeing: string;
  isCounterMeasureTold: boolean;
  stories: number;
}): Refusal | null {
  if (facts.preparedBy === facts.agreeing)
    return refuse('E10', 'whoever prepared it cannot agree to it', 'ask a colleague to read it and say yes');
  if (!facts.isCounterMeasureTold && facts.stories === 0)
    return refuse(
      'E8',
      'too few have been followed to tell how many came back, so nothing would stand beside the figures',
      'write a story that somebody agreed to have told',
    );
  return null;
}
