import { sql } from 'kysely';
import { type CouncilDb, councilOf } from '../../../platform/db/council.ts';
import { type ReadRecord, sourceIdOf } from '../records/read-outcome.ts';
import { inBatches } from './batches.ts';

/** Only the latest reading's records are kept; the lines of earlier imports stay. */
export async function forgetRecords(db: CouncilDb, feedId: string): Promise<void> {
  await sql`delete from feed_record where council_id = ${councilOf(db)} and feed_id = ${feedId}`.execute(db);
}

export interface RecordsOf {
  feedId: string;
  importId: string;
  /** Then what it did not ask for again stays, under the import it came with. */
  isChangesOnly: boolean;
  /** How many records of the same reading came before these. */
  before: number;
}

export async function keepRecords(
  db: CouncilDb,
  { feedId, importId, isChangesOnly, before }: RecordsOf,
  reads: readonly ReadRecord[],
): Promise<void> {
  if (isChangesOnly) {
    const came = reads.map(sourceIdOf).filter((id) => id !== null);
    await sql`delete from feed_record where council_id = ${councilOf(db)} and feed_id = ${feedId}
      and import_id <> ${importId} and source_id = any (${came}::text[])`.execute(db);
  }
  await inBatches(
    reads,
    (some, from) => some.map((read, index) => ({ position: before + from + index + 1, ...recordRow(read) })),
    async (rows) => {
      await sql`insert into feed_record (council_id, import_id, position, feed_id, source_id, name, outcome, is_withdrawn, reasons, raw)
        select ${councilOf(db)}, ${importId}, position, ${feedId}, source_id, name, outcome, is_withdrawn, reasons, raw
        from jsonb_to_recordset(${rows}::jsonb) as r(position integer, source_id text, name text, outcome text,
          is_withdrawn boolean, reasons jsonb, raw jsonb)`.execute(db);
    },
  );
}

function recordRow(read: ReadRecord) {
  const { outcome, reasons } = read;
  if (outcome === 'refused')
    return {
      source_id: read.sourceId,
      name: read.name,
      outcome,
      is_withdrawn: read.isWithdrawn,
      reasons,
      raw: read.raw,
    };
  const { sourceId, name, raw } = read.listing;
  return { source_id: sourceId, name, outcome, is_withdrawn: false, reasons, raw };
}
