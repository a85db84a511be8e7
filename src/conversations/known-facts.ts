import { type Refusal, refuse } from '../platform/refusal.ts';
import type { Fact } from './conversation.ts';
import { type FactName, factKind, missingDetails } from './facts.ts';

/** What a rule needs of a fact. */
export type KnownFact = Pick<Fact, 'kind' | 'phrase' | 'details' | 'happenedOn' | 'recordedAt'>;

/** Something still missing: the rule, what would satisfy it, and the facts that would. */
export interface Missing extends Refusal {
  answers: FactName[];
}

/** The last word on something: by the day it was said, then by when it was written. */
export function latest(facts: readonly KnownFact[], kind: FactName): KnownFact | undefined {
  const saidOn = (fact: KnownFact) =>
    `${fact.details.declinedOn || fact.happenedOn} ${fact.recordedAt.toISOString()}`;
  return facts
    .filter((fact) => fact.kind === kind)
    .toSorted((one, other) => (saidOn(one) < saidOn(other) ? -1 : 1))
    .at(-1);
}

/** Whether a fact stands with everything it has to carry. */
export function isComplete(fact: KnownFact | undefined): boolean {
  return fact !== undefined && missingDetails(fact.kind, fact.details).length === 0;
}

/** What the facts of these kinds still lack, each as a “not yet” of its own. */
export function halfWritten(facts: readonly KnownFact[], kinds: readonly FactName[]): Missing[] {
  return kinds.flatMap((kind) => {
    const fact = latest(facts, kind);
    const lacking = fact ? missingDetails(kind, fact.details) : [];
    if (lacking.length)
      return [
        missing(
          'C1-1',
          `“${lower(factKind(kind).title)}” is only half written`,
          `write: ${lacking.join('; ')}`,
          [kind],
        ),
      ];
    return kind === 'needs-assessment-made' && fact
      ? [
          missing(
            'C1-1',
            'they were told that it was their needs assessment only afterwards',
            'tell them beforehand, and have that conversation',
            [kind],
          ),
        ]
      : [];
  });
}

export function missing(rule: string, because: string, satisfyBy: string, answers: FactName[]): Missing {
  return { ...refuse(rule, because, satisfyBy), answers };
}

export const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
