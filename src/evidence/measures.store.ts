import { sql } from 'kysely';
import { type CouncilReader, readRows } from '../platform/db/council.ts';
import { everybody } from './counting/everybody.store.ts';
import type { Question } from './counting/groups.store.ts';
import { endsByDay, weeks } from './counting/over-time.store.ts';
import { waits } from './counting/waits.store.ts';
import { supportWeeks, weeksBeside } from './counting/weekly-support.store.ts';
import { windows } from './counting/windows.store.ts';
import type { Measured } from './measured.ts';

export type { Question };

/**
 * Every measure of a site, counted by the database in one statement: nobody's row comes into Node. It says what
 * `episodes`, `followed`, `conversion`, `returns`, `time-to-conversation` and `highest-conversation` say, and
 * `measures.store.test.ts` holds the two together.
 *
 * An episode belongs to the team of its first contact. A person belongs to one group for the days since the site began,
 * by the first episode at which they were new (E2), wherever they were answered afterwards: so the groups are separate people
 * and nobody moves between them because of what followed.
 */
export async function measure(db: CouncilReader, question: Question): Promise<Measured> {
  await joinByHashing(db, 'off');
  const [row] = await readRows<Measured>(
    db,
    sql`with ${everybody(db, question)}, ${windows(question)}, ${waits(question)}, ${endsByDay(question)}, ${weeks(question)},
      ${weeksBeside(question)}, ${supportWeeks(question)}
    select coalesce((select json_agg(w) from windows w), '[]') as windows, coalesce((select json_agg(c) from came c), '[]') as came,
      coalesce((select json_agg(w) from waits w), '[]') as waits, coalesce((select json_agg(r) from reached r), '[]') as reached,
      coalesce((select json_agg(e) from ends_by_day e), '[]') as ends,
      coalesce((select json_agg(w order by w.on) from weeks w), '[]') as weeks,
      coalesce((select json_agg(w order by w.on) from weeks_beside w), '[]') as "weeksBeside",
      coalesce((select json_agg(w order by w.on) from support_weeks w), '[]') as "supportWeeks"`,
  );
  await joinByHashing(db, 'on');
  if (!row) throw new Error('one statement returns one row');
  return row;
}

/**
 * Everybody is joined to everybody's conversations and support, so hashing is always the right way; a planner that has not
 * yet seen the tables grow thinks there are three people and goes through everybody for each of them. Compiling the
 * statement would take longer than running it.
 */
export async function joinByHashing(db: CouncilReader, others: 'on' | 'off'): Promise<void> {
  await readRows(
    db,
    sql`select set_config('enable_nestloop', ${others}, true), set_config('enable_mergejoin', ${others}, true),
      set_config('work_mem', '32MB', true), set_config('jit', 'off', true)`,
  );
}
