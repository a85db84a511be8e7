import { sql } from 'kysely';
import { type CouncilReader, readRows } from '../../../platform/db/council.ts';
import { CONVERSION_WINDOWS } from '../../conversion.ts';
import { everybody } from '../../counting/everybody.store.ts';
import { groupNumber, type Question } from '../../counting/groups.store.ts';
import { joinByHashing } from '../../measures.store.ts';
import { valuesOf } from '../value-of.store.ts';
import { BEFORE_DAYS, type CameCounted, kindsOfPeople } from './came-counted.ts';

/** E9: who the site met and who the others met, in one statement; the new people of `everybody`, and nobody's row comes into Node. */
export async function countWhoCame(db: CouncilReader, question: Question): Promise<CameCounted> {
  await joinByHashing(db, 'off');
  const asOf = sql`${question.asOf}::date`;
  const named = kindsOfPeople.map(
    (kind) =>
      sql`select ${kind} as kind, ${sql.ref(kind)} as value, is_here as "isHere", count(*)::integer as people from came group by 2, 3`,
  );
  const [row] = await readRows<CameCounted>(
    db,
    sql`with ${everybody(db, question)}, ${valuesOf(db, 'age', 'age_of')}, ${valuesOf(db, 'language', 'language_of')},
    ${valuesOf(db, 'district', 'district_of')}, ${cameBefore},
    came as materialized (
      select p.started_on, p.happened_on, p.died_on, p.in_group in (${groupNumber('site')}, ${groupNumber('tap-off')}) as is_here,
        a.value as age, l.value as language, d.value as district, case when b.person_id is null then 'no' else 'yes' end as before
      from people p left join age_of a on a.person_id = p.person_id left join language_of l on l.person_id = p.person_id
      left join district_of d on d.person_id = p.person_id left join came_before b on b.person_id = p.person_id
      where p.is_since and not p.had_ongoing
    )
    select (select coalesce(json_agg(k), '[]') from (${sql.join(named, sql` union all `)}) k) as kinds,
      (select coalesce(json_agg(a), '[]') from (
        select age, before, is_here as "isHere", day as "windowDays", count(*)::integer as denominator, count(*) filter (
          where happened_on - started_on <= day and (died_on is null or happened_on <= died_on))::integer as numerator
        from came, unnest(array[${sql.join(CONVERSION_WINDOWS.map((days) => sql`${days}::integer`))}]) day
        where started_on + day <= ${asOf} group by 1, 2, 3, 4) a) as alike`,
  );
  await joinByHashing(db, 'on');
  if (!row) throw new Error('one statement returns one row');
  return row;
}

const cameBefore = sql`came_before as materialized (
    select distinct p.person_id from people p join contacts c on c.person_id = p.person_id
    where p.is_since and c.started_on < p.started_on and c.started_on >= p.started_on - ${BEFORE_DAYS}::integer
  )`;
