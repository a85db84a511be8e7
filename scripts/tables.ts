// Writes src/tables.generated.ts from a freshly migrated database: `npm run tables`, or `-- --check` to compare.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startTestServer, templateName } from '../test/server.ts';

const target = fileURLToPath(new URL('../src/tables.generated.ts', import.meta.url));
const server = await startTestServer();
try {
  const out = join(mkdtempSync(join(tmpdir(), 'alongside-tables-')), 'tables.ts');
  const { host, port } = server.administrator;
  execFileSync(
    process.execPath,
    [
      fileURLToPath(new URL('../node_modules/kysely-codegen/dist/cli/bin.js', import.meta.url)),
      '--dialect',
      'postgres',
      '--url',
      `postgres://postgres@/${templateName}?host=${encodeURIComponent(String(host))}&port=${port}`,
      '--out-file',
      out,
      '--date-parser',
      'string',
      '--default-schema',
      'public',
      '--exclude-pattern',
      'migration.*',
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const made = readFileSync(out, 'utf8');
  if (!process.argv.includes('--check')) writeFileSync(target, made);
  else if (made !== readFileSync(target, 'utf8')) {
    console.error('src/tables.generated.ts is out of date: run npm run tables');
    process.exitCode = 1;
  }
} finally {
  await server.stop();
}
