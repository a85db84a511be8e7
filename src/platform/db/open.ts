import { sql } from 'kysely';
import type pg from 'pg';
import type { Settings } from '../config.ts';
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
    await within(serving, refuseUnsafeServing);
    if (owner) await migrate(owner, migrations);
    else await refuseOutOfDate(serving, migrations);
    return opened(serving, settings, embedded?.stop);
  } catch (error) {
    await embedded?.stop();
    throw error;
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
