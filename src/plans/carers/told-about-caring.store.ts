import { sql } from 'kysely';
import { saidBy } from '../../people/carers/statements.store.ts';
import { type CouncilReader, councilOf, readRows } from '../../platform/db/council.ts';
import type { MarkedWords, ToldAboutCaring } from './told-about-caring.ts';

/** What a carer told us about caring, for a page of their own record. */
export async function toldAboutCaring(db: CouncilReader, carerId: string): Promise<ToldAboutCaring> {
  const marked = await readRows<MarkedWords>(
    db,
    sql`select kind, phrase from tagged_fact where council_id = ${councilOf(db)} and person_id = ${carerId}
      and kind in ('carer-likely-to-stay', 'carer-wishes') order by happened_on desc, id desc limit 20`,
  );
  return { statements: (await saidBy(db, carerId)).filter(({ isCurrent }) => isCurrent), marked };
}
