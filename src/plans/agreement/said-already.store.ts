import { sql } from 'kysely';
import { type CouncilReader, councilOf, readRows } from '../../platform/db/council.ts';
import type { Plan } from '../plan.ts';

/** What they said, at their own page, that they do not agree with: by the line's key, their words. */
export type SaidAlready = Readonly<Record<string, string>>;

/** C3-5, W1: what they disagreed with before the plan was read together, so that nobody is asked to say it twice. */
export async function saidAlready(db: CouncilReader, plan: Pick<Plan, 'needs'>): Promise<SaidAlready> {
  const rows = await readRows<{ needId: string; words: string }>(
    db,
    sql`select thing_id as "needId", coalesce(words, '') as words from said_beside
      where council_id = ${councilOf(db)} and kind = 'need' and what = 'disagree' and stands
        and thing_id = any (${plan.needs.map(({ id }) => id)}::uuid[])`,
  );
  return Object.fromEntries(rows.map(({ needId, words }) => [`need-${needId}`, words]));
}
