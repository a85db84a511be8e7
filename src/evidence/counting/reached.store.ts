import { sql } from 'kysely';
import { type CouncilReader, councilOf } from '../../platform/db/council.ts';
import { groupName, lookedAtFrom, type Question } from './groups.store.ts';
import { ofEverybody } from './same-people.store.ts';

/**
 * E7: the furthest each person went, in conversations open on, or opened after, the day they first got in touch; and
 * the first day after that on which everything had rested.
 */
export function reached(db: CouncilReader, question: Question) {
  const { asOf } = question;
  return sql`${talks(db, question)},
  furthest as materialized (
    select p.person_id, p.in_group, p.had_ongoing, p.happened_on, p.died_on, p.moved_away_on,
      max(t.kind) filter (where (t.opened_on >= p.started_on or t.resting_on is null or t.resting_on >= p.started_on)) as kind,
      min(t.all_rested_on) filter (where t.all_rested_on >= p.started_on) as rested_on
    from people p left join talks t on t.person_id = p.person_id
    group by p.person_id, p.in_group, p.had_ongoing, p.happened_on, p.died_on, p.moved_away_on
  ),
  reached as (
    select ${groupName} as "group", count(*) filter (where not had_ongoing) as people,
      count(*) filter (where had_ongoing) as "alreadySupported",
      count(*) filter (where not had_ongoing and kind is null) as none, count(*) filter (where not had_ongoing and kind = 1) as one,
      count(*) filter (where not had_ongoing and kind = 2) as two, count(*) filter (where not had_ongoing and kind = 3) as three,
      count(*) filter (where not had_ongoing and happened_on <= least(died_on, ${asOf}::date)) as ongoing
    from furthest group by in_group
  )`;
}

/**
 * Each conversation; the last of a run of them that overlap also says when they had all rested. A rest before its
 * opening is a slip of the record: never open, and it rested on that day.
 */
function talks(db: CouncilReader, { site, asOf }: Question) {
  return sql`overlapping as (${ofEverybody(
    (person, from, where) => sql`select ${person} as person_id, r.kind, r.opened_on, r.resting_on,
      max(coalesce(r.resting_on, 'infinity')) over so_far as latest, lead(least(r.opened_on, r.resting_on)) over so_far as next_from
    from conversation r ${from}
    where r.council_id = ${councilOf(db)} and r.opened_on <= ${asOf}::date and (r.resting_on is null or r.resting_on >= ${lookedAtFrom(site)}::date) and ${where}
    window so_far as (partition by ${person} order by least(r.opened_on, r.resting_on) rows unbounded preceding)`,
  )}),
  talks as (
    select person_id, kind, opened_on, resting_on,
      case when latest < 'infinity' and (next_from is null or next_from > latest) then latest end as all_rested_on
    from overlapping
  )`;
}
