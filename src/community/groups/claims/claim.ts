import { type Refusal, refuse } from '../../../platform/refusal.ts';

/** What decides whether an editor's answer to a claim can stand. */
export interface ToAnswer {
  answer: 'yes' | 'no' | null;
  /** The listing has an organisation, so there may be more than one listing to speak for. */
  hasOrganisation: boolean;
}

/**
 * May this claim be answered so? Once, by a yes that covers one listing or all of its organisation's, or by a no with
 * why. Declining is an honest answer, and the claimant reads it.
 * @returns null when it may
 */
export function mayAnswer(
  claim: ToAnswer,
  answer: { answer: 'yes' | 'no'; coversAll: boolean; why: string | null },
): Refusal | null {
  if (claim.answer !== null)
    return refuse('Claims', 'somebody has answered this already', 'look at what was answered');
  if (answer.answer === 'no' && !answer.why)
    return refuse('Claims', 'they are owed a reason', 'write why, in words they will read');
  if (answer.answer === 'yes' && answer.coversAll && !claim.hasOrganisation)
    return refuse(
      'Claims',
      'we do not know which organisation runs this',
      'say yes for this listing, and join its organisation first for the others',
    );
  return null;
}
