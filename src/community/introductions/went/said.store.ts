import { sql } from 'kysely';
import { type CouncilDb, councilOf, nowOf } from '../../../platform/db/council.ts';
import { newId } from '../../../platform/ids.ts';
import type { Introduction } from '../introductions.store.ts';
import { accountOf } from '../telling.store.ts';
import type { Said } from './story.ts';

/** Keeps what somebody said of how it went, beside whatever others said. */
export async function noteSaid(
  db: CouncilDb,
  { introductionId, personId }: Pick<Introduction, 'introductionId' | 'personId'>,
  { who, what, happenedOn, words }: Said,
): Promise<void> {
  await sql`insert into introduction_said (council_id, id, introduction_id, person_id, who, what, happened_on, words,
      told_at, told_to)
    values (${councilOf(db)}, ${newId()}, ${introductionId}, ${personId}, ${who}, ${what}, ${happenedOn}, ${words},
      ${nowOf(db)}, ${accountOf(db)})`.execute(db);
}
