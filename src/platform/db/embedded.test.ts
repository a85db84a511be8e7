import assert from 'node:assert/strict';
import {
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { inAnotherProcess, makeRoom, startAndStay } from './embedded.fixture.ts';
import { type Embedded, type EmbeddedOptions, joinEmbedded, startEmbedded } from './embedded.ts';
import { installedFiles } from './embedded-binaries.ts';
import { canReach } from './embedded-user.ts';
import { refuseUnsafeServing, within } from './logins.ts';

const room = makeRoom();
after(() => room.clear());

const place = (name: string): EmbeddedOptions => ({
  folder: join(room.path, name),
  systemState: join(room.path, 'system state'),
});
const ask = async (database: Embedded, sql: string) =>
  (await within(database.serving, (client) => client.query(sql))).rows[0];
const isRoot = process.getuid?.() === 0;
const isLinux = process.platform === 'linux';
const NOBODY = { uid: 65534, gid: 65534, name: 'nobody' };

describe('the built-in PostgreSQL', () => {
  // Longer than any socket path may be, with a space and letters beyond ASCII.
  const options = place(`Siân's data ${'long '.repeat(25)}`);
  let database: Embedded;
  before(async () => {
    database = await startEmbedded(options);
  });
  after(() => database.stop());

  it('serves as a login that row security binds', () => within(database.serving, refuseUnsafeServing));

  it('has no way in but a socket in a folder that nobody else may enter', async () => {
    assert.deepEqual(await ask(database, `select current_setting('listen_addresses') as tcp`), { tcp: '' });
    assert.equal(statSync(String(database.serving.host)).mode & 0o777, 0o700);
    assert.match(
      readFileSync(join(options.folder, 'database', 'pg_hba.conf'), 'utf8'),
      /^local all all trust\nhost all all all reject\n$/,
    );
  });

  it('writes to the disk before it says so, and keeps universal time', async () => {
    const row = await ask(
      database,
      `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
         current_setting('full_page_writes') as pages, current_setting('TimeZone') as zone`,
    );
    assert.deepEqual(row, { fsync: 'on', commit: 'on', pages: 'on', zone: 'UTC' });
  });

  it('sorts and splits names as people here do', async () => {
    const row = await ask(
      database,
      `select string_agg(name, ' ' order by name) as names,
         cardinality(show_trgm('Siân')) as parts from unnest('{Zoe,eve,Éloïse,Adam}'::text[]) name`,
    );
    assert.equal(row.names, 'Adam Éloïse eve Zoe');
    assert.equal(row.parts, 5, 'â is a letter inside a word');
  });

  it('keeps what people said out of its log', async () => {
    await assert.rejects(ask(database, `select 'her words'::integer as number`));
    await assert.rejects(ask(database, 'select nothing from nowhere'));
    const log = readFileSync(join(options.folder, 'database.log'), 'utf8');
    assert.match(log, /ready to accept connections/);
    assert.doesNotMatch(log, /her words|nowhere/);
  });

  it('refuses a second start in the same process', async () => {
    await assert.rejects(
      startEmbedded(options),
      /is already in use by this same process: stop that one first/,
    );
  });

  it('refuses a second process, which says who has the folder and leaves with an error', async () => {
    const second = inAnotherProcess(startAndStay(options));
    assert.notEqual(await second.ends(), 0);
    assert.match(
      second.printed(),
      new RegExp(`already in use by process ${process.pid}: stop that one first`),
    );
    assert.deepEqual(await ask(database, 'select 1 as still'), { still: 1 });
  });

  it('may be joined by a command run beside it', async () => {
    const joined = joinEmbedded(options.folder);
    assert.ok(joined);
    assert.deepEqual(await ask(joined, 'select current_user::text as login'), { login: 'alongside_app' });
    await joined.stop();
    assert.deepEqual(await ask(database, 'select 1 as still'), { still: 1 });
  });
});

describe('stopping and starting again', () => {
  const options = place('again');

  it('keeps everything, and leaves nothing in the way', async () => {
    const first = await startEmbedded(options);
    await within(first.owner, (c) => c.query('create table note as select 42 as answer'));
    await first.stop();
    assert.equal(existsSync(String(first.serving.host)), false, 'the socket folder is gone');
    assert.equal(joinEmbedded(options.folder), undefined);
    const second = await startEmbedded(options);
    assert.deepEqual(await ask(second, 'select answer from note'), { answer: 42 });
    await second.stop();
  });

  it('refuses a database that another PostgreSQL made, and says so', async () => {
    const version = join(options.folder, 'database', 'PG_VERSION');
    const made = readFileSync(version, 'utf8');
    writeFileSync(version, '17\n');
    await assert.rejects(
      startEmbedded(options),
      /was made by PostgreSQL 17 and this release brings 18: start the/,
    );
    writeFileSync(version, made);
  });

  it('says what is wrong when the folder cannot be made', async () => {
    writeFileSync(join(room.path, 'a file'), '');
    await assert.rejects(
      startEmbedded(place('a file/inside')),
      /cannot be made \(ENOTDIR\): set ALONGSIDE_DATA to a folder that you may write in\.$/,
    );
  });

  it('gives PostgreSQL’s own reason when it does not start', async () => {
    writeFileSync(
      join(options.folder, 'database', 'postgresql.auto.conf'),
      "shared_preload_libraries = 'nothing'\n",
    );
    await assert.rejects(startEmbedded(options), /did not start on .*could not access file "nothing"/);
    const left = readdirSync(options.folder).filter((name) => name.startsWith('holder'));
    assert.deepEqual(left, [], 'the folder is free again');
  });
});

describe('the server’s own files', () => {
  const native = { ...installedFiles(), folder: join(room.path, 'locked', 'native') };
  before(() => {
    mkdirSync(join(room.path, 'locked'));
    cpSync(installedFiles().folder, native.folder, { recursive: true, verbatimSymlinks: true });
    for (const name of readdirSync(join(native.folder, 'lib'))) {
      const path = join(native.folder, 'lib', name);
      if (lstatSync(path).isSymbolicLink()) rmSync(path);
    }
  });

  it('get the library links that no install script made', async () => {
    const database = await startEmbedded({ ...place('linked'), native });
    await database.stop();
    assert.ok(lstatSync(join(native.folder, 'lib', 'libpq.so.5'), { throwIfNoEntry: false }) || !isLinux);
  });

  it('are copied, and the database kept by the system, when root has them where no other account may come', {
    skip: !isRoot && 'only root lends its server another account',
  }, async () => {
    const locked = join(room.path, 'root only');
    mkdirSync(locked, { mode: 0o700 });
    cpSync(native.folder, join(locked, 'native'), { recursive: true, verbatimSymlinks: true });
    const options = {
      ...place('root only/data'),
      native: { ...native, folder: join(locked, 'native') },
    };
    const database = await startEmbedded(options);
    await within(database.owner, (c) => c.query('create table note as select 42 as answer'));
    await database.stop();
    const note = readFileSync(join(options.folder, 'WHERE-THE-DATABASE-IS.txt'), 'utf8').trim();
    assert.ok(note.startsWith(join(room.path, 'system state')), note);
    assert.ok(existsSync(join(note, '..', `postgresql-${native.version}`, 'bin', 'postgres')));
    const again = await startEmbedded(options);
    assert.deepEqual(await ask(again, 'select answer from note'), { answer: 42 });
    await again.stop();
  });
});

describe('an ordinary user', () => {
  it('starts it too', {
    skip:
      (!isRoot && 'every other test here is run by one') ||
      (!canReach(NOBODY, process.execPath) && 'no other account may enter this checkout'),
  }, async () => {
    const options = place('nobody');
    mkdirSync(options.folder);
    chownSync(options.folder, NOBODY.uid, NOBODY.gid);
    const ordinary = inAnotherProcess(
      `const database = await startEmbedded(${JSON.stringify(options)}); await database.stop(); console.log('DONE');`,
      NOBODY,
    );
    assert.equal(await ordinary.ends(), 0, ordinary.printed());
    assert.equal(statSync(join(options.folder, 'database')).uid, NOBODY.uid);
    const asRoot = await startEmbedded(options);
    await asRoot.stop();
    assert.equal(statSync(join(options.folder, 'database')).uid, NOBODY.uid, 'root leaves it theirs');
  });
});
