import { sql } from 'kysely';
import { type CouncilReader, councilOf, readRows } from '../../platform/db/council.ts';
import type { Waiting } from './suggestions/suggestion.ts';
import { suggestionsWaiting } from './suggestions/suggestions.store.ts';

/** What waits for whoever looks after the directory. */
export interface EditorsWork {
  claims: number;
  suggestions: Waiting;
  /** Pairs of listings that look like one group. */
  duplicates: number;
  /** Groups somebody is to ring, because they did not answer. */
  calls: number;
  /** Listings somebody says are wrong. */
  concerns: number;
}

/** Everything that waits, counted in one statement. */
export async function editorsWork(db: CouncilReader): Promise<EditorsWork> {
  const council = councilOf(db);
  const [row] = await readRows<Omit<EditorsWork, 'suggestions'>>(
    db,
    sql`select
      (select count(*) from claim where council_id = ${council} and answered_at is null) as claims,
      (select count(*) from listing_pair where council_id = ${council} and state = 'found') as duplicates,
      (select count(*) from asking where council_id = ${council} and way = 'phone' and answered_on is null) as calls,
      (select count(distinct listing_id) from listing_concern where council_id = ${council} and settled_at is null) as concerns`,
  );
  const counted = row ?? { claims: 0, duplicates: 0, calls: 0, concerns: 0 };
  return { ...counted, suggestions: await suggestionsWaiting(db) };
}
