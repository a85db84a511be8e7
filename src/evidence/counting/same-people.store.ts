import { type RawBuilder, sql } from 'kysely';

/** Whose lives ended here, and which records are of one person. */
export const samePeople = sql`ends as materialized (select * from ends_of_lives()),
  merged as materialized (
    select person_id, same_person from ends where same_person is not null
    union all
    select distinct same_person, same_person from ends
    where same_person is not null and same_person not in (select person_id from ends where same_person is not null)
  )`;

/**
 * Rows of everybody, two records of one person as one: those who were never merged, and the few who were, apart. Merging
 * everybody by a join would hide from the planner whose the rows are, and what it knows of them with it.
 * @param rows asks for the rows of one of the two, told how it says whose a row is and what more to ask
 */
export const ofEverybody = (
  rows: (
    person: RawBuilder<unknown>,
    from: RawBuilder<unknown>,
    where: RawBuilder<unknown>,
  ) => RawBuilder<unknown>,
) => sql`${rows(sql`r.person_id`, sql``, sql`r.person_id not in (select person_id from merged)`)}
    union all
    ${rows(sql`m.same_person`, sql`join merged m on m.person_id = r.person_id`, sql`true`)}`;
