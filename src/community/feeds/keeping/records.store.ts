import { sql } from 'kysely';
import { type CouncilDb, councilOf } from '../../../platform/db/council.ts';
import type { ReadRecord } from '../records/read-outcome.ts';
import { inBatches } from './batches.ts';

const sourceIdOf = (read: ReadRecord) => (read.outcome === 'refused' ? read.sourceId : read.listing.sourceId);

/** Only the latest reading's records are kept, and those it did not ask for again when it asked for changes only; the lines of earlier imports stay. */
export async function keepRecords(
  db: CouncilDb,
  feedId: string,
  importId: string,
  reads: readonly ReadRecord[],
  isChangesOnly = false,
): Promise<void> {
  const came = isChangesOnly ? reads.map(sourceIdOf).filter((id) => id !== null) : null;
  await sql`delete from feed_record where council_id = ${councilOf(db)} and feed_id = ${feedId}
    and (${came}::text[] is null or source_id = any (${came}::text[]))`.execute(db);
  await inBatches(
    reads,
    (some, from) => some.map((read, index) => ({ position: from + index + 1, ...recordRow(read) })),
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
