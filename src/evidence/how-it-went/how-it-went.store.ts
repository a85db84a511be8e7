import { sql } from 'kysely';
import { type CouncilReader, readRows } from '../../platform/db/council.ts';
import { groupName, type Question } from '../counting/groups.store.ts';
import { joinByHashing } from '../measures.store.ts';
import type { Counted } from './counted.ts';
import { connections } from './counting/connections.store.ts';
import { countsOf, listOf } from './counting/counts.store.ts';
import { notGot } from './counting/not-got.store.ts';
import { outcomes } from './counting/outcomes.store.ts';
import { promises } from './counting/promises.store.ts';
import { going } from './counting/since.store.ts';
import { lasted, staying } from './counting/staying.store.ts';

/**
 * Everything the page counts, in one statement over the same people as every other page of evidence: nobody's row comes
 * into Node. It says what the rules in `rules/` say, and `how-it-went.store.test.ts` holds the two together.
 */
export async function countHowItWent(db: CouncilReader, question: Question): Promise<Counted> {
  const sections = [staying, connections, promises, notGot, outcomes].map((one) => one(db, question));
  await joinByHashing(db, 'off');
  const [row] = await readRows<Counted>(
    db,
    sql`with ${going(db, question)}, ${countsOf(sections)}, ${lasted}
    select ${listOf('shares')} as shares, ${listOf('spreads')} as spreads, ${listOf('tallies')} as tallies,
      coalesce((select json_agg(json_build_object('group', ${groupName}, 'day', day, 'became', became, 'people', people)) from lasted), '[]') as lasted`,
  );
  await joinByHashing(db, 'on');
  if (!row) throw new Error('one statement returns one row');
  return row;
}
