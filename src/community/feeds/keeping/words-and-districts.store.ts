import { sql } from 'kysely';
import { type CouncilDb, councilOf } from '../../../platform/db/council.ts';

/** After the listings changed: the words they use, for slips of spelling, and about where each postcode district is. */
export async function refreshWordsAndDistricts(db: CouncilDb): Promise<void> {
  const council = councilOf(db);
  await sql`select settle_listing_search()`.execute(db);
  await sql`delete from listing_word where council_id = ${council}`.execute(db);
  await sql`insert into listing_word (council_id, word)
    select ${council}, word from ts_stat(format('select to_tsvector(''simple'', name || '' '' || other_words || '' '' || coalesce(summary, ''''))
      from listing where council_id = %s and state = ''listed''', ${council}::integer))
    where word ~ '^[a-z]{3,30}$'`.execute(db);
  await sql`insert into postcode_district (council_id, code, latitude, longitude, is_from_listings)
    select council_id, district, avg(latitude), avg(longitude), true from listing_place
    where council_id = ${council} and district is not null and latitude is not null group by council_id, district
    on conflict (council_id, code) do update set latitude = excluded.latitude, longitude = excluded.longitude
      where postcode_district.is_from_listings`.execute(db);
}
