// The one check command, the same here and in CI: types, lint, every suite, journeys in a real browser.
//   npm test                     everything
//   npm test -- src/people       only the suites under a folder (no types, no lint)
//   npm test -- --server BIN     the store and route suites on another PostgreSQL's programs
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { globSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startTestServer, type TestServer } from '../test/server.ts';

const { values, positionals } = parseArgs({
  options: { server: { type: 'string' } },
  allowPositionals: true,
});
/** So many files of a domain go through one process: loading the house for each takes longer than most of their tests. */
const together = 8;
const root = fileURLToPath(new URL('../', import.meta.url));
const everything = !values.server && positionals.length === 0;

if (everything) {
  run('tsc', ['-p', '.']);
  run('biome', ['ci', '--error-on-warnings', '.']);
  run('node', ['scripts/build.mjs']);
}
process.exitCode = await suites(filesToRun());

function filesToRun(): string[] {
  if (values.server) return found(['src/**/*.{store,routes}.test.{ts,tsx}', 'test/guards/catalogue.test.ts']);
  if (positionals.length)
    return found(
      positionals.flatMap((place) => [place, `${place}/**/*.test.{ts,tsx}`, `${place}/**/*.journey.ts`]),
    );
  return found(['{src,demo,scripts,test,bench}/**/*.test.{ts,tsx}', 'journeys/*.journey.ts']);
}

function found(patterns: string[]): string[] {
  return globSync(patterns, { cwd: root })
    .filter((file) => /\.(test\.tsx?|journey\.ts)$/.test(file))
    .sort();
}

async function suites(files: string[]): Promise<number> {
  if (files.length === 0) throw new Error('no test file matches');
  const server = await startTestServer(values.server);
  const tallies = mkdtempSync(join(tmpdir(), 'alongside-tally-'));
  try {
    const left = inRuns(files).map((run, number) => ({ run, tally: join(tallies, String(number)) }));
    const worker = async (worst = 0): Promise<number> => {
      const next = left.shift();
      return next ? worker(Math.max(worst, await tested(next.run, next.tally, server))) : worst;
    };
    const codes = await Promise.all([worker(), worker()]);
    sayInAll(tallies);
    return Math.max(...codes);
  } finally {
    await server.stop();
    rmSync(tallies, { recursive: true, force: true });
  }
}

/** A file that walks a browser or asks for everything has a process of its own, and those come first. */
function inRuns(files: string[]): string[][] {
  const isShort = (file: string) => file.startsWith('src/');
  const short = files.filter(isShort);
  return [
    ...files.filter((file) => !isShort(file)).map((file) => [file]),
    ...Array.from({ length: Math.ceil(short.length / together) }, (_, at) =>
      short.slice(at * together, (at + 1) * together),
    ),
  ];
}

async function tested(files: string[], tally: string, { administrator }: TestServer): Promise<number> {
  const reporters = {
    [process.env.CI ? 'spec' : 'dot']: 'stdout',
    [fileURLToPath(new URL('tally.ts', import.meta.url))]: tally,
  };
  const options = ['--import', 'tsx', '--test', '--test-isolation=none'];
  for (const [reporter, to] of Object.entries(reporters))
    options.push(`--test-reporter=${reporter}`, `--test-reporter-destination=${to}`);
  const child = spawn(process.execPath, [...options, ...files], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ALONGSIDE_TEST_SERVER: JSON.stringify(administrator) },
  });
  const [code] = await once(child, 'exit');
  if (code) console.error(`Failed among: ${files.join(' ')}`);
  return code ?? 1;
}

/** What all the processes counted. */
function sayInAll(tallies: string): void {
  const sum: Record<string, number> = {};
  for (const name of readdirSync(tallies))
    for (const [what, count] of Object.entries<number>(JSON.parse(readFileSync(join(tallies, name), 'utf8'))))
      sum[what] = (sum[what] ?? 0) + count;
  const { tests = 0, passed = 0, skipped = 0 } = sum;
  console.log(
    `\nIn all ${tests} tests: ${passed} passed, ${skipped} skipped, ${tests - passed - skipped} failed`,
  );
}

function run(command: string, args: string[]): void {
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
