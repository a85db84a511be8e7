import { carersOf } from '../../people/carers/caring.store.ts';
import { statementsFor } from '../../people/carers/statements.store.ts';
import type { CouncilReader } from '../../platform/db/council.ts';
import type { Carers } from './leaning.ts';

/** Those a person's plan may lean on by what they said themselves. */
export async function readCarers(db: CouncilReader, personId: string): Promise<Carers> {
  return { carers: await carersOf(db, personId), statements: await statementsFor(db, personId) };
}
