import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type pg from 'pg';
import { initialise, makeSocketFolder } from '../src/platform/db/embedded-folder.ts';
import { startPostgres } from '../src/platform/db/embedded-server.ts';
import { serverUser } from '../src/platform/db/embedded-user.ts';

export interface ThrowawayServer {
  /** The superuser over TCP on this machine, with a password. */
  readonly administrator: pg.PoolConfig & { host: string; port: number; user: string; password: string };
  /** The same as an address for a command line. */
  readonly administratorUrl: string;
  stop(): Promise<void>;
}

/**
 * The programs of the newest PostgreSQL that Debian's packages put on this machine, if any.
 * @example newestInstalled() // '/usr/lib/postgresql/15/bin'
 */
export function newestInstalled(above = '/usr/lib/postgresql'): string | undefined {
  const versions = existsSync(above) ? readdirSync(above).sort((a, b) => Number(b) - Number(a)) : [];
  return versions
    .map((version) => join(above, version, 'bin'))
    .find((bin) => existsSync(join(bin, 'initdb')));
}

/**
 * Runs a throwaway PostgreSQL of any version on the loopback address for the suites: a server as a council's own
 * would be, with passwords, over TCP, sorted by the C library. It keeps nothing: no flush to disk.
 */
export async function startServer({
  bin,
  folder,
}: {
  bin: string;
  folder: string;
}): Promise<ThrowawayServer> {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o711);
  const inside = mkdtempSync(join(folder, 'server-'));
  const databaseFolder = join(inside, 'database');
  const user = serverUser(databaseFolder);
  const password = randomBytes(12).toString('hex');
  const passwordFile = join(inside, 'password');
  writeFileSync(passwordFile, password);
  mkdirSync(databaseFolder);
  chmodSync(inside, 0o711);
  if (user) for (const path of [passwordFile, databaseFolder]) chownSync(path, user.uid, user.gid);
  const byPassword = ['--auth-host=scram-sha-256', '--auth-local=reject', `--pwfile=${passwordFile}`];
  initialise(join(bin, 'initdb'), databaseFolder, user, [...byPassword, '--no-sync']);
  const socketFolder = makeSocketFolder(user);
  const port = await freePort();
  const server = await startPostgres({
    program: join(bin, 'postgres'),
    databaseFolder,
    socketFolder,
    user,
    logFile: join(inside, 'server.log'),
    settings: { listen_addresses: '127.0.0.1', port, unix_socket_directories: socketFolder, fsync: 'off' },
  });
  return {
    administrator: { host: '127.0.0.1', port, user: 'postgres', password, database: 'postgres' },
    administratorUrl: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    async stop() {
      await server.stop();
      for (const left of [inside, socketFolder]) rmSync(left, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const asking = createServer().once('error', reject);
    asking.listen(0, '127.0.0.1', () => {
      const { port } = asking.address() as { port: number };
      asking.close(() => resolve(port));
    });
  });
}
