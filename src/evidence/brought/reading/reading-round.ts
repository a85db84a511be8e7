import type { Clock } from '../../../platform/clock.ts';
import { type Database, withinCouncil } from '../../../platform/db/council.ts';
import type { Round } from '../../../platform/jobs/rounds.ts';
import { ReadElsewhere } from './load.store.ts';
import { loadHistory, type Within } from './load.ts';
import { uploadOf, uploadPart, uploadsToRead } from './uploads.store.ts';

/** Reads the files given on a page that are too long to read while somebody waits, and goes on with what a stop broke off. */
export function readingRound(): Round {
  return {
    name: 'histories',
    everySeconds: 3,
    act: async (database, clock, stopping) => {
      const faults: unknown[] = [];
      for (const one of await uploadsToRead(database)) {
        if (stopping.aborted) return;
        await readOne({ database, clock, stopping }, one).catch((error) => faults.push(error));
      }
      if (faults.length > 0) throw faults[0];
    },
  };
}

interface Parts {
  database: Database;
  clock: Clock;
  stopping: AbortSignal;
}

async function readOne(
  { database, clock, stopping }: Parts,
  { councilId, load }: { councilId: number; load: number },
): Promise<void> {
  const within: Within = (act) => {
    stopping.throwIfAborted();
    return withinCouncil(
      database,
      { councilId, actor: reader, now: clock.now(), requestId: 'histories' },
      act,
    );
  };
  const upload = await within((db) => uploadOf(db, load));
  if (!upload) return;
  const open = async function* () {
    for (let part = 0; part < upload.parts; part += 1) yield await within((db) => uploadPart(db, load, part));
  };
  try {
    await loadHistory(within, { ...upload, open });
  } catch (error) {
    if (!stopping.aborted && !(error instanceof ReadElsewhere)) throw error;
  }
}

/** Nobody's account reads by itself; whoever gave the file stands beside it. */
const reader = {
  accountId: '00000000-0000-0000-0000-000000000000',
  name: 'Reading by itself',
  role: 'analyst',
  teamIds: [],
};
