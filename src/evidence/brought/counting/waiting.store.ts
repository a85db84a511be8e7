import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../../platform/clock.ts';
import { events, kinds } from '../reading/format.ts';
import { waitingMonths } from './counted.ts';
import type { Asked } from './counting.store.ts';
import { is, isOngoing, numbers } from './events.store.ts';

/**
 * Who waits as at the day, each person once: got in touch and neither spoken with nor answered in another way; support agreed
 * and none begun since; ongoing support open, and a year since it began or was last looked at together.
 */
export function waiting({ asOf }: Asked) {
  const isHere = sql`least(died_on, moved_away_on) is null`;
  return sql`waiting_to_talk as (
    select person_id, min(started_on) as since from followed
    where spoken_on is null and outcome is null and happened_on is null and ${isHere} group by person_id
  ),
  looked_at as (
    select person, max(starts) filter (where event in ${numbers([events.review, events['service start']])}) as last_on
    from in_order group by person
    having bool_or(${isOngoing} and ends >= ${asOf}::date) and not bool_or(event in ${numbers([events['move away'], events.death])})
  ),
  waiting as (
    select (select count(*) from waiting_to_talk) as "forConversation",
      (select count(*) from waiting_to_talk where since < ${asOf}::date - interval '6 months') as "forConversationOverSixMonths",
      (select coalesce(json_agg(n order by place), '[]') from (
        select place, count(since) as n from generate_series(0, ${sql.lit(waitingMonths.length)}) place
          left join waiting_to_talk on width_bucket(since, ${monthsBefore(asOf)}) = place group by place) w) as "forConversationByMonths",
      (select count(distinct a.person) from in_order a where a.${is('service agreed')} and a.moved_on is null
        and not exists (select from deaths d where d.person = a.person)
        and not exists (select from in_order s where s.person = a.person and s.${is('service start')} and s.starts >= a.starts)) as "forSupport",
      (select count(*) from looked_at where last_on <= ${asOf}::date - interval '1 year') as "catchUpsOverdue"
  )`;
}

/** The days so many months before, the longest ago first: who waits since before the first waits longer than its months. */
const monthsBefore = (asOf: Day): RawBuilder<unknown> =>
  sql`array[${sql.join(waitingMonths.map((months) => sql`(${asOf}::date - ${`${months} months`}::interval)::date`))}]`;

/** Of completed short-term support meant to give independence, what began within 28 days of its end. */
export function afterShortTerm({ from, asOf }: Asked) {
  return sql`after_short_term as (
    select count(*) filter (where is_known) as ended, count(*) filter (where is_known and supported_on <= ends + 28) as ongoing,
      count(*) filter (where is_known and supported_on <= ends + 28 and exists (select from in_order c
        where c.person = s.person and c.${is('service start')} and c.kind = ${sql.lit(kinds.community)} and c.starts = s.supported_on)) as community,
      count(*) filter (where not is_known) as "notYetKnown"
    from (select *, ends <= ${asOf}::date - 28 as is_known from in_order
      where ${is('service start')} and kind = ${sql.lit(kinds['st-max'])} and starts >= ${from}::date and ends <= ${asOf}::date) s
  )`;
}
