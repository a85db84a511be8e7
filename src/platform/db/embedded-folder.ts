import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StartRefused } from '../start-refused.ts';
import type { NativeFiles } from './embedded-binaries.ts';
import { canReach, runAs, type ServerUser, serverUser } from './embedded-user.ts';

/** Where the database of one data folder really is, and who runs it. */
export interface Home {
  /** The data folder as given. */
  readonly folder: string;
  /** Holds `database`: the data folder itself, or a place of its own below the system's state. */
  readonly keeps: string;
  readonly user: ServerUser | undefined;
}

/** The longest socket path that every supported system takes is 103 bytes with its closing zero. */
const LONGEST_SOCKET_FOLDER = 103 - '/.s.PGSQL.5432'.length;

/**
 * Finds or makes the home of a data folder. When root keeps the folder where its lent account cannot come (such
 * as root's own home), the database lives under `systemState`, named after the folder, and a note says so. A
 * database that exists already decides, so a later change of permissions never shows an empty one.
 */
export function openHome(given: string, systemState: string): Home {
  const folder = makeFolder(given);
  const elsewhere = join(systemState, createHash('sha256').update(folder).digest('hex').slice(0, 16));
  const keeps = existsSync(join(elsewhere, 'database')) ? elsewhere : folder;
  const user = serverUser(join(keeps, 'database'));
  if (canReach(user, folder) || keeps === elsewhere) return { folder, keeps, user };
  if (existsSync(join(folder, 'database'))) {
    throw new StartRefused(
      `The database in ${folder} belongs to ${user?.name}, who may not enter that folder: let that account pass through the folders above it (chmod o+x).`,
    );
  }
  makeFolder(elsewhere);
  writeFileSync(join(folder, 'WHERE-THE-DATABASE-IS.txt'), `${join(elsewhere, 'database')}\n`);
  return { folder, keeps: elsewhere, user };
}

/** A fresh private folder for the server's socket; its name is short whatever the data folder's is. */
export function makeSocketFolder(user: ServerUser | undefined): string {
  const above = [tmpdir(), '/tmp'].find(
    (place) =>
      Buffer.byteLength(place) <= LONGEST_SOCKET_FOLDER - 24 && !place.includes(',') && canReach(user, place),
  );
  if (!above)
    throw new StartRefused('The built-in PostgreSQL needs a /tmp folder that it may enter: make one.');
  const folder = realpathSync(mkdtempSync(join(above, 'alongside-')));
  give(folder, user);
  return folder;
}

/** Clears away what an interrupted first start left half made. Call it only while holding the data folder. */
export function clearHalfMade({ keeps }: Home): void {
  if (!existsSync(keeps)) return;
  for (const name of readdirSync(keeps))
    if (name.startsWith('database.making-'))
      rmSync(join(keeps, name), { recursive: true, force: true, maxRetries: 5 });
}

/**
 * Makes a database folder beside and renames it when whole, so an interrupted first start leaves nothing that
 * looks like a database.
 */
export function makeDatabase({ keeps, user }: Home, native: NativeFiles): void {
  const beside = join(keeps, `database.making-${process.pid}`);
  mkdirSync(beside, { mode: 0o700 });
  give(beside, user);
  const icu = ['--locale-provider=icu', '--icu-locale=en-GB'];
  initialise(join(native.folder, 'bin', 'initdb'), beside, user, [...icu, '--auth=trust']);
  writeFileSync(join(beside, 'pg_hba.conf'), 'local all all trust\nhost all all all reject\n');
  renameSync(beside, join(keeps, 'database'));
}

/**
 * Runs initdb with the superuser `postgres`. The character classes come from C.UTF-8, so that "Siân" is one word
 * to pg_trgm; where a system lacks that locale, plain C.
 */
export function initialise(initdb: string, into: string, user: ServerUser | undefined, more: string[]): void {
  const attempt = (locale: string) =>
    spawnSync(initdb, ['-D', into, '-U', 'postgres', '-E', 'UTF8', `--locale=${locale}`, ...more], {
      ...runAs(user),
      encoding: 'utf8',
    });
  const first = attempt('C.UTF-8');
  const made = first.stderr?.includes('invalid locale') ? attempt('C') : first;
  if (made.status === 0) return;
  rmSync(into, { recursive: true, force: true });
  const why = made.error?.message ?? made.stderr.trim().split('\n').slice(-3).join(' ');
  throw new StartRefused(`The database could not be made in ${into}: ${why}`);
}

/** @throws StartRefused when another major version of PostgreSQL made the database */
export function refuseOtherVersion(databaseFolder: string, native: NativeFiles): void {
  const made = readFileSync(join(databaseFolder, 'PG_VERSION'), 'utf8').trim();
  const ours = native.version.split('.')[0];
  if (made === ours) return;
  throw new StartRefused(
    `The database in ${databaseFolder} was made by PostgreSQL ${made} and this release brings ${ours}: start the release that made it, or move the records with an export.`,
  );
}

/**
 * As root a new or empty folder lets others pass through but not look, so that the lent account can come to the
 * database. One that already holds something is left as it is.
 */
function makeFolder(path: string): string {
  try {
    mkdirSync(path, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
    if (process.getuid?.() === 0 && readdirSync(path).length === 0) chmodSync(path, 0o711);
    return realpathSync(path);
  } catch (error) {
    throw new StartRefused(
      `The folder ${path} cannot be made (${(error as NodeJS.ErrnoException).code}): set ALONGSIDE_DATA to a folder that you may write in.`,
    );
  }
}

function give(folder: string, user: ServerUser | undefined): void {
  chmodSync(folder, 0o700);
  if (user) chownSync(folder, user.uid, user.gid);
}
