import { sql } from 'kysely';
import { type CouncilReader, councilOf, readRows } from '../../platform/db/council.ts';
import type { Said } from '../said.ts';

/** Where a listing is read from, and who said what of it: what its page tells under the heading of sources. */
export interface Provenance {
  /** Its own source, and those of the listings joined into it. */
  sources: string[];
  said: Said;
}

export async function readProvenance(db: CouncilReader, listingId: string): Promise<Provenance> {
  const council = councilOf(db);
  const [row] = await readRows<Provenance>(
    db,
    sql`select l.said, coalesce((select json_agg(distinct f.name) from feed f, listing j
          where f.council_id = ${council} and j.council_id = ${council} and j.feed_id = f.id
            and (j.id = l.id or j.joined_into = l.id)), '[]') as sources
      from listing l where l.council_id = ${council} and l.id = ${listingId}`,
  );
  return row ?? { sources: [], said: {} };
}
