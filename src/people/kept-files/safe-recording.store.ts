import { Worker } from 'node:worker_threads';
import { type Arrived, openScratch, type Scratch } from '../../access/uploads/arrived.store.ts';
import { tooBusy } from '../../access/uploads/parts.ts';
import type { MediaType } from './kept-file.ts';
import type { RecordingTask, RecordingWritten } from './recording-worker.store.ts';

export interface SafeRecording {
  mediaType: MediaType;
  isFilm: boolean;
  scratch: Scratch;
}

/**
 * In milliseconds. 100 MB takes two seconds to read: what takes longer than this was made to. Whoever waits holds a
 * connection to the database, which is taken from them when it does nothing for half a minute.
 */
const longest = { reading: 15_000, waiting: 10_000 };
/** Of the ten connections there are. */
const mostInLine = 4;
const mostMemoryMb = 256;
const stretch = 1_048_576;

/**
 * A sound or a film written again from its frames, one picture track and one sound track: no places, names, times, covers,
 * attachments, tracks of other things, or anything before, between or after. Frames are copied, not made again, so it is
 * as good as what was given. It is read in a thread of its own, one at a time, which is ended when a file was made to be
 * read for ever.
 * @throws 503 when too many are before it
 * @returns null when it cannot be read to its end. Otherwise its scratch file is the caller's to let go.
 */
export async function safeRecording(given: Arrived, limits = longest): Promise<SafeRecording | null> {
  return inTurn(limits.waiting, async () => {
    const lying = given.fd === undefined ? await laidDown(given) : null;
    const scratch = await openScratch();
    const from = lying?.fd ?? given.fd ?? -1;
    const written = await writtenIn({ from, size: given.size, to: scratch.fd }, limits.reading);
    await lying?.letGo();
    if (written) return { ...written, scratch: Object.assign(scratch, { size: written.size }) };
    await scratch.letGo();
    return null;
  });
}

async function laidDown(given: Arrived): Promise<Scratch> {
  const scratch = await openScratch();
  for (let at = 0; at < given.size; at += stretch)
    await scratch.write(await given.read(at, Math.min(at + stretch, given.size)), at);
  return scratch;
}

let last: Promise<unknown> = Promise.resolve();
let inLine = 0;

/** One after another; whoever would wait too long is sent away, and the line goes on without them. */
async function inTurn<Value>(longestWait: number, act: () => Promise<Value>): Promise<Value> {
  if (inLine >= mostInLine) throw tooBusy();
  inLine += 1;
  const before = last;
  let done = () => {};
  const mine = new Promise<void>((resolve) => {
    done = resolve;
  });
  last = before.then(() => mine);
  try {
    if (!(await isOver(before, longestWait))) throw tooBusy();
    return await act();
  } finally {
    inLine -= 1;
    done();
  }
}

function isOver(before: Promise<unknown>, within: number): Promise<boolean> {
  return new Promise((resolve) => {
    const late = setTimeout(() => resolve(false), within);
    before.then(() => {
      clearTimeout(late);
      resolve(true);
    });
  });
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
