import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { type Embedded, startEmbedded } from './embedded.ts';
import { within } from './logins.ts';
import { FailedMigration, migrate, OutOfDate, pendingMigrations, refuseOutOfDate } from './migrate.ts';

let above: string;
let database: Embedded;
let folder: URL;

before(async () => {
  above = mkdtempSync(join(tmpdir(), 'alongside migrations '));
  chmodSync(above, 0o711);
  database = await startEmbedded({ folder: join(above, 'data'), systemState: join(above, 'state') });
});
after(async () => {
  await database.stop();
  rmSync(above, { recursive: true });
});
beforeEach(async () => {
  await asOwner('drop schema if exists migration cascade; drop table if exists visit, promise');
  rmSync(join(above, 'files'), { recursive: true, force: true });
  mkdirSync(join(above, 'files'));
  folder = pathToFileURL(join(above, 'files'));
});

const write = (name: string, text: string) => writeFileSync(join(above, 'files', name), text);
const remove = (name: string) => rmSync(join(above, 'files', name));
const asOwner = (sql: string) => within(database.owner, (client) => client.query(sql));
const tableExists = async (name: string) =>
  (await asOwner(`select to_regclass('${name}') is not null as found`)).rows[0].found;

const TWO_STATEMENTS = `-- A visit.
create table visit (visit_id integer primary key);
insert into visit values (1), (2);`;

describe('migrations', () => {
  it('run once, in order, and say which ran', async () => {
    write('0001-visits.sql', TWO_STATEMENTS);
    write('0002-promises.sql', 'create table promise (visit_id integer references visit);');
    assert.deepEqual(await pendingMigrations(database.serving, folder), ['0001-visits', '0002-promises']);
    assert.deepEqual(await migrate(database.owner, folder), { applied: ['0001-visits', '0002-promises'] });
    assert.deepEqual(await migrate(database.owner, folder), { applied: [] });
    assert.deepEqual(await pendingMigrations(database.serving, folder), []);
    assert.equal((await asOwner('select count(*)::int as visits from visit')).rows[0].visits, 2);
  });

  it('of two starts at the same moment, each file runs in one of them', async () => {
    write('0001-visits.sql', `${TWO_STATEMENTS} select pg_sleep(0.2);`);
    write('0002-promises.sql', 'create table promise ();');
    const both = await Promise.all([migrate(database.owner, folder), migrate(database.owner, folder)]);
    assert.deepEqual(both.map(({ applied }) => applied.length).sort(), [0, 2]);
  });

  it('that fail leave nothing half done, name the file and line, and can be mended', async () => {
    write('0001-visits.sql', TWO_STATEMENTS);
    write('0002-promises.sql', 'create table promise ();\n\nselect nothing_of_the_kind from visit;');
    await assert.rejects(migrate(database.owner, folder), (error: Error) => {
      assert.ok(error instanceof FailedMigration);
      assert.equal(
        error.message,
        'The migration 0002-promises.sql failed at line 3 and nothing of it was kept: column "nothing_of_the_kind" does not exist.',
      );
      return true;
    });
    assert.equal(await tableExists('promise'), false, 'the failed file left a table');
    assert.equal(await tableExists('visit'), true, 'the file before it was kept');
    write('0002-promises.sql', 'create table promise ();');
    assert.deepEqual(await migrate(database.owner, folder), { applied: ['0002-promises'] });
  });

  for (const [name, text, because] of [
    ['visits.sql', 'select 1;', /visits\.sql is not named like 0001-access\.sql/],
    ['0001-more-visits.sql', 'select 1;', /0001-visits\.sql has the same number as 0001-more-visits\.sql/],
    [
      '0002-promises.sql',
      'create table promise ();\ncommit;',
      /0002-promises\.sql begins or ends a transaction/,
    ],
  ] as const) {
    it(`are refused before any runs when one is wrong: ${name}`, async () => {
      write('0001-visits.sql', TWO_STATEMENTS);
      write(name, text);
      await assert.rejects(migrate(database.owner, folder), because);
      assert.equal(await tableExists('visit'), false);
    });
  }
});

describe('a start without the owner', () => {
  it('is refused when the database is behind, naming DATABASE_OWNER_URL', async () => {
    write('0001-visits.sql', TWO_STATEMENTS);
    await assert.rejects(refuseOutOfDate(database.serving, folder), {
      name: 'OutOfDate',
      message:
        "The database is behind this release by one migration (0001-visits): set DATABASE_OWNER_URL to the owner's address for this start, so that it can be brought up to date.",
    });
    await migrate(database.owner, folder);
    await refuseOutOfDate(database.serving, folder);
  });

  it('is refused when the database is newer than the release', async () => {
    write('0001-visits.sql', TWO_STATEMENTS);
    write('0002-promises.sql', 'create table promise ();');
    await migrate(database.owner, folder);
    remove('0002-promises.sql');
    await assert.rejects(refuseOutOfDate(database.serving, folder), OutOfDate);
    await assert.rejects(migrate(database.owner, folder), /0002-promises/);
  });
});
