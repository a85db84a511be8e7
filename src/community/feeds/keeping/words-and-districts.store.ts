import { sql } from 'kysely';
import { type CouncilDb, councilOf } from '../../../platform/db/council.ts';
import type { ListingKept } from '../../listing-kept.ts';

/** Adds what listings are called and say, cut at spaces: the words of a directory are few, however many its listings. */
export function addWords(
  words: Set<string>,
  listings: readonly Pick<ListingKept, 'name' | 'otherWords' | 'summary'>[],
): void {
  for (const { name, otherWords, summary } of listings)
    for (const part of `${name} ${otherWords} ${summary ?? ''}`.toLowerCase().split(' ')) words.add(part);
}

/**
 * After the listings changed: the words they use, for slips of spelling, and about where each postcode district is.
 * @param words of the new listings, when none but new ones came: reading all of them again takes seconds. Null otherwise
 */
export async function settleDirectory(db: CouncilDb, words: ReadonlySet<string> | null): Promise<void> {
  await sql`select settle_listing_search()`.execute(db);
  if (words) await keepWords(db, words);
  else await keepAllWords(db);
  await keepDistricts(db);
}

/** Of the plain letters that a slip is looked for among, and long enough to be told from another. */
const isWord = sql`word ~ '^[a-z]{3,30}$'`;

async function keepWords(db: CouncilDb, words: ReadonlySet<string>): Promise<void> {
  const parts = [...words].filter((part) => /[a-z]{3}/.test(part));
  await sql`insert into listing_word (council_id, word)
    select distinct ${councilOf(db)}::integer, word
    from unnest(${parts}::text[]) part, unnest(tsvector_to_array(to_tsvector('simple', part))) word
    where ${isWord} on conflict do nothing`.execute(db);
}

async function keepAllWords(db: CouncilDb): Promise<void> {
  const council = councilOf(db);
  await sql`delete from listing_word where council_id = ${council}`.execute(db);
  await sql`insert into listing_word (council_id, word)
    select ${council}, word from ts_stat(format('select to_tsvector(''simple'', name || '' '' || other_words || '' '' || coalesce(summary, ''''))
      from listing where council_id = %s and state = ''listed''', ${council}::integer))
    where ${isWord}`.execute(db);
}

async function keepDistricts(db: CouncilDb): Promise<void> {
  const council = councilOf(db);
  await sql`insert into postcode_district (council_id, code, latitude, longitude, is_from_listings)
    select council_id, district, avg(latitude), avg(longitude), true from listing_place
    where council_id = ${council} and district is not null and latitude is not null group by council_id, district
    on conflict (council_id, code) do update set latitude = excluded.latitude, longitude = excluded.longitude
      where postcode_district.is_from_listings`.execute(db);
}
