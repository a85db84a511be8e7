import type { Settings } from '../config.ts';
import { type Database, openDatabase } from './council.ts';
import { joinEmbedded } from './embedded.ts';
import { openDatabases } from './open.ts';

/**
 * Runs a command against the database the site uses: a council's own server, the built-in one that a running
 * site holds, or the built-in one started for as long as the command takes.
 * @example await withTheDatabase(settings, migrations, say, (database) => importListings(database, …))
 */
export async function withTheDatabase<Value>(
  settings: Settings,
  migrations: URL,
  say: (line: string) => void,
  act: (database: Database) => Promise<Value>,
): Promise<Value> {
  const running = settings.databaseUrl ? undefined : joinEmbedded(settings.dataFolder);
  if (running) {
    const database = openDatabase(running.serving);
    return act(database).finally(() => database.destroy());
  }
  const databases = await openDatabases(settings, migrations, say);
  return act(databases.database).finally(databases.close);
}
