import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';

/**
 * A mark that tells a live process from another one that was later given the same number; undefined when no such
 * process lives. A zombie counts as dead: its parent may never collect it.
 */
export function birthOf(pid: number): string | undefined {
  if (process.platform !== 'linux') return asked(pid, 'lstart=');
  const stat = readOrUndefined(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  if (!stat) return undefined;
  const [state, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (state === 'Z' || state === 'X') return undefined;
  return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${rest[18]}`;
}

/** Whether that process is a PostgreSQL server of this very folder. */
export function servesFolder(pid: number, databaseFolder: string): boolean {
  if (process.platform !== 'linux') {
    const command = asked(pid, 'command=') ?? '';
    return command.includes('postgres') && command.includes(databaseFolder);
  }
  const name = readOrUndefined(() => readFileSync(`/proc/${pid}/comm`, 'utf8'));
  const standsIn = readOrUndefined(() => readlinkSync(`/proc/${pid}/cwd`));
  return name?.trim() === 'postgres' && standsIn === databaseFolder && birthOf(pid) !== undefined;
}

/** Waits until `isDone` says so; false when it has not within the limit. */
export async function settles(isDone: () => boolean, limitInSeconds: number): Promise<boolean> {
  const until = Date.now() + limitInSeconds * 1000;
  while (!isDone()) {
    if (Date.now() > until) return false;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return true;
}

function asked(pid: number, what: string): string | undefined {
  const answer = readOrUndefined(() =>
    execFileSync('ps', ['-o', what, '-p', String(pid)], { encoding: 'utf8' }),
  );
  return answer?.trim() || undefined;
}

function readOrUndefined(read: () => string): string | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
