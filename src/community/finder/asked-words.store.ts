import { sql } from 'kysely';

/** At this likeness (trigrams shared, 0 to 1) one word is taken for a slip of another. A judgement: 'quilitng', 'quilting'. */
const likeness = 0.4;

/** Every word as a query: what was said, what it may be a slip of, and all of it together. */
export function wordsAskedFor(council: number, things: readonly (readonly string[])[]) {
  return sql`thing as materialized (
      select n, word, w.place from jsonb_array_elements(${JSON.stringify(things)}::jsonb) with ordinality t(words, n),
        jsonb_array_elements_text(words) with ordinality w(word, place) where word <> ''),
    slip as materialized (
      select t.n, t.word as typed, near.word as read from (select n, word from thing where place = 1) t
      cross join lateral (select w.word from listing_word w
        where w.council_id = ${council} and w.word % t.word and similarity(w.word, t.word) >= ${likeness}
        order by similarity(w.word, t.word) desc, w.word limit 2) near
      where length(t.word) >= 4 and not exists (select from thing o where o.n = t.n and o.place > 1)
        and not exists (select from listing_word k where k.council_id = ${council} and k.word = t.word)),
    said as materialized (
      select distinct n, query, is_own from (
        select n, phraseto_tsquery('english', word) as query, place = 1 as is_own from thing
        union all select n, plainto_tsquery('english', read), true from slip) q
      where numnode(query) > 0),
    asked as materialized (select n, string_agg(query::text, ' | ')::tsquery as query from said group by n),
    wanted as materialized (select string_agg(query::text, ' | ')::tsquery as query,
      coalesce(string_agg(query::text, ' | ') filter (where is_own), '')::tsquery as own from said)`;
}
