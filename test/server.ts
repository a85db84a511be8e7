import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { startServer } from '../scripts/debian-postgres.ts';
import { startEmbedded } from '../src/platform/db/embedded.ts';
import { bootstrap, OWNER, SERVING, within } from '../src/platform/db/logins.ts';
import { migrate } from '../src/platform/db/migrate.ts';

/** A running PostgreSQL with a migrated template, from which each test file copies a database in 50 ms. */
export interface TestServer {
  administrator: pg.PoolConfig;
  stop(): Promise<void>;
}

export const templateName = 'alongside_template';
const migrations = new URL('../migrations/', import.meta.url);

/** The embedded server, or with `bin` another PostgreSQL's programs (`/usr/lib/postgresql/15/bin`). */
export async function startTestServer(bin?: string): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'alongside-test-'));
  const server = bin ? await startServer({ bin, folder }) : await startEmbedded({ folder });
  const password =
    typeof server.administrator.password === 'string' ? server.administrator.password : undefined;
  await bootstrap(server.administrator, {
    database: templateName,
    ownerPassword: password,
    servingPassword: password,
  });
  await migrate({ ...server.administrator, user: OWNER, database: templateName }, migrations);
  await forgetful(server.administrator);
  return {
    administrator: server.administrator,
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What a test keeps need not survive a power cut; what Alongside keeps is tested with the disk on. */
async function forgetful(administrator: pg.PoolConfig): Promise<void> {
  await within(administrator, async (client) => {
    for (const setting of ['fsync', 'full_page_writes', 'synchronous_commit'])
      await client.query(`alter system set ${setting} = off`);
    await client.query('select pg_reload_conf()');
  });
}

/** How to come in to one database of the server as the serving login. */
export function servingLogin(administrator: pg.PoolConfig, database: string): pg.PoolConfig {
  return { ...administrator, user: SERVING, database };
}
