import { sql } from 'kysely';
import type { Day } from '../../../platform/clock.ts';
import {
  type CouncilDb,
  type CouncilReader,
  councilOf,
  type Database,
  readRows,
} from '../../../platform/db/council.ts';
import type { DayOrder } from './reading-days.ts';

export interface Upload {
  name: string;
  order: DayOrder | undefined;
  takenOn: Day | undefined;
  parts: number;
}

const partBytes = 500_000;

/** Keeps a file with the reading it is for, in pieces, until it has been read. */
export async function keepUpload(
  db: CouncilDb,
  load: number,
  file: { bytes: Uint8Array; rows: number; order?: DayOrder | undefined; takenOn?: Day | undefined },
): Promise<void> {
  await sql`update brought_load set day_order = ${file.order ?? null}, asked_taken_on = ${file.takenOn ?? null}, rows_given = ${file.rows}
    where council_id = ${councilOf(db)} and load = ${load}`.execute(db);
  for (let part = 0; part * partBytes < file.bytes.length; part += 1)
    await sql`insert into brought_upload (council_id, load, part, bytes)
      values (${councilOf(db)}, ${load}, ${part}, ${Buffer.from(file.bytes.subarray(part * partBytes, (part + 1) * partBytes))})
      on conflict do nothing`.execute(db);
}

/** A file that waits, or is being read; undefined once it has been. */
export async function uploadOf(db: CouncilReader, load: number): Promise<Upload | undefined> {
  const [upload] = await readRows<{
    name: string;
    order: DayOrder | null;
    takenOn: Day | null;
    parts: number;
  }>(
    db,
    sql`select h.name, l.day_order as "order", l.asked_taken_on as "takenOn", count(u.part)::integer as parts
      from brought_load l join brought_history h on h.council_id = l.council_id and h.id = l.history_id
        join brought_upload u on u.council_id = l.council_id and u.load = l.load
      where l.council_id = ${councilOf(db)} and l.load = ${load} and l.state = 'reading' group by h.name, l.day_order, l.asked_taken_on`,
  );
  return upload && { ...upload, order: upload.order ?? undefined, takenOn: upload.takenOn ?? undefined };
}

export async function uploadPart(db: CouncilReader, load: number, part: number): Promise<Uint8Array> {
  const [row] = await readRows<{ bytes: Buffer }>(
    db,
    sql`select bytes from brought_upload where council_id = ${councilOf(db)} and load = ${load} and part = ${part}`,
  );
  if (!row) throw new Error('a part of a file that waits is there');
  return row.bytes;
}

/** It has been read to its end, or refused: nothing needs the file again. */
export async function forgetUpload(db: CouncilDb, load: number): Promise<void> {
  await sql`delete from brought_upload where council_id = ${councilOf(db)} and load = ${load}`.execute(db);
}

/** Every file of every council that waits: ids only, each then read within its own council. */
export async function uploadsToRead(database: Database): Promise<{ councilId: number; load: number }[]> {
  const { rows } = await sql<{
    councilId: number;
    load: number;
  }>`select council_id as "councilId", load from uploads_to_read()`.execute(database);
  return rows;
}
