import { sql } from 'kysely';
import type { CouncilReader } from '../../../platform/db/council.ts';
import type { Question } from '../../counting/groups.store.ts';
import { type Section, type Sql, since } from './since.store.ts';

/** E7: what became of promises whose day has passed (`promiseAnswers`), ours and theirs apart. */
export function promises(db: CouncilReader, question: Question): Section {
  const { asOf } = question;
  const answer = (name: string, is: Sql) =>
    sql`select whose || ${`-${name}`}, in_group, case when due_on >= ${asOf}::date then 'unknown' when ${is} then 'yes' else 'no' end from promises`;
  return {
    reads: sql`promises as materialized (
      select g.person_id, g.in_group, case when r.account_id is null then 'theirs' else 'ours' end as whose, r.due_on,
        case when r.settled_on <= ${asOf}::date then r.state else 'open' end as state, r.version - (r.settled_on is not null)::integer > 1 as is_moved
      ${since(db, question, 'promise', sql`r.made_on`)}
    )`,
    answers: [
      answer('kept', sql`state = 'kept'`),
      answer('broken', sql`state = 'broken'`),
      answer('past-their-day', sql`state not in ('kept', 'broken')`),
      answer('moved', sql`is_moved`),
    ].map((one) => sql`${one} where due_on is not null`),
    tallies: [
      sql`select 'promises-with-no-day' as measure, whose as what, in_group, person_id from promises where due_on is null`,
    ],
  };
}
