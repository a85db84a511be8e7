import { type Refusal, refuse } from '../../platform/refusal.ts';

/** Who holds a contact, and who has been asked to take it on. */
export interface Belonging {
  heldById: string | null;
  /** Their name, for sentences. */
  heldBy: string | null;
  asked: readonly { answer: 'yes' | 'not-now' | null }[];
}

/**
 * F1: a contact belongs to one colleague by name, from the moment it was answered. Only whoever holds it may ask
 * somebody to take it on, one colleague at a time; there is no team, list or desk to send it to.
 * @example mayAsk({ heldById: 'rowan', heldBy: 'Rowan', asked: [] }, 'rowan', 'priya') // null: they may
 */
export function mayAsk(contact: Belonging, me: string, colleague: string): Refusal | null {
  if (contact.heldById !== me)
    return refuse(
      'F1',
      `${contact.heldBy ?? 'nobody'} holds this contact, so only they can ask somebody to take it on`,
      'speak with them first',
    );
  if (colleague === me) return refuse('F1', 'it is already yours', 'choose a colleague');
  if (contact.asked.some(({ answer }) => answer === null))
    return refuse(
      'F1',
      'somebody has already been asked and has not answered',
      'wait for their answer, or speak with them',
    );
  return null;
}

/** F1: what nobody holds, because it was written to us and not answered, whoever sees it may take on. */
export function mayTake({ heldById, heldBy }: Belonging, me: string): Refusal | null {
  if (heldById === null) return null;
  if (heldById === me) return refuse('F1', 'it is already yours', 'open the person’s page');
  return refuse('F1', `${heldBy ?? 'somebody'} holds this contact`, 'speak with them first');
}

/** F1: whose it is once a colleague answered: theirs on a yes, where it was on “not now”. @example holderAfter('rowan', 'priya', 'not-now') // 'rowan' */
export function holderAfter(
  holder: string | null,
  colleague: string,
  answer: 'yes' | 'not-now',
): string | null {
  return answer === 'yes' ? colleague : holder;
}

/** F1: an answer is given once. */
export function mayAnswer(given: 'yes' | 'not-now' | null): Refusal | null {
  return given ? refuse('F1', 'you have already answered', 'open Today to see where it is') : null;
}
