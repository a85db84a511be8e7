import { sql } from 'kysely';
import { type CouncilReader, readRows } from '../../../platform/db/council.ts';
import { everybody } from '../../counting/everybody.store.ts';
import type { Question } from '../../counting/groups.store.ts';
import { joinByHashing } from '../../measures.store.ts';
import { SOON_DAYS } from '../counted.ts';
import { valuesOf } from '../value-of.store.ts';
import { TEAM_WINDOW, type TeamCount } from './team-count.ts';

/**
 * Every team of the council since the site began, whoever the site is set beside: new people who began ongoing support within
 * ninety days (E3), and contact episodes in which the person was spoken with within seven (E6). One statement.
 */
export async function countTeams(db: CouncilReader, question: Question): Promise<TeamCount[]> {
  const asOf = sql`${question.asOf}::date`;
  await joinByHashing(db, 'off');
  const counts = await readRows<TeamCount>(
    db,
    sql`with ${everybody(db, question)}, ${valuesOf(db, 'team', 'team_of')},
    each_once as (
      select distinct on (person_id) * from answered where is_since order by person_id, had_ongoing, started_on
    ),
    all_teams as (
      select 'support' as measure, person_id, started_on, started_on + ${TEAM_WINDOW}::integer <= ${asOf} as is_known,
        happened_on - started_on <= ${TEAM_WINDOW}::integer and (died_on is null or happened_on <= died_on) as did_happen
      from each_once where not had_ongoing
      union all
      select 'spoken', person_id, started_on, started_on + ${SOON_DAYS}::integer <= ${asOf},
        spoken_on - started_on <= ${SOON_DAYS}::integer and (died_on is null or spoken_on <= died_on)
      from answered where is_since
    )
    select measure, t.value as team, count(*) filter (where is_known and did_happen)::integer as numerator,
      count(*) filter (where is_known)::integer as denominator, count(*) filter (where not is_known)::integer as "notYetKnown"
    from all_teams a left join team_of t on t.person_id = a.person_id and t.started_on = a.started_on
    group by 1, 2 order by 1, 2`,
  );
  await joinByHashing(db, 'on');
  return counts;
}
