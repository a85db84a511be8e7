import { after } from 'node:test';
import pg from 'pg';
import { type Database, openDatabase } from '../src/platform/db/council.ts';
import { servingLogin, startTestServer, type TestServer, templateName } from './server.ts';

/** A database of this test file's own, migrated and empty, seen through the serving login. */
export interface TestDatabase {
  database: Database;
  serving: pg.PoolConfig;
  administrator: pg.PoolConfig;
}

let started: TestServer | undefined;

/**
 * Makes this file's database from the template of the server that `npm test` started, or of one of its own
 * when the file is run alone. Dropped afterwards. Await it at the top of the file: asked for inside a `before`,
 * it would be dropped when that hook ends.
 * @example const { database } = await testDatabase();
 */
export async function testDatabase(): Promise<TestDatabase> {
  const administrator = await administratorConfig();
  const name = `test_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
  await asAdministrator(administrator, `create database ${name} template ${templateName}`);
  const serving = servingLogin(administrator, name);
  // Many presses at once on a busy machine wait for one another longer than a council's people should.
  const database = openDatabase({ ...serving, max: 5, connectionTimeoutMillis: 30_000 });
  after(async () => {
    await database.destroy();
    await asAdministrator(administrator, `drop database if exists ${name} with (force)`);
    await started?.stop();
    started = undefined;
  });
  return { database, serving, administrator: { ...administrator, database: name } };
}

async function administratorConfig(): Promise<pg.PoolConfig> {
  const given = process.env.ALONGSIDE_TEST_SERVER;
  if (given) return JSON.parse(given) as pg.PoolConfig;
  started ??= await startTestServer();
  return started.administrator;
}

/** Template copies wait for one another: two at once from one template are refused by PostgreSQL. */
async function asAdministrator(administrator: pg.PoolConfig, statement: string): Promise<void> {
  const client = new pg.Client(administrator);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(7)');
    await client.query(statement);
  } finally {
    await client.end();
  }
}
