import { sql } from 'kysely';
import type { LetterOfTheirs } from '../../plans/letters/letters.store.ts';
import { type CouncilReader, councilOf, readRows } from '../../platform/db/council.ts';

/** A letter somebody may open: it stands, or they have been given it, or it tells them what is to come. */
export function mayOpen({ of, since, copies }: Pick<LetterOfTheirs, 'of' | 'since' | 'copies'>): boolean {
  return since !== null || of === 'told-beforehand' || copies.some(({ isToPerson }) => isToPerson);
}

/** Who a letter is from. */
export async function councilAsSender(db: CouncilReader): Promise<{ name: string; phone: string | null }> {
  const [row] = await readRows<{ name: string; phone: string | null }>(
    db,
    sql`select name, nullif(settings->>'phone', '') as phone from council where council_id = ${councilOf(db)}`,
  );
  if (!row) throw new Error('a visit has its council');
  return row;
}
