import { sql } from 'kysely';
import type { Question } from './groups.store.ts';

/** E7: whether, after everything rested, they came back. Nobody comes back in their first episode, so only later ones are looked through. */
export function returned({ asOf }: Question) {
  return sql`came_back as (
    select f.person_id, f.rested_on, min(e.started_on) as came_back_on
    from furthest f join contacts e on e.person_id = f.person_id and e.started_on > f.rested_on
    where e.is_first and e.is_again and not f.had_ongoing
    group by f.person_id, f.rested_on
  ),
  returned as (
    select f.person_id, f.in_group, f.rested_on, f.died_on, f.moved_away_on, b.came_back_on
    from furthest f left join came_back b on b.person_id = f.person_id and b.rested_on = f.rested_on
    where not f.had_ongoing and f.rested_on <= ${asOf}::date
  )`;
}
