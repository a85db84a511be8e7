import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { StartRefused } from '../start-refused.ts';

/** The unprivileged account that a server started by root runs as. */
export interface ServerUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** In order of liking. PostgreSQL refuses to run as root, so root must lend it another account. */
const PREFERRED = ['alongside', 'postgres', 'node', 'nobody'];

/**
 * Who runs the server: undefined means "we ourselves". As root it is whoever owns the database already, so that
 * a folder made by an ordinary user stays theirs, else an account that every Linux has.
 */
export function serverUser(databaseFolder: string): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const existing = statSync(databaseFolder, { throwIfNoEntry: false });
  if (existing && existing.uid !== 0)
    return { name: `user ${existing.uid}`, uid: existing.uid, gid: existing.gid };
  const accounts = readAccounts();
  for (const name of PREFERRED) {
    const account = accounts.get(name);
    if (account) return account;
  }
  throw new StartRefused(
    `The built-in PostgreSQL will not run as root and this machine has none of the accounts ${PREFERRED.join(', ')}: start as an ordinary user instead.`,
  );
}

/** Whether that account may pass through every folder above `path` and enter or run what is there. */
export function canReach(user: ServerUser | undefined, path: string): boolean {
  return (
    spawnSync('/bin/sh', ['-c', '[ -x "$1" ]', 'sh', path], { ...runAs(user), stdio: 'ignore' }).status === 0
  );
}

/** Spawn options for that account: a folder it can stand in, and nothing of our own environment. */
export function runAs(user: ServerUser | undefined) {
  const base = { cwd: '/', env: { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C' } };
  return user ? { ...base, uid: user.uid, gid: user.gid } : base;
}

function readAccounts(): Map<string, ServerUser> {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  const accounts = lines
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ uid, gid }) => uid > 0 && gid > 0);
  return new Map(accounts.map((account) => [account.name, account]));
}
