import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import {
  inAnotherProcess,
  isGone,
  keepersOf,
  makeRoom,
  serverPid,
  startAndStay,
} from './embedded.fixture.ts';
import { type Embedded, startEmbedded } from './embedded.ts';
import { settles } from './embedded-process.ts';
import { runAs, serverUser } from './embedded-user.ts';
import { within } from './logins.ts';

const room = makeRoom();
after(() => room.clear());

const place = (name: string) => ({
  folder: join(room.path, name),
  systemState: join(room.path, 'system state'),
});
const databaseIn = (options: { folder: string }) => join(options.folder, 'database');
const count = async (database: Embedded) =>
  (await within(database.serving, (c) => c.query('select count(*)::int as notes from note'))).rows[0].notes;

/** Starts, writes a committed row each time round, and stays with one more in an open transaction. */
const writeAndStay = (options: object) => `
  const database = await startEmbedded(${JSON.stringify(options)});
  const { default: pg } = await import(${JSON.stringify(import.meta.resolve('pg'))});
  const client = new pg.Client(database.owner);
  client.on('error', () => undefined);
  await client.connect();
  await client.query('create table if not exists note (words text)');
  await client.query("insert into note values ('kept')");
  await client.query('begin');
  await client.query("insert into note values ('never committed')");
  console.log('READY');`;

describe('when Node is killed without a word', () => {
  const options = place('killed');

  it('the server stops by itself, in order, and leaves no lock behind', async () => {
    const other = inAnotherProcess(writeAndStay(options));
    await other.prints(/READY/);
    const server = serverPid(databaseIn(options));
    other.child.kill('SIGKILL');
    assert.ok(await isGone(server), 'no server is left');
    assert.equal(existsSync(join(databaseIn(options), 'postmaster.pid')), false);
    assert.match(
      readFileSync(join(options.folder, 'database.log'), 'utf8'),
      /database system is shut down\n$/,
    );
  });

  it('the next start needs nobody’s help and finds what was committed', async () => {
    const database = await startEmbedded(options);
    assert.equal(await count(database), 1);
    await database.stop();
  });

  it('the next start may come at once, while the old server is still going', async () => {
    const other = inAnotherProcess(writeAndStay(options));
    await other.prints(/READY/);
    other.child.kill('SIGKILL');
    await other.ends();
    const database = await startEmbedded(options);
    assert.equal(await count(database), 2);
    await database.stop();
  });
});

describe('when everything is killed at once', {
  skip: process.platform !== 'linux' && 'finds processes by /proc',
}, () => {
  it('what was committed is there after recovery', async () => {
    const options = place('power');
    const other = inAnotherProcess(writeAndStay(options));
    await other.prints(/READY/);
    const server = serverPid(databaseIn(options));
    for (const pid of [server, ...keepersOf(server), other.pid]) killNow(pid);
    await other.ends();
    assert.ok(await isGone(server));
    const { sockets } = JSON.parse(readFileSync(join(options.folder, 'holder.json'), 'utf8'));
    assert.ok(existsSync(sockets), 'nobody was left to clear it away');
    const database = await startEmbedded(options);
    assert.equal(await count(database), 1);
    assert.equal(existsSync(sockets), false);
    await database.stop();
  });

  it('a server that lost its keepers is stopped by the next start', async () => {
    const options = place('orphan');
    const other = inAnotherProcess(writeAndStay(options));
    await other.prints(/READY/);
    const server = serverPid(databaseIn(options));
    const keepers = keepersOf(server);
    assert.equal(keepers.length, 2, 'the shell and its reader');
    for (const pid of [...keepers, other.pid]) process.kill(pid, 'SIGKILL');
    await other.ends();
    assert.equal(serverPid(databaseIn(options)), server, 'the server lives on');
    const database = await startEmbedded(options);
    assert.notEqual(serverPid(databaseIn(options)), server);
    assert.equal(await count(database), 1);
    await database.stop();
  });
});

describe('what an interruption leaves behind', () => {
  it('a lock file whose number another process has by now does not stop a start', async () => {
    const options = place('stale');
    const first = await startEmbedded(options);
    const lock = join(databaseIn(options), 'postmaster.pid');
    const lines = readFileSync(lock, 'utf8').split('\n');
    await first.stop();
    const bystander = spawn('/bin/cat', [], {
      ...runAs(serverUser(databaseIn(options))),
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    writeFileSync(lock, [String(bystander.pid), ...lines.slice(1)].join('\n'));
    const second = await startEmbedded(options);
    assert.equal(bystander.exitCode ?? bystander.signalCode, null, 'the bystander is left alone');
    bystander.stdin?.end();
    await second.stop();
  });

  it('a holder’s note whose number another process has by now does not stop a start', async () => {
    const options = place('holder');
    mkdirSync(options.folder, { mode: 0o711 });
    const note = { pid: process.pid, born: 'in another life', sockets: '/tmp/none' };
    writeFileSync(join(options.folder, 'holder.json'), JSON.stringify(note));
    const database = await startEmbedded(options);
    await database.stop();
  });

  it('a note cut short by a power failure does not stop a start', async () => {
    const options = place('torn');
    mkdirSync(options.folder, { mode: 0o711 });
    writeFileSync(join(options.folder, 'holder.json'), '{"pid":');
    const database = await startEmbedded(options);
    await database.stop();
  });

  it('a first start killed while it makes the database is begun afresh', async () => {
    const options = place('half');
    const halves = () =>
      existsSync(options.folder)
        ? readdirSync(options.folder).filter((name) => name.includes('.making-'))
        : [];
    const other = inAnotherProcess(startAndStay(options));
    const hasBegun = () => halves().some((name) => existsSync(join(options.folder, name, 'PG_VERSION')));
    assert.ok(await settles(hasBegun, 30), other.printed());
    other.child.kill('SIGKILL');
    await other.ends();
    assert.equal(existsSync(databaseIn(options)), false, 'nothing that looks like a database');
    const database = await startEmbedded(options);
    await database.stop();
    // On a slow machine the killed start's own initdb may write on for a moment: the next start clears it away.
    const isOver = () => spawnSync('pgrep', ['-f', `${options.folder}.*making-`]).status !== 0;
    assert.ok(await settles(isOver, 30), 'the killed start’s initdb has ended');
    const again = await startEmbedded(options);
    assert.deepEqual(halves(), []);
    await again.stop();
  });

  it('a command that forgets to stop the server ends all the same, and so does the server', async () => {
    const options = place('forgetful');
    const other = inAnotherProcess(`await startEmbedded(${JSON.stringify(options)}); console.log('READY');`);
    assert.equal(await other.ends(), 0, other.printed());
    assert.ok(await settles(() => !existsSync(join(databaseIn(options), 'postmaster.pid')), 30));
  });
});

/** A keeper may end by itself in the instant after its server was killed: gone is gone. */
function killNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
