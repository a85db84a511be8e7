import { sql } from 'kysely';
import { type CouncilReader, councilOf, readRows } from '../../platform/db/council.ts';
import { Unknown } from '../../platform/http/problems.ts';
import type { Reason } from './records/read-outcome.ts';

export interface ImportLine {
  importId: string;
  feedId: string;
  feedName: string;
  source: string;
  finishedAt: Date;
  isComplete: boolean;
  wasKept: boolean;
  because: string | null;
  accepted: number;
  mended: number;
  refused: number;
  newListings: number;
  rested: number;
  notes: string[];
  /** Only what changed was asked for. */
  isChangesOnly: boolean;
  /** Whether its records are still kept: only the latest reading's are. */
  hasRecords: boolean;
}

/** How imports went, newest first. */
export async function readImports(
  db: CouncilReader,
  most = 50,
  feedId: string | null = null,
): Promise<ImportLine[]> {
  return readRows<ImportLine>(
    db,
    sql`${importColumns} where i.council_id = ${councilOf(db)} and (${feedId}::uuid is null or i.feed_id = ${feedId})
      order by i.started_at desc, i.id desc limit ${most}`,
  );
}

const importColumns = sql`select i.id as "importId", i.feed_id as "feedId", f.name as "feedName", i.source,
  i.finished_at as "finishedAt", i.is_complete as "isComplete", i.was_kept as "wasKept", i.because, i.accepted, i.mended,
  i.refused, i.new_listings as "newListings", i.rested, i.notes, i.is_changes_only as "isChangesOnly",
  exists (select from feed_record r where r.council_id = i.council_id and r.import_id = i.id) as "hasRecords"
  from feed_import i join feed f on f.council_id = i.council_id and f.id = i.feed_id`;

export interface RecordLine {
  position: number;
  sourceId: string | null;
  name: string | null;
  outcome: 'accepted' | 'mended' | 'refused';
  reasons: Reason[];
  listingId: string | null;
}

export interface ImportRecords {
  line: ImportLine;
  records: RecordLine[];
}

/** One reading's records of one outcome, a page at a time, each with everything found in it. */
export async function readRecords(
  db: CouncilReader,
  importId: string,
  wanted: { outcome: RecordLine['outcome']; offset: number; most: number },
): Promise<ImportRecords> {
  const council = councilOf(db);
  const [line] = await readRows<ImportLine>(
    db,
    sql`${importColumns} where i.council_id = ${council} and i.id = ${importId}`,
  );
  if (!line) throw new Unknown();
  const records = await readRows<RecordLine>(
    db,
    sql`select r.position, r.source_id as "sourceId", r.name, r.outcome, r.reasons, l.id as "listingId"
      from feed_record r left join listing l on l.council_id = ${council} and l.feed_id = r.feed_id and l.source_id = r.source_id
      where r.council_id = ${council} and r.import_id = ${importId} and r.outcome = ${wanted.outcome}
      order by r.position limit ${wanted.most} offset ${wanted.offset}`,
  );
  return { line, records };
}
