// From `npm start` to the first page: npm run bench:start -- --runs 3 --strict
// Each run: once with an empty data folder, and then again with what that left.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { machineLine, table } from './measured.ts';
import { addressOf } from './pages/processes.ts';

/** Seconds to the first page at most. */
const limits = { first: 20, again: 4 };

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '3' }, strict: { type: 'boolean' } },
});
const taken = { first: [] as number[], again: [] as number[], bare: [] as number[] };

for (let run = 0; run < Number(values.runs); run += 1) {
  const folder = mkdtempSync(join(tmpdir(), 'alongside-bench-start-'));
  try {
    taken.first.push(await toFirstPage(folder));
    taken.again.push(await toFirstPage(folder));
    taken.bare.push(await ofNode());
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

console.log(
  table([
    ['seconds from npm start to the first page', 'N', 'median', 'longest', 'at most'],
    row('with an empty data folder', taken.first, limits.first),
    row('again', taken.again, limits.again),
    row('(npm run and node doing nothing)', taken.bare),
  ]),
);
console.log(machineLine());
const isOver = median(taken.first) > limits.first || median(taken.again) > limits.again;
process.exitCode = values.strict && isOver ? 1 : 0;

async function toFirstPage(folder: string): Promise<number> {
  const began = performance.now();
  const child = spawn('npm', ['start'], {
    cwd: fileURLToPath(new URL('../', import.meta.url)),
    env: { ...process.env, PORT: '0', ALONGSIDE_DATA: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  const exit = once(child, 'exit');
  try {
    const page = await fetch(`${await addressOf(child)}/sign-in`);
    if (!page.ok || !(await page.text()).includes('</html>'))
      throw new Error(`the first page answered ${page.status}`);
    return (performance.now() - began) / 1000;
  } finally {
    if (child.pid) process.kill(-child.pid, 'SIGTERM'); // npm, its shell and the server are one group of their own.
    await exit;
  }
}

async function ofNode(): Promise<number> {
  const began = performance.now();
  await once(spawn('npm', ['exec', '--', 'node', '--eval', '0'], { stdio: 'ignore' }), 'exit');
  return (performance.now() - began) / 1000;
}

function median(seconds: readonly number[]): number {
  return [...seconds].sort((a, b) => a - b)[Math.floor(seconds.length / 2)] ?? Number.NaN;
}

function row(what: string, seconds: readonly number[], limit?: number): string[] {
  return [
    what,
    String(seconds.length),
    median(seconds).toFixed(1),
    Math.max(...seconds).toFixed(1),
    limit ? String(limit) : '',
  ];
}
