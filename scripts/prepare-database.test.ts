import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { installedFiles, usableFiles } from '../src/platform/db/embedded-binaries.ts';
import { serverUser } from '../src/platform/db/embedded-user.ts';
import { refuseUnsafeServing, within } from '../src/platform/db/logins.ts';
import { refuseOutOfDate } from '../src/platform/db/migrate.ts';
import { newestInstalled, startServer, type ThrowawayServer } from './debian-postgres.ts';

const folder = mkdtempSync(join(tmpdir(), 'alongside prepare '));
let server: ThrowawayServer;
before(async () => {
  const native = () => usableFiles(installedFiles(), serverUser(folder), folder);
  server = await startServer({ bin: newestInstalled() ?? join(native().folder, 'bin'), folder });
});
after(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

const migrations = new URL('../migrations/', import.meta.url);
const command = fileURLToPath(new URL('./prepare-database.ts', import.meta.url));

function prepare(...words: string[]) {
  const run = spawnSync(process.execPath, ['--import', import.meta.resolve('tsx'), command, ...words], {
    encoding: 'utf8',
  });
  const variable = (name: string) => new RegExp(`^${name}=(\\S+)$`, 'm').exec(run.stdout)?.[1];
  return {
    code: run.status,
    said: run.stdout,
    refused: run.stderr,
    serving: { connectionString: variable('DATABASE_URL') },
    owner: { connectionString: variable('DATABASE_OWNER_URL') },
  };
}
const ask = (config: { connectionString: string | undefined }) =>
  within(config as { connectionString: string }, async (c) => (await c.query('select current_user')).rows[0]);

describe('npm run prepare-database', () => {
  let first: ReturnType<typeof prepare>;
  before(() => {
    first = prepare(server.administratorUrl);
  });

  it('makes the database and both logins, migrates, and prints the two lines to set', async () => {
    assert.equal(first.code, 0, first.refused);
    assert.match(first.said, /^Made: login alongside_owner, login alongside_app, database alongside\.$/m);
    assert.deepEqual(await ask(first.serving), { current_user: 'alongside_app' });
    assert.deepEqual(await ask(first.owner), { current_user: 'alongside_owner' });
    await within(first.serving as { connectionString: string }, refuseUnsafeServing);
    await refuseOutOfDate(first.serving as { connectionString: string }, migrations);
  });

  it('run again, says what exists and leaves the passwords alone', async () => {
    const second = prepare(server.administratorUrl);
    assert.equal(second.code, 0, second.refused);
    assert.match(
      second.said,
      /^The database alongside and both logins exist already\.\nIt is up to date\.$/m,
    );
    assert.match(second.said, /^DATABASE_URL keeps its password, which is not known here; --rotate gives/m);
    assert.deepEqual(await ask(first.serving), { current_user: 'alongside_app' });
  });

  it('with --rotate gives new passwords, and the old ones stop working', async () => {
    const rotated = prepare(server.administratorUrl, '--rotate');
    assert.equal(rotated.code, 0, rotated.refused);
    assert.deepEqual(await ask(rotated.serving), { current_user: 'alongside_app' });
    assert.deepEqual(await ask(rotated.owner), { current_user: 'alongside_owner' });
    await assert.rejects(ask(first.serving), { code: '28P01' });
    await assert.rejects(ask(first.owner), { code: '28P01' });
  });

  for (const [what, words, sentence] of [
    ['no address', () => [], /^Give one administrator's address, such as:/],
    ['an address of something else', () => ['mysql://root@db/care'], /^Give one administrator's address/],
    [
      'a name that PostgreSQL would fold',
      () => [server.administratorUrl, '--name', 'Care'],
      /cannot be named "Care"/,
    ],
    [
      'a wrong password',
      () => [server.administratorUrl.replace(/:[0-9a-f]+@/, ':wrong@')],
      /its password is wrong/,
    ],
    [
      'a login that may not make logins',
      () => [String(serving())],
      /alongside_app may not make databases and/,
    ],
    [
      'nothing listening',
      () => ['postgres://a@127.0.0.1:9/postgres'],
      /nothing listens there; check the host/,
    ],
  ] as const) {
    it(`refuses ${what} in a sentence`, () => {
      const refusal = prepare(...words());
      assert.equal(refusal.code, 1);
      assert.match(refusal.refused, sentence);
      assert.doesNotMatch(refusal.refused, /\n\s+at /, 'no stack');
    });
  }
  const serving = () => prepare(server.administratorUrl, '--rotate').serving.connectionString;
});
