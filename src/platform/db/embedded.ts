import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { installedFiles, usableFiles } from './embedded-binaries.ts';
import {
  clearHalfMade,
  type Home,
  makeDatabase,
  makeSocketFolder,
  openHome,
  refuseOtherVersion,
} from './embedded-folder.ts';
import { holdFolder, liveHolder } from './embedded-holder.ts';
import { type RunningServer, startPostgres } from './embedded-server.ts';
import { bootstrap } from './logins.ts';

/** The built-in PostgreSQL, ready: three ways in, from the strongest to the one that serves. */
export interface Embedded {
  /** The superuser. Only for making databases and logins, never for serving. */
  readonly administrator: pg.PoolConfig;
  /** Owns the tables; migrates. */
  readonly owner: pg.PoolConfig;
  /** Bound by row security; serves. */
  readonly serving: pg.PoolConfig;
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** The data folder. Made when missing. */
  readonly folder: string;
  /** Told, in a sentence, what takes a while or goes wrong. */
  readonly say?: (sentence: string) => void;
  /** Where the server's own files are; found among the installed packages unless told. */
  readonly native?: { readonly folder: string; readonly version: string };
  /** Where root keeps what its lent account cannot reach elsewhere. */
  readonly systemState?: string;
}

/**
 * Starts the PostgreSQL server that comes with Alongside on a data folder, makes the database on first use, and
 * gives the logins. It listens on a private Unix socket only. The server stops when `stop` is called or when this
 * process ends, however it ends.
 * @throws StartRefused with one sentence when it cannot; FolderHeld when another process has the folder
 * @example const database = await startEmbedded({ folder: '/var/lib/care/.alongside' })
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const home = openHome(options.folder, options.systemState ?? '/var/lib/alongside');
  const sockets = makeSocketFolder(home.user);
  const undo: (() => unknown)[] = [() => rmSync(sockets, { recursive: true, force: true })];
  const undoAll = async () => {
    for (const step of undo.reverse()) await step();
  };
  try {
    undo.push(holdFolder(home.folder, sockets));
    const server = await startIn(home, sockets, options);
    undo.push(server.stop);
    const logins = loginsAt(sockets);
    await bootstrap(logins.administrator, { database: DATABASE });
    return { ...logins, stop: stopping(server, undoAll, options.say) };
  } catch (error) {
    await undoAll();
    throw error;
  }
}

/**
 * The database of a folder that another process has started, for commands run while the site is up; undefined
 * when nobody has it. Stopping does nothing: it is not ours to stop.
 */
export function joinEmbedded(folder: string): Embedded | undefined {
  const holder = liveHolder(folder);
  if (!holder || !existsSync(join(holder.sockets, '.s.PGSQL.5432'))) return undefined;
  return { ...loginsAt(holder.sockets), stop: async () => undefined };
}

const DATABASE = 'alongside';

async function startIn(
  home: Home,
  sockets: string,
  { native, say }: EmbeddedOptions,
): Promise<RunningServer> {
  const files = usableFiles(native ?? installedFiles(), home.user, home.keeps);
  const databaseFolder = join(home.keeps, 'database');
  clearHalfMade(home);
  if (!existsSync(databaseFolder)) {
    say?.(`Making a database in ${databaseFolder}`);
    makeDatabase(home, files);
  }
  refuseOtherVersion(databaseFolder, files);
  return startPostgres({
    program: join(files.folder, 'bin', 'postgres'),
    databaseFolder,
    socketFolder: sockets,
    user: home.user,
    logFile: join(home.folder, 'database.log'),
    settings: { ...SETTINGS, unix_socket_directories: sockets },
  });
}

/**
 * For a small machine. Durability settings are PostgreSQL's own and stay on. The log says how the server fares;
 * failed statements go to their caller alone, because they quote what people said.
 */
const SETTINGS = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  port: 5432,
  shared_buffers: '128MB',
  max_connections: 50,
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
};

function loginsAt(host: string) {
  const at = (user: string, database: string): pg.PoolConfig => ({ host, port: 5432, user, database });
  return {
    administrator: at('postgres', 'postgres'),
    owner: at('alongside_owner', DATABASE),
    serving: at('alongside_app', DATABASE),
  };
}

function stopping(server: RunningServer, undoAll: () => Promise<void>, say: EmbeddedOptions['say']) {
  let isAsked = false;
  server.ended.then(() => {
    if (!isAsked) say?.('The built-in PostgreSQL stopped by itself; its last words are in database.log.');
  });
  return async () => {
    isAsked = true;
    await undoAll();
  };
}
