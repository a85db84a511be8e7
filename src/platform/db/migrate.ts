import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import pg from 'pg';
import { StartRefused } from '../start-refused.ts';
import { within } from './logins.ts';

export class FailedMigration extends StartRefused {
  override name = 'FailedMigration';
}

export class OutOfDate extends StartRefused {
  override name = 'OutOfDate';
}

/**
 * Brings the database up to date as its owner. Every file `NNNN-name.sql` runs once, in order, in a transaction of
 * its own; two starts at the same moment wait for each other.
 * @throws FailedMigration naming the file; nothing of that file is kept, what came before it is
 * @example await migrate(embedded.owner, new URL('../migrations/', import.meta.url)) // { applied: ['0001-access'] }
 */
export async function migrate(owner: pg.PoolConfig, folder: URL): Promise<{ applied: string[] }> {
  const files = readMigrations(folder);
  return within(owner, async (waiting) => {
    await waiting.query(`select pg_advisory_lock(${ONE_AT_A_TIME})`);
    const db = new Kysely<unknown>({
      dialect: new PostgresDialect({ pool: new pg.Pool({ ...owner, max: 1 }) }),
    });
    try {
      return { applied: await applyEach(db, files) };
    } finally {
      await db.destroy();
    }
  });
}

/**
 * The names of migrations that this release has and the database has not; asked as the serving login.
 * @throws OutOfDate when the database has migrations that this release does not know
 */
export async function pendingMigrations(serving: pg.PoolConfig, folder: URL): Promise<string[]> {
  const known = [...readMigrations(folder).keys()];
  const done = await within(serving, appliedAlready);
  const newer = done.filter((name) => !known.includes(name));
  if (newer.length) {
    throw new OutOfDate(
      `The database is newer than this release (it has ${newer.join(', ')}): start the release that last migrated it.`,
    );
  }
  return known.filter((name) => !done.includes(name));
}

/**
 * Refuses to serve a database that is behind, when there is no owner to bring it up to date.
 * @throws OutOfDate with one sentence
 */
export async function refuseOutOfDate(serving: pg.PoolConfig, folder: URL): Promise<void> {
  const pending = await pendingMigrations(serving, folder);
  if (!pending.length) return;
  throw new OutOfDate(
    `The database is behind this release by ${pending.length === 1 ? `one migration (${pending[0]})` : `${pending.length} migrations (from ${pending[0]})`}: set DATABASE_OWNER_URL to the owner's address for this start, so that it can be brought up to date.`,
  );
}

/** Any number will do, as long as nothing else in the database takes it: "alongside" on a telephone keypad. */
const ONE_AT_A_TIME = 256_645_433;

/** What has been applied is kept apart from the care tables, and is no secret. */
const KEPT_IN = {
  migrationTableSchema: 'migration',
  migrationTableName: 'applied',
  migrationLockTableName: 'lock',
};

async function applyEach(db: Kysely<unknown>, files: Map<string, string>): Promise<string[]> {
  const provider = { getMigrations: async () => Object.fromEntries([...files].map(asMigration)) };
  const migrator = new Migrator({ db, provider, ...KEPT_IN });
  const applied: string[] = [];
  for (;;) {
    const { error, results } = await migrator.migrateUp();
    const name = results?.[0]?.migrationName;
    if (error) throw new FailedMigration(failure(error, name, files));
    if (!name) break;
    applied.push(name);
  }
  await sql`grant usage on schema migration to public`.execute(db);
  await sql`grant select on migration.applied to public`.execute(db);
  return applied;
}

const asMigration = ([name, text]: [string, string]): [string, Migration] => [
  name,
  { up: async (db) => void (await sql.raw(text).execute(db)) },
];

function failure(error: unknown, name: string | undefined, files: Map<string, string>): string {
  const { message, position } = error as { message: string; position?: string };
  if (!name) return `The database could not be brought up to date: ${message}.`;
  const line = position && files.get(name)?.slice(0, Number(position)).split('\n').length;
  return `The migration ${name}.sql failed${line ? ` at line ${line}` : ''} and nothing of it was kept: ${message}.`;
}

async function appliedAlready(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query(`select to_regclass('migration.applied') is not null as exists`);
  if (!rows[0].exists) return [];
  const applied = await client.query<{ name: string }>('select name from migration.applied order by name');
  return applied.rows.map(({ name }) => name);
}

function readMigrations(folder: URL): Map<string, string> {
  const path = fileURLToPath(folder);
  const names = existsSync(path) ? readdirSync(path).filter((name) => name.endsWith('.sql')) : [];
  const files = new Map<string, string>();
  for (const name of names.sort()) {
    const text = readFileSync(new URL(name, asFolder(folder)), 'utf8');
    const wrong = fault(name, text, [...files.keys()]);
    if (wrong) throw new FailedMigration(`The migration ${name} ${wrong}.`);
    files.set(name.slice(0, -'.sql'.length), text);
  }
  return files;
}

const asFolder = (folder: URL) => (folder.href.endsWith('/') ? folder : new URL(`${folder.href}/`));

function fault(name: string, text: string, earlier: string[]): string | undefined {
  if (!/^\d{4}-[a-z0-9-]+\.sql$/.test(name)) return 'is not named like 0001-access.sql';
  const twin = earlier.find((other) => other.slice(0, 4) === name.slice(0, 4));
  if (twin) return `has the same number as ${twin}.sql`;
  if (/^(begin|commit|rollback|start transaction)\b[^\n]*;/im.test(text)) {
    return 'begins or ends a transaction: each file already runs in one of its own';
  }
  return undefined;
}
