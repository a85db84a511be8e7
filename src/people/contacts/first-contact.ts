import type { Permission } from './contact.ts';

/** The three things a contact cannot be saved without (F3). */
export type ContactNeed = 'who' | 'who-is-speaking' | 'words';

export interface FirstWords {
  /** Somebody known already. */
  person?: string | null | undefined;
  name?: string | null | undefined;
  /** A way to reach them, when there is no name: a phone, a bench by the harbour. */
  reach?: string | null | undefined;
  madeBy?: string | null | undefined;
  permission?: Permission | null | undefined;
  words?: string | null | undefined;
}

/**
 * F3: what of the three is still missing. A name or a way to reach them is enough; who is speaking needs a name only
 * when it is not the person themselves.
 * @example whatContactNeeds({ reach: 'the bench by the harbour', permission: 'own-words', words: 'Cold.' }) // []
 */
export function whatContactNeeds(said: FirstWords): ContactNeed[] {
  const isSomebody = [said.person, said.name, said.reach].some((one) => one?.trim());
  const isSpeaking = said.permission && (said.permission === 'own-words' || said.madeBy?.trim());
  return [
    ...(isSomebody ? [] : ['who' as const]),
    ...(isSpeaking ? [] : ['who-is-speaking' as const]),
    ...(said.words?.trim() ? [] : ['words' as const]),
  ];
}
