import {
  existsSync,
  linkSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { StartRefused } from '../start-refused.ts';
import { birthOf } from './embedded-process.ts';

/** The Node process that a data folder belongs to while it lives, and where its server listens. */
export interface Holder {
  readonly pid: number;
  readonly born: string;
  readonly sockets: string;
}

export class FolderHeld extends StartRefused {
  override name = 'FolderHeld';
}

/**
 * Makes this process the only one to start a server on the folder; the function given back lets go.
 * The file appears whole (written beside, then linked), so a half-written one is never mistaken for a dead one.
 * PostgreSQL's own lock file stands behind this: the worst a race here can do is to give a poorer message.
 * @throws FolderHeld naming the process that has it
 */
export function holdFolder(folder: string, sockets: string): () => void {
  const file = holderFile(folder);
  const mine = JSON.stringify({ pid: process.pid, born: birthOf(process.pid), sockets });
  while (!appears(file, mine)) {
    const other = liveHolder(folder);
    if (other) throw new FolderHeld(heldSentence(folder, other));
    setAside(file);
  }
  return () => {
    if (readText(file) === mine) rmSync(file, { force: true });
  };
}

/** The process that has this folder now, if one lives. */
export function liveHolder(folder: string): Holder | undefined {
  const holder = parse(readText(holderFile(folder)));
  return holder && birthOf(holder.pid) === holder.born ? holder : undefined;
}

const holderFile = (folder: string) => join(folder, 'holder.json');

function heldSentence(folder: string, { pid }: Holder): string {
  const who = pid === process.pid ? 'this same process' : `process ${pid}`;
  return `The data folder ${folder} is already in use by ${who}: stop that one first, or give this one a folder of its own with ALONGSIDE_DATA.`;
}

function appears(file: string, text: string): boolean {
  const beside = `${file}.${process.pid}`;
  writeFileSync(beside, text, { mode: 0o600 });
  try {
    linkSync(beside, file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(beside);
  }
}

/** Removed by renaming, so that of two processes finding a dead holder only one takes it away. */
function setAside(file: string): void {
  const aside = `${file}.dead.${process.pid}`;
  try {
    renameSync(file, aside);
    sweep(parse(readText(aside))?.sockets);
    rmSync(aside);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** The dead holder's socket folder: only what PostgreSQL puts there, then the folder if that was all. */
function sweep(sockets: string | undefined): void {
  if (!sockets || !existsSync(sockets)) return;
  for (const name of ['.s.PGSQL.5432', '.s.PGSQL.5432.lock']) rmSync(join(sockets, name), { force: true });
  if (readdirSync(sockets).length === 0) rmdirSync(sockets);
}

/** A file cut short by a power failure names nobody. */
function parse(text = ''): Holder | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code;
