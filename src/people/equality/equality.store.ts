import { sql } from 'kysely';
import { dayOf } from '../../platform/clock.ts';
import {
  actorOf,
  type CouncilDb,
  type CouncilReader,
  councilOf,
  nowOf,
  readRows,
} from '../../platform/db/council.ts';
import { Conflict, type Problem } from '../../platform/http/problems.ts';
import { newId } from '../../platform/ids.ts';
import { holdPerson } from '../details/details.store.ts';
import {
  type Answers,
  asLines,
  changes,
  type EqualityFact,
  problemsWith,
  type SaidBy,
  standing,
} from './equality.ts';

/** Everything somebody ever said about who they are, under each record of theirs, the latest first. Records that come apart again take their own with them. */
export async function equalityFactsOf(db: CouncilReader, personId: string): Promise<EqualityFact[]> {
  const council = councilOf(db);
  return readRows<EqualityFact>(
    db,
    sql`select f.id, f.kind, f.answers, f.own_words as "ownWords", f.said_by as "saidBy", f.said_by_who as "saidByWho",
      f.said_on as "saidOn", a.name as "writtenBy", f.written_at as "writtenAt"
    from equality_fact f left join account a on a.council_id = f.council_id and a.id = f.written_by
    where f.council_id = ${council} and f.person_id = any (array(
      select id from person where council_id = ${council} and (id = ${personId} or merged_into = ${personId})))
    order by f.said_on desc, f.written_at desc, f.id desc limit 500`,
  );
}

/**
 * Keeps what somebody said, a row for each thing that is new; what was said before is kept. Throws `Conflict` when a
 * colleague wrote meanwhile. `version` is how many times anything had been said when the form was opened.
 */
export async function keepEquality(
  db: CouncilDb,
  personId: string,
  { answers, by, version }: { answers: Answers; by: SaidBy; version: number },
): Promise<Problem[]> {
  await holdPerson(db, personId);
  const facts = await equalityFactsOf(db, personId);
  const said = standing(facts);
  const changed = changes(said, answers);
  if (facts.length !== version)
    throw new Conflict(
      'Somebody else wrote down what they said while you did.',
      {
        who: 'What is there now',
        words: asLines(said.map(({ kind, stands }) => ({ kind, answer: stands }))),
      },
      asLines(changed),
    );
  const problems = problemsWith(answers, by, dayOf(nowOf(db)));
  if (problems.length || !changed.length) return problems;
  await db
    .insertInto('equality_fact')
    .values(
      changed.map(({ kind, answer }) => ({
        council_id: councilOf(db),
        id: newId(),
        person_id: personId,
        kind,
        answers: answer.answers,
        own_words: answer.ownWords,
        said_by: by.saidBy,
        said_by_who: by.saidBy === 'themselves' ? null : by.saidByWho,
        said_on: by.saidOn,
        written_by: actorOf(db).accountId,
        written_at: nowOf(db),
      })),
    )
    .execute();
  return [];
}
