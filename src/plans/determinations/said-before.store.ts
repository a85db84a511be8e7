import { sql } from 'kysely';
import type { Day } from '../../platform/clock.ts';
import { type CouncilReader, councilOf, readRows } from '../../platform/db/council.ts';

/** Words already said that bear on the decision, tagged in any conversation, so that nobody is asked twice. */
export interface SaidBefore {
  kind: 'what-matters' | 'wanted-outcome' | 'unable' | 'impact';
  phrase: string;
  outcome: string | null;
  sense: string | null;
  saidOn: Day;
}

export async function saidBefore(db: CouncilReader, personId: string): Promise<SaidBefore[]> {
  return readRows<SaidBefore>(
    db,
    sql`select kind, phrase, details->>'outcome' as outcome, details->>'sense' as sense, happened_on as "saidOn"
      from tagged_fact where council_id = ${councilOf(db)} and person_id = ${personId}
        and kind in ('what-matters', 'wanted-outcome', 'unable', 'impact')
      order by happened_on desc, id desc limit 100`,
  );
}
