import { type RawBuilder, sql } from 'kysely';
import { RATHER_NOT_SAY } from '../../people/equality/categories.ts';
import { type CouncilReader, councilOf } from '../../platform/db/council.ts';
import { ageBands, ageBandsFrom, type By, MORE_THAN_ONE, OWN_WORDS, TEAM_OF_ONE } from './kinds.ts';

/**
 * For everybody a question is about, the value they are counted under: one row a person, or, of teams, one an episode
 * (`started_on`). A `with` part of this name, after `everybody`. Two records of one person answer for each other, their own first.
 */
export function valuesOf(db: CouncilReader, by: By, name = 'value_of'): RawBuilder<unknown> {
  return sql`${sql.ref(name)} as materialized (${values[by](db)})`;
}

const values: Record<By, (db: CouncilReader) => RawBuilder<unknown>> = {
  age: () => sql`
    select distinct on (p.person_id) p.person_id,
      (array[${sql.join(ageBands.map((band) => sql`${band}::text`))}])[1 + width_bucket(
        extract(year from age(p.started_on, a.born_on))::integer, array[${sql.join(ageBandsFrom.map((age) => sql`${age}::integer`))}])] as value
    from ages_and_languages() a left join merged m on m.person_id = a.person_id
    join ${firstAskings} p on p.person_id = ${person(sql`a`)}
    where a.born_on is not null and a.born_on <= p.started_on
    order by p.person_id, a.person_id <> p.person_id, a.person_id`,
  language: () => sql`
    select distinct on (1) ${person(sql`a`)} as person_id, btrim(a.languages[1]) as value
    from ages_and_languages() a left join merged m on m.person_id = a.person_id
    where btrim(a.languages[1]) <> ''
    order by 1, a.person_id <> ${person(sql`a`)}, a.person_id`,
  ethnicity: (db) => said(db, 'ethnicity'),
  disability: (db) => said(db, 'disability'),
  district: (db) => sql`
    select distinct on (p.person_id) p.person_id, case when not a.is_private then a.district end as value
    from (
      select ${person(sql`r`)} as person_id, r.id, r.since_on, r.until_on, left(replace(upper(r.postcode), ' ', ''), -3) as district,
        bool_or(r.is_protected) over (partition by ${person(sql`r`)}) as is_private
      from address r left join merged m on m.person_id = r.person_id where r.council_id = ${councilOf(db)}
    ) a join ${firstAskings} p on p.person_id = a.person_id
    where a.until_on is null or a.until_on > p.started_on
    order by p.person_id, a.since_on nulls first, a.id`,
  team: (db) => sql`
    with named_team as materialized (
      select t.id, case when count(s.account_id) = 1 then ${TEAM_OF_ONE} else t.name end as name
      from team t left join membership s on s.council_id = t.council_id and s.team_id = t.id
      where t.council_id = ${councilOf(db)} group by t.id, t.name
    )
    select c.person_id, c.started_on, t.name as value
    from contacts c join contact r on r.council_id = ${councilOf(db)} and r.id = c.id left join named_team t on t.id = r.team_id
    where c.is_first`,
};

/** When each person first got in touch since the site began, whoever answered: the asking by which `people` knows them. */
const firstAskings = sql`(
      select distinct on (person_id) person_id, started_on from answered where is_since order by person_id, had_ongoing, started_on)`;

/** Whose a row is, once two records of one person are one. */
const person = (row: RawBuilder<unknown>) => sql`coalesce(m.same_person, ${row}.person_id)`;

/** What stands of what somebody said of themselves; that they would rather not is not said. */
const said = (db: CouncilReader, kind: 'ethnicity' | 'disability') => sql`
    select distinct on (1) ${person(sql`r`)} as person_id, case when r.answers[1] = ${RATHER_NOT_SAY} then null
      when cardinality(r.answers) > 1 then ${MORE_THAN_ONE} when r.answers <> '{}' then r.answers[1]
      when r.own_words is not null then ${OWN_WORDS} end as value
    from equality_fact r left join merged m on m.person_id = r.person_id
    where r.council_id = ${councilOf(db)} and r.kind = ${kind}
    order by 1, r.said_on desc, r.written_at desc, r.id desc`;
