import { type Advocacy, advocateBlocks, nobodyLooked } from '../advocacy/advocacy.ts';
import { isComplete, type KnownFact, latest, type Missing } from '../known-facts.ts';

/** What protects somebody, looked at where a rule would otherwise say yes. */
export interface Protection {
  /** N2: a safeguarding enquiry is open. */
  hasOpenEnquiry: boolean;
  /** N3: what is known of their being heard. */
  advocacy: Advocacy;
}

export const nothingOpen: Protection = { hasOpenEnquiry: false, advocacy: nobodyLooked };

/**
 * N3: a needs assessment made in this conversation was complete only if an advocate, where one is wanted, was in
 * place on that day.
 */
export function heardInIt(facts: readonly KnownFact[], { advocacy }: Protection): Missing[] {
  const made = latest(facts, 'needs-assessment-made');
  if (!made || !isComplete(made)) return [];
  const refusal = advocateBlocks(advocacy, 'needs-assessment', made.details.madeOn ?? made.happenedOn);
  return refusal ? [{ ...refusal, answers: ['needs-assessment-made'] }] : [];
}
