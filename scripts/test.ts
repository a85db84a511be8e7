// The one check command, the same here and in CI: types, lint, every suite, journeys in a real browser.
//   npm test                     everything
//   npm test -- src/people       only the suites under a folder (no types, no lint)
//   npm test -- --server BIN     the store and route suites on another PostgreSQL's programs
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startTestServer } from '../test/server.ts';

const { values, positionals } = parseArgs({
  options: { server: { type: 'string' } },
  allowPositionals: true,
});
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
  try {
    const tests = spawnSync(
      process.execPath,
      [
        '--import',
        'tsx',
        '--test',
        '--test-concurrency=2',
        `--test-reporter=${process.env.CI ? 'spec' : 'dot'}`,
        ...files,
      ],
      {
        cwd: root,
        stdio: 'inherit',
        env: { ...process.env, ALONGSIDE_TEST_SERVER: JSON.stringify(server.administrator) },
      },
    );
    return tests.status ?? 1;
  } finally {
    await server.stop();
  }
}

function run(command: string, args: string[]): void {
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
