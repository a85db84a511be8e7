import type { ConversationKind } from '../conversation.ts';
import { type FactName, factKind, factsNeededAt } from '../facts.ts';
import { isComplete, type KnownFact, latest } from '../known-facts.ts';
import { wouldScreen } from './no-screening.ts';

/** Something nobody has said yet, as a plain question, with the law that asks. */
export interface StillToAsk {
  kind: FactName;
  question: string;
  law: string;
  isHalfWritten: boolean;
}

/**
 * C3-4: what a conversation looks for and has not yet heard, in the order of the law. It never blocks: what
 * must be there before something may happen is said where it happens (`mayRest`, `mayDetermine`). C1-3: only
 * conversation 3 looks for what decides eligibility.
 * @example stillToAsk(3, [told]).map(({ kind }) => kind) // everything conversation 3 looks for but 'told-beforehand'
 */
export function stillToAsk(conversation: ConversationKind, facts: readonly KnownFact[]): StillToAsk[] {
  const moments = {
    1: 'conversation-1-rests',
    2: 'conversation-2',
    3: 'conversation-3',
  } as const;
  return factsNeededAt(moments[conversation]).flatMap((kind) => {
    const fact = latest(facts, kind);
    if (isComplete(fact) || (conversation !== 3 && wouldScreen(kind))) return [];
    const { question, law } = factKind(kind);
    return [{ kind, question, law, isHalfWritten: fact !== undefined }];
  });
}
