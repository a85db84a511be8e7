import type { Day } from '../../../platform/clock.ts';
import { longDate } from '../../../platform/ui/dates.ts';
import { kindsInWords, type LetterKind } from '../letter.ts';

interface Theirs {
  of: LetterKind;
  since: Day | null;
}

const sinceWords: Record<LetterKind, (day: string) => string> = {
  'told-beforehand': (day) => `of ${day}`,
  'needs-assessment': (day) => `by ${day}`,
  determination: (day) => `of ${day}`,
  advice: (day) => `of ${day}`,
  'financial-assessment': (day) => `on ${day}`,
  plan: (day) => `agreed on ${day}`,
  'move-difference': (day) => `we heard of on ${day}`,
};

/** @example titleOf({ of: 'plan', since: '2026-11-21' }) // 'The plan, agreed on 21 November 2026' */
export function titleOf({ of, since }: Theirs): string {
  const { title } = kindsInWords[of];
  if (since) return `${title}, ${sinceWords[of](longDate(since))}`;
  return of === 'plan' ? `${title} that is still being written` : title;
}

const owing: Record<LetterKind, (name: string) => string> = {
  'told-beforehand': (name) => `${name} has not been told beforehand what this conversation is in law.`,
  'needs-assessment': (name) => `${name} has not been given a copy of what was talked about and found.`,
  determination: (name) => `${name} has not been given the decision and its reasons.`,
  advice: (name) => `${name} has not been given the advice in writing.`,
  'financial-assessment': (name) => `${name} has not been told in writing how the share was worked out.`,
  plan: (name) => `${name} has not been given the plan that stands.`,
  'move-difference': (name) => `${name} has not been told in writing what is different here, and why.`,
};

const laws: Record<LetterKind, string> = {
  'told-beforehand': 'C3-3; SI 2014/2827',
  'needs-assessment': 'Care Act 2014, section 12(3)',
  determination: 'Care Act 2014, section 13(2)',
  advice: 'Care Act 2014, section 13(5)',
  'financial-assessment': 'Care Act 2014, section 17(6)',
  plan: 'Care Act 2014, section 25(9)',
  'move-difference': 'Care Act 2014, section 38',
};

/** What is still owed, as a sentence with the law that says so. */
export function owedInWords({ of }: Theirs, name: string): string {
  return `${owing[of](name)} (${laws[of]})`;
}
