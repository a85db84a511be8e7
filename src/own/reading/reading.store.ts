import { sql } from 'kysely';
import { actorOf, type CouncilDb, councilOf, nowOf } from '../../platform/db/council.ts';
import type { ReadingAsked } from './reading.forms.ts';

/** Keeps how somebody likes their page; what is not asked for stays as it was. */
export async function keepReading(db: CouncilDb, personId: string, asked: ReadingAsked): Promise<void> {
  const easy = { easy: true, 'not-easy': false }[asked as string] ?? null;
  const size = easy === null ? asked : null;
  await sql`insert into own_reading (council_id, person_id, text_size, is_easy_read, changed_at, changed_by)
    values (${councilOf(db)}, ${personId}, coalesce(${size}, 'normal'), coalesce(${easy}::boolean, false), ${nowOf(db)}, ${actorOf(db).accountId})
    on conflict (council_id, person_id) do update set text_size = coalesce(${size}, own_reading.text_size),
      is_easy_read = coalesce(${easy}::boolean, own_reading.is_easy_read), changed_at = excluded.changed_at, changed_by = excluded.changed_by`.execute(
    db,
  );
}
