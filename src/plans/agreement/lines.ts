import type { NotAgreed, Plan } from '../plan.ts';

/** One line of a plan that a person may agree with or not. */
export interface Line {
  key: string;
  needId: string | null;
  partId: string | null;
  label: string;
}

/** Every line of a plan, in the order it is read: needs, parts of the budget, and anything else in it. */
export function linesOf({ needs, parts }: Pick<Plan, 'needs' | 'parts'>): Line[] {
  return [
    ...needs.map(({ id, need }) => ({ key: `need-${id}`, needId: id, partId: null, label: need })),
    ...parts.map(({ id, what }) => ({
      key: `part-${id}`,
      needId: null,
      partId: id,
      label: `${what}, in the fair budget`,
    })),
    { key: 'something-else', needId: null, partId: null, label: 'Something else in the plan' },
  ];
}

/** What they do not agree with, each line as a phrase with their words. @example ['A cooked lunch: “Not at the club.”'] */
export function notAgreedInWords(plan: Pick<Plan, 'needs' | 'parts' | 'notAgreed'>): string[] {
  const label = ({ needId, partId }: NotAgreed) =>
    linesOf(plan).find((line) => line.needId === needId && line.partId === partId)?.label ??
    'Something else in the plan';
  return plan.notAgreed.map((line) => (line.words ? `${label(line)}: “${line.words}”` : label(line)));
}
