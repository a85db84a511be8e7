import type { CouncilDb } from '../platform/db/council.ts';
import { carerSaid } from './carers/saying.store.ts';
import type { Entry } from './conversation.ts';
import type { FactName } from './facts.ts';
import { answersFromFact } from './safeguarding/from-a-fact.store.ts';

/** A fact as it has just been kept, with the entry its words stand in. */
export interface KeptFact {
  factId: string;
  kind: FactName;
  phrase: string;
  /** Who said it, as people say it. */
  saidBy: string;
  details: Record<string, string>;
  entry: Entry;
}

/** Something a fact sets going beside itself: it looks at the kind, and does nothing for the others. */
type Begins = (db: CouncilDb, fact: KeptFact) => Promise<void>;

/** One line for each; they run in this order, in the transaction that keeps the fact. */
const begins: readonly Begins[] = [answersFromFact, carerSaid];

/**
 * What marking a fact sets going at once, so that a duty never waits for somebody to fill in a second place
 * (N2: safeguarding answers open an enquiry the same minute; N5: willing and able become dated statements).
 */
export async function setGoing(db: CouncilDb, fact: KeptFact): Promise<void> {
  for (const begin of begins) await begin(db, fact);
}
