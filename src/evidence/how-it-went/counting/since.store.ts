import { type RawBuilder, sql } from 'kysely';
import { type CouncilReader, councilOf } from '../../../platform/db/council.ts';
import { everybody } from '../../counting/everybody.store.ts';
import type { Question } from '../../counting/groups.store.ts';

export type Sql = RawBuilder<unknown>;

/** What a section adds to the one statement: what it reads, and what it says of each. */
export interface Section {
  reads: Sql;
  /** `select measure, in_group, answer` for each person, introduction, promise … */
  answers: Sql[];
  /** `select measure, in_group, value` for each person. */
  values?: Sql[];
  /** `select measure, what, in_group, person_id` for each time. */
  tallies?: Sql[];
}

/** Everybody, and between which days what happens is theirs in that group: two years before, until the site began; and since. */
export const going = (db: CouncilReader, question: Question): Sql => sql`${everybody(db, question)},
  going as materialized (
    select person_id, in_group, started_on, case when is_since then 'infinity'::date else ${question.site.startedOn}::date end as until_on,
      died_on, moved_away_on, had_ongoing, happened_on
    from people
  )`;

/**
 * Rows `r` of a table about people, or of a statement that gives `council_id` and `person_id`, on a day since their person `g` first got in touch and no later than is looked at.
 * @example sql`select g.person_id, r.due_on ${since(db, question, 'promise', sql`r.made_on`)}`
 */
export function since(db: CouncilReader, { asOf }: Question, rows: string | Sql, day: Sql): Sql {
  return sql`from ${typeof rows === 'string' ? sql.table(rows) : rows} r left join merged m on m.person_id = r.person_id
    join going g on g.person_id = coalesce(m.same_person, r.person_id)
      and ${day} >= g.started_on and ${day} < g.until_on and ${day} <= ${asOf}::date and r.council_id = ${councilOf(db)}`;
}

/** England's day of an instant. */
export const dayOfInstant = (at: Sql): Sql => sql`(${at} at time zone 'Europe/London')::date`;

/** What `answerWithin` decides. */
export function answerWithin(
  { asOf }: Question,
  { start, happened, days }: { start: Sql; happened: Sql; days: number },
): Sql {
  const last = sql`${start} + ${days}::integer`;
  return sql`case when ${last} > ${asOf}::date then 'unknown'
    when ${happened} between ${start} and ${last} and (died_on is null or ${happened} <= died_on) then 'yes'
    when moved_away_on <= ${last} and (died_on is null or died_on > ${last} or moved_away_on < died_on) then 'moved'
    when died_on <= ${last} then 'died' else 'no' end`;
}

/**
 * Whether the whole of a window is theirs in that group: of the two years before, what came after the site began is not, so
 * whoever got in touch shortly before it would count as somebody to whom nothing happened.
 */
export const isWhole = (days: number): Sql => sql`started_on + ${days}::integer < until_on`;

/** Yes or no of what is known already. */
export const yesOrNo = (is: Sql): Sql => sql`case when ${is} then 'yes' else 'no' end`;
