import { sql } from 'kysely';
import type { Day } from '../../../platform/clock.ts';
import { type CouncilDb, councilOf } from '../../../platform/db/council.ts';
import { type Refusal, refuse } from '../../../platform/refusal.ts';
import { hasEnded, rule } from '../introduction.ts';
import { holdIntroduction } from '../introductions.store.ts';
import { tellOf } from '../telling.store.ts';
import type { AlongAs } from './along.ts';

/** Who goes along, by name: a worker, a volunteer of the group or a neighbour; when, and where they meet. */
export interface Along {
  name: string;
  as: AlongAs;
  on: Day | null;
  where: string | null;
}

/** Writes down who goes along; written again, it takes the place of what was there, and the story keeps both. */
export async function goAlong(
  db: CouncilDb,
  id: string,
  { name, as, on, where }: Along,
): Promise<Refusal | null> {
  const one = await holdIntroduction(db, id);
  if (hasEnded(one.stage))
    return refuse(rule, 'this introduction has ended', 'offer it again if they would like');
  await sql`update introduction set along_name = ${name}, along_as = ${as}, along_on = ${on}, along_where = ${where},
      version = version + 1 where council_id = ${councilOf(db)} and id = ${id}`.execute(db);
  await tellOf(
    db,
    one,
    `${name} goes along`,
    where ? [{ voice: 'note', who: 'They meet', words: where }] : [],
  );
  return null;
}
