import { Worker } from 'node:worker_threads';
import { type Arrived, openScratch, type Scratch } from '../../access/uploads/arrived.store.ts';
import type { MediaType } from './kept-file.ts';
import type { RecordingTask, RecordingWritten } from './recording-worker.store.ts';

export interface SafeRecording {
  mediaType: MediaType;
  isFilm: boolean;
  scratch: Scratch;
}

/** In milliseconds: 100 MB takes two seconds. What takes longer than this was made to. */
const longest = 15_000;
const mostMemoryMb = 256;
const stretch = 1_048_576;

/**
 * A sound or a film written again from its frames, one picture track and one sound track: no places, names, times, covers,
 * attachments, tracks of other things, or anything before, between or after. Frames are copied, not made again, so it is
 * as good as what was given. It is read in a thread of its own, one at a time, which is ended when a file was made to be
 * read for ever.
 * @returns null when it cannot be read to its end. Otherwise its scratch file is the caller's to let go.
 */
export async function safeRecording(given: Arrived, most = longest): Promise<SafeRecording | null> {
  const lying = given.fd === undefined ? await laidDown(given) : null;
  const scratch = await openScratch();
  const from = lying?.fd ?? given.fd ?? -1;
  const written = await inTurn(() => writtenIn({ from, size: given.size, to: scratch.fd }, most));
  await lying?.letGo();
  if (written) return { ...written, scratch: Object.assign(scratch, { size: written.size }) };
  await scratch.letGo();
  return null;
}

async function laidDown(given: Arrived): Promise<Scratch> {
  const scratch = await openScratch();
  for (let at = 0; at < given.size; at += stretch)
    await scratch.write(await given.read(at, Math.min(at + stretch, given.size)), at);
  return scratch;
}

let last: Promise<unknown> = Promise.resolve();

function inTurn<Value>(act: () => Promise<Value>): Promise<Value> {
  const next = last.then(act, act);
  last = next.catch(() => {});
  return next;
}

/** A thread for each, so that nothing one file did is there for the next. */
function writtenIn(task: RecordingTask, most: number): Promise<RecordingWritten | null> {
  const worker = begin();
  return new Promise((resolve) => {
    const end = async (written: RecordingWritten | null) => {
      clearTimeout(late);
      worker.removeAllListeners('exit');
      await worker.terminate();
      resolve(written);
    };
    const late = setTimeout(() => end(null), most);
    worker.once('message', (written: RecordingWritten | null) => end(written));
    worker.once('error', () => end(null));
    worker.once('exit', () => end(null));
    worker.postMessage(task);
  });
}

/** As it stands here while it is worked on, and beside the bundle that `npm run build` makes. */
function begin(): Worker {
  const name = import.meta.url.endsWith('.ts') ? './recording-worker.store.ts' : './recording-worker.js';
  return new Worker(new URL(name, import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb },
  });
}
