// What a film of 98 MB costs the server that ships, as somebody sends it from their own page: npx tsx bench/uploads.ts
//   --times 4   how often each is sent, in turn
//   --mb 98     how large the film is
//   --main dist/main.js   the server to start; built first unless given
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { joinEmbedded } from '../src/platform/db/embedded.ts';
import { machineLine, table } from './measured.ts';
import { startForked, startShipped } from './pages/processes.ts';
import { memoryOf, mostSince, startAfresh } from './uploads/memory.ts';
import { film, sendBare, signIn, tellStory } from './uploads/sender.ts';

const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '4' },
    mb: { type: 'string', default: '98' },
    main: { type: 'string' },
  },
});

interface Measured {
  seconds: number[];
  /** Megabytes above what the process held before. */
  more: number[];
  most: number[];
}

const folder = mkdtempSync(join(tmpdir(), 'alongside-bench-uploads-'));
const main = values.main ?? built();
// Loading the demonstration takes memory of its own: what is measured has not done it.
await (await startShipped(main, { ALONGSIDE_DATA: folder })).stop();
const ours = await startShipped(main, { ALONGSIDE_DATA: folder });
try {
  const joined = joinEmbedded(folder);
  if (!joined) throw new Error('the demonstration database is not where the server was told to keep it');
  const floor = await startForked('uploads/floor.ts', joined.owner);
  const given = await film(Number(values.mb) * 1_000_000);
  const sender = await signIn(ours.origin, 'Wilf');
  const product: Measured = { seconds: [], more: [], most: [] };
  const bare: Measured = { seconds: [], more: [], most: [] };
  for (let time = 0; time < Number(values.times); time += 1) {
    await measure(product, ours.pid, () => tellStory(sender, given));
    await measure(bare, floor.pid, () => sendBare(floor.origin, given));
  }
  await floor.stop();
  console.log(
    table([
      ['a film sent over HTTP', 'N', 'median s', 'longest s', 'most MB', 'MB more than before'],
      row(`kept with a story, made safe (${(given.size / 1e6).toFixed(1)} MB)`, product),
      row('(the same bytes, as they come, into bare rows)', bare),
    ]),
  );
  console.log(`Seconds ÷ bare: ${(median(product.seconds) / median(bare.seconds)).toFixed(2)}`);
  console.log(`Most memory ÷ bare: ${(Math.max(...product.most) / Math.max(...bare.most)).toFixed(2)}`);
  console.log(machineLine());
} finally {
  await ours.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function measure(into: Measured, pid: number | undefined, send: () => Promise<unknown>): Promise<void> {
  startAfresh(pid);
  const before = memoryOf(pid);
  const began = performance.now();
  await send();
  into.seconds.push((performance.now() - began) / 1000);
  into.most.push(mostSince(pid));
  into.more.push(mostSince(pid) - before);
}

function row(what: string, { seconds, most, more }: Measured): string[] {
  const whole = (megabytes: readonly number[]) => Math.max(...megabytes).toFixed(0);
  const times = [median(seconds).toFixed(2), Math.max(...seconds).toFixed(2)];
  return [what, String(seconds.length), ...times, whole(most), whole(more)];
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

function built(): string {
  const { status } = spawnSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' });
  if (status !== 0) throw new Error('the server could not be built');
  return 'dist/main.js';
}
