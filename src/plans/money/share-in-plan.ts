import { type BudgetPart, moneyInWords, totalsOf } from '../budget.ts';
import type { FinancialAssessment } from './share.ts';

/** What the record allows, as far as a plan asks. */
export type ShareAllowed = Pick<FinancialAssessment, 'weeklyPence'>;

/**
 * C3-5: why a plan's parts ask more of the person than the written record says; null when they do not. Nothing is
 * asked without a record (Care Act 2014 s14, s17, s26); where they would rather not say (`weeklyPence` null) there
 * is no most but the cost itself. A record that says nothing is to pay covers what is paid once too.
 * @example tooMuchAsked(parts, null)?.because // 'they would pay a share, and there is no written record …'
 */
export function tooMuchAsked(
  parts: readonly BudgetPart[],
  record: ShareAllowed | null,
): { because: string; satisfyBy: string } | null {
  const { weekly, once } = totalsOf(parts);
  if (weekly.person + once.person === 0) return null;
  if (!record)
    return {
      because: 'they would pay a share, and there is no written record of how it was worked out',
      satisfyBy: 'work it out with them first (Care Act 2014 s17)',
    };
  const most = record.weeklyPence;
  if (most === null) return null;
  if (weekly.person > most)
    return {
      because: `they would pay ${moneyInWords(weekly.person)} a week, and the record says ${moneyInWords(most)} at most`,
      satisfyBy: 'let the council pay the rest, or work out their share again with them',
    };
  if (most === 0 && once.person > 0)
    return {
      because: `they would pay ${moneyInWords(once.person)} once, and the record says there is nothing to pay`,
      satisfyBy: 'let the council pay it, or work out their share again with them',
    };
  return null;
}
