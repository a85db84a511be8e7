import { readFileSync, writeFileSync } from 'node:fs';

// What Linux counts of a process, its threads among it: in megabytes.

/** What it holds now. */
export const memoryOf = (pid: number | undefined): number => counted(pid, 'VmRSS');

/** The most it held since it was last started afresh. */
export const mostSince = (pid: number | undefined): number => counted(pid, 'VmHWM');

/** Forgets what the most was. */
export function startAfresh(pid: number | undefined): void {
  writeFileSync(`/proc/${pid}/clear_refs`, '5');
}

function counted(pid: number | undefined, name: string): number {
  const [, kilobytes] =
    new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return (Number(kilobytes) * 1_024) / 1e6;
}
