import { sql } from 'kysely';
import type { Arrived } from '../../access/uploads/arrived.store.ts';
import {
  actorOf,
  type CouncilDb,
  type CouncilReader,
  councilOf,
  nowOf,
  readRows,
} from '../../platform/db/council.ts';
import { isNotKept, type NotKept, notKept } from '../kept-files/kept-file.ts';
import { type KeptFile, keepFile, keptFile, letFileGo } from '../kept-files/kept-files.store.ts';

/** The photograph somebody chose, and nothing when they chose none. */
export async function photographOf(db: CouncilReader, personId: string): Promise<KeptFile | null> {
  const [row] = await readRows<{ fileId: string }>(
    db,
    sql`select kept_file_id as "fileId" from about_photograph
      where council_id = ${councilOf(db)} and person_id = ${personId}`,
  );
  return row ? keptFile(db, row.fileId) : null;
}

/** Takes a photograph in the place of the one there was, which is gone; its place and camera are taken out first. */
export async function choosePhotograph(
  db: CouncilDb,
  personId: string,
  file: Arrived,
): Promise<NotKept | null> {
  const kept = await keepFile(db, { personId, file, field: 'photograph' });
  if (isNotKept(kept)) return kept;
  if (kept.kind !== 'picture') {
    await letFileGo(db, kept.fileId);
    return notKept('picture-unread', 'photograph');
  }
  await removePhotograph(db, personId);
  await db
    .insertInto('about_photograph')
    .values({
      council_id: councilOf(db),
      person_id: personId,
      kept_file_id: kept.fileId,
      chosen_at: nowOf(db),
      chosen_by: actorOf(db).accountId,
    })
    .execute();
  return null;
}

/** Gone at once, the file with it. */
export async function removePhotograph(db: CouncilDb, personId: string): Promise<void> {
  const there = await photographOf(db, personId);
  if (there) await letFileGo(db, there.fileId);
}
