import { type RawBuilder, sql } from 'kysely';
import type { Narrowing } from './open-referral.forms.ts';

/** May go out at all, of a listing called `l`. */
export const mayGoOut = sql`may_go_out(l.state, l.particulars)`;

/** Only the listings `l` that all of what was asked fits. Ages and times as the standard words them. */
export function narrowed(council: number, asked: Narrowing): RawBuilder<unknown> {
  const { search, taxonomy_term_id, taxonomy_id, minimum_age, maximum_age } = asked;
  const { start_time, end_time, day, modified_after } = asked;
  const conditions = [
    sql`l.council_id = ${council}`,
    mayGoOut,
    search && sql`l.search @@ websearch_to_tsquery('english', ${search})`,
    taxonomy_term_id && sql`l.id in (${carrying(council, taxonomy_term_id)})`,
    taxonomy_id &&
      sql`l.id in (select t.listing_id from listing_term t join taxonomy_term w on w.council_id = ${council} and w.id = t.term_id
        where t.council_id = ${council} and w.taxonomy_id = ${taxonomy_id})`,
    minimum_age !== null && sql`l.minimum_age >= ${minimum_age}`,
    maximum_age !== null && sql`l.maximum_age <= ${maximum_age}`,
    day && sql`${day} = any (l.days)`,
    (start_time || end_time) && meetsWithin(day, start_time, end_time),
    modified_after &&
      sql`l.id in (select c.listing_id from listing_change c where c.council_id = ${council} and c.changed_at >= ${modified_after})`,
  ];
  return sql.join(
    conditions.filter((one) => typeof one === 'object' && one !== null),
    sql` and `,
  );
}

/** One and the same schedule is on that day, opens no earlier and closes no later. Written out, not called: a call a row is slow. */
function meetsWithin(day: string | null, earliest: string | null, latest: string | null) {
  const onDay = sql`(s ->> 'freq' = 'DAILY' or exists (select from jsonb_array_elements_text(s -> 'byday') d
    where right(d, 2) = ${day}))`;
  return sql`exists (select from jsonb_array_elements(l.particulars -> 'schedules') s where true
    ${earliest ? sql`and s ->> 'opensAt' >= ${earliest}` : sql``} ${latest ? sql`and s ->> 'closesAt' <= ${latest}` : sql``}
    ${day ? sql`and ${onDay}` : sql``})`;
}

/** True when anything was asked: then what fits is worked out once, and not once to count and once to show. */
export const isNarrowed = (asked: Narrowing): boolean => Object.values(asked).some((value) => value !== null);

/** What carries a term; one nobody filed is a topic or an audience in a listing's own words. */
function carrying(council: number, termId: string) {
  const ownWords = (list: 'topics' | 'audiences') =>
    sql`select o.id from listing o where o.council_id = ${council} and o.state = 'listed'
      and not exists (select from taxonomy_term k where k.council_id = ${council} and k.id = ${termId})
      and exists (select from jsonb_array_elements_text(o.particulars -> ${sql.lit(list)}) w
        where steady_id(${sql.lit(`${list}/`)} || lower(w)) = ${termId})`;
  return sql`select t.listing_id from listing_term t where t.council_id = ${council} and t.term_id = ${termId}
    union all ${ownWords('topics')} union all ${ownWords('audiences')}`;
}
