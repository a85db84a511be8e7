import { sql } from 'kysely';
import { events, kinds } from '../reading/format.ts';
import { outcomes } from './counted.ts';
import type { Asked } from './counting.store.ts';
import { CHAIN_GAP_DAYS, LOOK_AHEAD_DAYS, servicesByRank, type WayToSend } from './sequel.ts';

const lastRank = servicesByRank.length;
const second = sql`event = ${sql.lit(events.conversation)} and kind = ${sql.lit(kinds['conversation 2'])}`;

/** Ongoing support whose setting the file does not say ranks as support in the community. */
const rank = sql`case when event <> ${sql.lit(events['service start'])} then null when kind <= ${sql.lit(lastRank)} then kind
  when kind = ${sql.lit(kinds['long-term'])} then ${sql.lit(kinds.community)} end`;

/** E5, `sequel.ts` for every asking by somebody new: the chain with conversation 2 in it, and without where there was one. */
export const followUps = sql`follow_up as materialized (
    select f.person_id, f.episode, f.ended_on, i.starts, i.ends, ${rank} as rank, ${second} as is_second
    from followed f join in_order i on i.person = f.person_id and i.episode = f.episode
    where not f.had_ongoing and i.starts >= f.ended_on
      and i.event in (${sql.lit(events.conversation)}, ${sql.lit(events['service start'])}, ${sql.lit(events.review)})
  ),
  with_second as (${chain(sql`follow_up`)}),
  without_second as (${chain(sql`(select u.* from follow_up u where not u.is_second and exists (
      select from follow_up s where s.is_second and s.person_id = u.person_id and s.episode = u.episode)) v`)}
  )`;

/**
 * The highest rank in each chain before it first breaks. All before a break began on an earlier day than what breaks the chain,
 * so the first day of each rank beside the day of the first break tells, and the rows are gone through once.
 */
function chain(rows: ReturnType<typeof sql>) {
  const ranks = servicesByRank.map((_, at) => ({
    number: sql.lit(at + 1),
    first: sql.ref(`first_${at + 1}`),
  }));
  const firsts = ranks.map(
    ({ number, first }) => sql`min(starts) filter (where rank = ${number}) as ${first}`,
  );
  const highest = ranks.map(({ number, first }) => sql`when ${first} < broken_on then ${number}`);
  return sql`
    select person_id, episode, case ${sql.join(highest, sql` `)} end as rank, coalesce(second_on < broken_on, false) as is_second_sent,
      second_on is not null as has_second
    from (
      select person_id, episode, coalesce(min(starts) filter (where is_break), 'infinity') as broken_on, min(starts) filter (where is_second) as second_on,
        ${sql.join(firsts)}
      from (
        select *, case when ended is null then starts - ended_on > ${sql.lit(LOOK_AHEAD_DAYS)}
          else isfinite(ended) and starts - (case when isfinite(ended) then ended else starts end) > ${sql.lit(CHAIN_GAP_DAYS)} end as is_break
        from (select *, lag(ends) over (partition by person_id, episode order by starts, ends) as ended from ${rows}) l
      ) b group by person_id, episode
    ) c`;
}

const ways: readonly [WayToSend, ReturnType<typeof sql>][] = [
  ['not sent', sql`case when has_second then unsent_rank else rank end`],
  ['a needs assessment', sql`rank`],
  ['st-max', sql`case when is_second_sent then ${sql.lit(kinds['st-max'])} else rank end`],
  ['other short-term', sql`case when is_second_sent then least(rank, ${sql.lit(lastRank)}) else rank end`],
];

const names = [
  ...servicesByRank.map((name, at) => [at + 1, name] as const),
  ...outcomes.map((name) => [kinds[name], name] as const),
];

/**
 * Counted under each way of sending conversation 2; where no service follows, what the contact itself ended in. Askings
 * alike in everything are counted together before each is read four ways.
 */
export function sequels({ asOf }: Asked) {
  const answers = ways.map(([way, found]) => sql`(${way}::text, coalesce(${found}, outcome, 0))`);
  const named = names.map(([number, name]) => sql`(${sql.lit(number)}, ${name}::text)`);
  return sql`asking_alike as materialized (
    select f.ended_on > ${asOf}::date - ${sql.lit(LOOK_AHEAD_DAYS)} as is_unknown, f.outcome, w.rank, w.is_second_sent, coalesce(w.has_second, false) as has_second,
      o.rank as unsent_rank, count(*) as times
    from followed f
    left join with_second w on w.person_id = f.person_id and w.episode = f.episode
    left join without_second o on o.person_id = f.person_id and o.episode = f.episode
    where not f.had_ongoing
    group by 1, 2, 3, 4, 5, 6
  ),
  sequels as (
    select a.way, case when is_unknown then 'not yet known' else coalesce(n.name, 'cannot be told') end as answer, sum(times)::integer as episodes
    from asking_alike cross join lateral (values ${sql.join(answers)}) a(way, number)
    left join (values ${sql.join(named)}) n(number, name) on n.number = a.number
    group by 1, 2
  )`;
}
