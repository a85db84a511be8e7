import { type RawBuilder, sql } from 'kysely';
import { addDays, type Day, daysBetween } from '../../../platform/clock.ts';
import { type CouncilReader, councilOf, readRows } from '../../../platform/db/council.ts';
import { isBeside, type Question } from '../../counting/groups.store.ts';
import { TELL_FROM_WORKERS } from './ranges.ts';
import { STRETCH_DAYS, type Written } from './written.ts';

/**
 * Contact written down since the site began, in whole stretches of four weeks, with the minutes somebody said. Entries
 * belong to their conversation's team, and so do crisis contacts and peer shares; each of those at a peer share gave its
 * time. What nobody signed, such as history from an older system, is nobody's hour. A visit or a community conversation belongs to the team of whoever wrote it when they have one team.
 */
export async function writtenHours(db: CouncilReader, question: Question): Promise<Written> {
  const { site, asOf } = question;
  const stretches = Math.floor((daysBetween(site.startedOn, asOf) + 1) / STRETCH_DAYS);
  if (stretches < 1) return { cells: [], most: [], untilOn: null };
  const untilOn = addDays(site.startedOn, stretches * STRETCH_DAYS - 1);
  const [row] = await readRows<Omit<Written, 'untilOn'>>(
    db,
    sql`with ${onlyTeam(db)}, ${written(db, site.startedOn, untilOn)},
    ours as materialized (
      select w.*, case when team_id = ${site.teamId}::uuid then 'here' else 'there' end as "where",
        ${site.startedOn}::date + (on_day - ${site.startedOn}::date) / ${STRETCH_DAYS}::integer * ${STRETCH_DAYS}::integer as from_on
      from written w where team_id = ${site.teamId}::uuid or (team_id is not null and ${isBeside(site, sql`team_id`)})
    )
    select
      coalesce((select json_agg(c) from (
        select "where", from_on as "fromOn", form, count(*) as times, ${ofEnough(sql`count(minutes)`)} as known,
          ${ofEnough(sql`sum(minutes)`)} as minutes, count(distinct worker_id) as workers
        from ours group by 1, 2, 3 order by 1, 2, 3) c), '[]') as cells,
      coalesce((select json_agg(m) from (
        select form, percentile_disc(0.9) within group (order by minutes) as minutes from ours where minutes is not null
        group by form having count(distinct worker_id) >= ${TELL_FROM_WORKERS}::integer) m), '[]') as most`,
  );
  if (!row) throw new Error('one statement returns one row');
  return { ...row, untilOn };
}

/** What was said, nought where fewer than three said it: three may have written while one of them said how long, and it would be theirs. */
const ofEnough = (
  said: RawBuilder<unknown>,
) => sql`case when count(distinct worker_id) filter (where minutes is not null)
            >= ${TELL_FROM_WORKERS}::integer then ${said} else 0 end`;

function written(db: CouncilReader, fromOn: Day, untilOn: Day) {
  const council = councilOf(db);
  const from = sql`(${fromOn}::date)::timestamp at time zone 'Europe/London'`;
  const until = sql`(${untilOn}::date + 1)::timestamp at time zone 'Europe/London'`;
  const day = (at: string) => sql`(${sql.ref(at)} at time zone 'Europe/London')::date`;
  return sql`written as (
    select c.team_id, ${day('e.happened_at')} as on_day, 'entry' as form, e.minutes, e.author_id as worker_id
    from entry e join conversation c on c.council_id = e.council_id and c.id = e.conversation_id
    where e.council_id = ${council} and e.happened_at >= ${from} and e.happened_at < ${until} and e.adds_to is null
      and e.author_id is not null and (e.is_with_person or e.with_whom <> '')
    union all
    select c.team_id, ${day('k.at')}, 'crisis-contact', k.minutes, k.account_id
    from crisis_contact k join conversation c on c.council_id = k.council_id and c.id = k.conversation_id
    where k.council_id = ${council} and k.account_id is not null and k.at >= ${from} and k.at < ${until}
    union all
    select coalesce(c.team_id, o.team_id), p.shared_on, 'peer-share', p.minutes, a.account_id
    from peer_share p left join conversation c on c.council_id = p.council_id and c.id = p.conversation_id
    left join only_team o on o.account_id = p.presenter_id
    cross join lateral (select p.presenter_id as account_id where p.presenter_id is not null
      union select t.account_id from peer_share_attendee t where t.council_id = p.council_id and t.peer_share_id = p.id) a
    where p.council_id = ${council} and p.shared_on between ${fromOn}::date and ${untilOn}::date
    union all
    select o.team_id, v.visited_on, 'patch-visit', v.minutes, v.account_id
    from patch_visit v join only_team o using (account_id)
    where v.council_id = ${council} and v.visited_on between ${fromOn}::date and ${untilOn}::date
    union all
    select o.team_id, v.held_on, 'community-conversation', v.minutes, v.account_id
    from community_conversation v join only_team o using (account_id)
    where v.council_id = ${council} and v.held_on between ${fromOn}::date and ${untilOn}::date
  )`;
}

/** Workers of one team. Of two teams, nobody can say for which they went. */
const onlyTeam = (db: CouncilReader) => sql`only_team as (
    select account_id, min(team_id::text)::uuid as team_id from membership where council_id = ${councilOf(db)}
    group by account_id having count(*) = 1
  )`;
