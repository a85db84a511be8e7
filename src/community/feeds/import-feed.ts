import { dayOf } from '../../platform/clock.ts';
import { type Database, type Pin, withinCouncil } from '../../platform/db/council.ts';
import { type Imported, saveFeedRead } from './imports.store.ts';
import { BrokenFeed, type FeedOptions, readFeed } from './read-feed.ts';
import type { ReadRecord } from './records/read-outcome.ts';

export interface ImportWanted extends Partial<FeedOptions> {
  /** A file or a web address. */
  source: string;
  /** What the directory is called here; importing under the same name again brings it up to date. */
  name: string;
  keepsWhatWasRead?: boolean;
  /** Told how many records have come so far. */
  onProgress?: (records: number) => void;
}

export interface ImportReport extends Imported {
  reads: ReadRecord[];
  brokenBecause: string | null;
}

/** How often somebody waiting hears that it goes on. */
const sayEvery = 500;

/**
 * Reads a whole feed and then writes it in one transaction, so that nothing is ever half there. What broke is
 * reported, never thrown.
 * @example await importFeed(database, pin, { source: 'https://directory.example/services', name: 'Larkfield' })
 */
export async function importFeed(database: Database, pin: Pin, wanted: ImportWanted): Promise<ImportReport> {
  const { source, name, keepsWhatWasRead = false, onProgress, ...options } = wanted;
  const startedAt = pin.now;
  const began = performance.now();
  const reads: ReadRecord[] = [];
  const notes: string[] = [];
  let brokenBecause: string | null = null;
  let isShort = false;
  try {
    for await (const item of readFeed(source, { today: dayOf(pin.now), ...options, name })) {
      if (item.kind === 'note') {
        notes.push(item.text);
        isShort ||= item.isShort ?? false;
      } else if (reads.push(item.read) % sayEvery === 0) onProgress?.(reads.length);
    }
  } catch (error) {
    if (!(error instanceof BrokenFeed)) throw error;
    brokenBecause = error.message;
  }
  const finishedAt = new Date(startedAt.getTime() + Math.round(performance.now() - began));
  const read = {
    name,
    source,
    startedAt,
    finishedAt,
    brokenBecause,
    isShort,
    keepsWhatWasRead,
    reads,
    notes,
  };
  const imported = await withinCouncil(database, pin, (db) => saveFeedRead(db, read));
  return { ...imported, reads, brokenBecause };
}
