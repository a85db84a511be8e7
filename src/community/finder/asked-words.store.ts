import { sql } from 'kysely';
import type { Thing } from './asking.ts';
import { neverSlips } from './words/plain-words.ts';

/** At this likeness (trigrams shared, 0 to 1) one word is taken for a slip of another. A judgement: 'quilitng', 'quilting'. */
const likeness = 0.4;
/** What another word counts for beside the one that was said. Judgements, tried on the labelled searches. */
const counts = { said: 1, same: 0.85, near: 0.35, slip: 0.8 };

/**
 * Every word as a query, by the number of its thing from 0: what was said, what it may be a slip of, and the words like
 * it; then each thing as one query, and what is only near
 * to it as another.
 */
export function wordsAskedFor(council: number, things: readonly Thing[]) {
  const words = things.flatMap(({ said, same, near }, n) => [
    {
      n,
      word: said,
      counts: counts.said,
      mayBeSlip: same.length + near.length === 0 && !neverSlips.has(said),
    },
    ...same.map((word) => ({ n, word, counts: counts.same, mayBeSlip: false })),
    ...near.map((word) => ({ n, word, counts: counts.near, mayBeSlip: false })),
  ]);
  const weights = things.map(({ weight }, n) => ({ n, weight }));
  return sql`word as materialized (
      select n, word, phraseto_tsquery('english', word) as query, counts, "mayBeSlip" from jsonb_to_recordset(${JSON.stringify(words)}::jsonb)
        as w(n integer, word text, counts real, "mayBeSlip" boolean)),
    slip as materialized (
      select t.n, t.word as typed, near.word as read from word t
      cross join lateral (select w.word from listing_word w
        where w.council_id = ${council} and w.word % t.word and similarity(w.word, t.word) >= ${likeness} and left(w.word, 1) = left(t.word, 1)
        order by similarity(w.word, t.word) desc, w.word limit 1) near
      where t."mayBeSlip" and length(t.word) >= 5 and not exists (select from listing l
          where l.council_id = ${council} and l.state = 'listed' and l.search @@ t.query)),
    said as materialized (
      select n, query, max(counts) as counts from (
        select n, query, counts from word
        union all select n, plainto_tsquery('english', read), ${counts.slip} from slip) q
      where numnode(query) > 0 group by n, query),
    asked as materialized (
      select s.n, t.weight, is_near, string_agg(s.query::text, ' | ')::tsquery as query
      from (select *, counts <= ${counts.near} as is_near from said) s
      join jsonb_to_recordset(${JSON.stringify(weights)}::jsonb) as t(n integer, weight real) on t.n = s.n
      group by s.n, t.weight, is_near)`;
}
