import { setImmediate as breath } from 'node:timers/promises';
import { dayOf } from '../../platform/clock.ts';
import { type Database, type Pin, withinCouncil } from '../../platform/db/council.ts';
import {
  beginImport,
  endImport,
  type ImportEnd,
  type Imported,
  keepChunk,
  someRecords,
} from './imports.store.ts';
import { BrokenFeed, type FeedOptions, isWebAddress, readFeed } from './read-feed.ts';
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
/** How many records are read before the writing has its turn to be heard. */
const breatheEvery = 10;

/**
 * Reads a whole feed and writes it in one transaction, so that nothing is ever half there. A file is written while the
 * rest of it is read; what comes from the web is waited for first. What broke is reported, never thrown. Whether a listing
 * came twice is looked for afterwards, by `findPairs`, in a transaction of its own.
 * @example await importFeed(database, pin, { source: 'https://directory.example/services', name: 'Larkfield' })
 */
export async function importFeed(database: Database, pin: Pin, wanted: ImportWanted): Promise<ImportReport> {
  const began = performance.now();
  const feed = { name: wanted.name, source: wanted.source, startedAt: pin.now };
  const reading = readingOf(wanted, pin.now);
  if (isWebAddress(wanted.source)) for await (const _some of reading.chunks());
  const imported = await withinCouncil(database, pin, async (db) => {
    const underway = await beginImport(db, feed);
    let writing = Promise.resolve();
    const chunks = isWebAddress(wanted.source) ? [reading.reads] : reading.chunks();
    for await (const some of chunks) {
      await writing;
      writing = keepChunk(db, underway, some);
      writing.catch(() => undefined); // Told at the next turn; here only so that it is not lost between.
    }
    await writing;
    const finishedAt = new Date(pin.now.getTime() + Math.round(performance.now() - began));
    return endImport(db, underway, { ...reading.end, finishedAt });
  });
  return { ...imported, reads: reading.reads, brokenBecause: reading.end.brokenBecause };
}

/** A feed as it is read, some records at a time; how it ended is known when all have come. */
function readingOf({ keepsWhatWasRead = false, onProgress, ...options }: ImportWanted, now: Date) {
  const notes: string[] = [];
  const reads: ReadRecord[] = [];
  const end: Omit<ImportEnd, 'finishedAt'> & { isShort: boolean; brokenBecause: string | null } = {
    ...{ brokenBecause: null, isShort: false, keepsWhatWasRead, notes },
  };
  async function* chunks(): AsyncGenerator<ReadRecord[]> {
    let from = 0;
    try {
      for await (const item of readFeed(options.source, { today: dayOf(now), ...options })) {
        if (item.kind === 'note') {
          notes.push(item.text);
          end.isShort ||= item.isShort ?? false;
          continue;
        }
        const count = reads.push(item.read);
        if (count % sayEvery === 0) onProgress?.(count);
        if (count % breatheEvery === 0) await breath();
        if (count - from < someRecords) continue;
        yield reads.slice(from);
        from = count;
      }
    } catch (error) {
      if (!(error instanceof BrokenFeed)) throw error;
      end.brokenBecause = error.message;
    }
    if (from < reads.length) yield reads.slice(from);
  }
  return { chunks, reads, end };
}
