import { sql } from 'kysely';
import type pg from 'pg';
import type { Settings } from '../config.ts';
import { StartRefused } from '../start-refused.ts';
import { type Database, openDatabase } from './council.ts';
import { startEmbedded } from './embedded.ts';
import { refuseUnsafeServing, within } from './logins.ts';
import { migrate, refuseOutOfDate } from './migrate.ts';

export interface Databases {
  database: Database;
  readDatabase: Database;
  isEmbedded: boolean;
  isReady: () => Promise<boolean>;
  close: () => Promise<void>;
}

/**
 * Opens what the settings name: a council's own server, or the built-in one, migrated and safe to serve.
 * @throws StartRefused with one sentence
 */
export async function openDatabases(
  settings: Settings,
  migrations: URL,
  say: (line: string) => void,
): Promise<Databases> {
  const embedded = settings.databaseUrl ? null : await startEmbedded({ folder: settings.dataFolder, say });
  const serving = embedded?.serving ?? { connectionString: settings.databaseUrl };
  const owner =
    embedded?.owner ?? (settings.databaseOwnerUrl ? { connectionString: settings.databaseOwnerUrl } : null);
  try {
    await reached(serving, 'DATABASE_URL');
    if (settings.databaseReadUrl)
      await reached({ connectionString: settings.databaseReadUrl }, 'DATABASE_READ_URL');
    if (owner) await migrate(owner, migrations);
    else await refuseOutOfDate(serving, migrations);
    return opened(serving, settings, embedded?.stop);
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

/** A login that answers and that row security binds. */
async function reached(login: pg.PoolConfig, name: string): Promise<void> {
  try {
    await within({ connectionTimeoutMillis: 10_000, ...login }, refuseUnsafeServing);
  } catch (error) {
    if (error instanceof StartRefused) throw error;
    throw new StartRefused(
      `The database at ${name} does not answer (${error instanceof Error ? error.message : 'no reason given'}): check the address, and that the server runs and lets this login in.`,
    );
  }
}

function opened(serving: pg.PoolConfig, settings: Settings, stop?: () => Promise<void>): Databases {
  const database = openDatabase(serving);
  const readDatabase = settings.databaseReadUrl
    ? openDatabase({ connectionString: settings.databaseReadUrl })
    : database;
  return {
    database,
    readDatabase,
    isEmbedded: stop !== undefined,
    isReady: () => answers(database),
    close: async () => {
      await Promise.all([...new Set([database, readDatabase])].map((one) => one.destroy()));
      await stop?.();
    },
  };
}

async function answers(database: Database): Promise<boolean> {
  try {
    await sql`select 1 from council limit 1`.execute(database);
    return true;
  } catch {
    return false;
  }
}
