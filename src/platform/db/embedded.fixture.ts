import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { birthOf, settles } from './embedded-process.ts';

/** A folder of its own for one test file, with a space in its path, that a lent account may pass through. */
export function makeRoom(): { readonly path: string; clear(): void } {
  const path = mkdtempSync(join(tmpdir(), 'alongside room '));
  chmodSync(path, 0o711);
  return { path, clear: () => rmSync(path, { recursive: true, force: true }) };
}

export interface OtherProcess {
  readonly child: ChildProcess;
  readonly pid: number;
  /** Everything it has printed so far. */
  printed(): string;
  /** Waits for a line; fails with what was printed when the process ends without it. */
  prints(line: RegExp): Promise<void>;
  /** Waits for its end and gives its exit code. */
  ends(): Promise<number | null>;
}

/** Runs a few lines of TypeScript in another Node process, as another account when one is given. */
export function inAnotherProcess(lines: string, account: { uid?: number; gid?: number } = {}): OtherProcess {
  const source = `import { startEmbedded } from ${JSON.stringify(import.meta.resolve('./embedded.ts'))};\n${lines}`;
  const child = spawn(
    process.execPath,
    ['--import', import.meta.resolve('tsx'), '--input-type=module', '-e', source],
    { ...account, cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part) => {
      text += part;
    });
  }
  const ended = once(child, 'close');
  const isOver = () => child.exitCode !== null || child.signalCode !== null;
  return {
    child,
    pid: child.pid ?? 0,
    printed: () => text,
    async prints(line) {
      await settles(() => line.test(text) || isOver(), 60);
      if (!line.test(text)) throw new Error(`never printed ${line}: ${text}`);
    },
    ends: async () => (await ended)[0],
  };
}

/** Lines that start a server on a folder, say so, and then stay. */
export const startAndStay = (options: object): string => `
  const database = await startEmbedded(${JSON.stringify(options)});
  console.log('READY');
  setInterval(() => undefined, 1000);`;

export function serverPid(databaseFolder: string): number {
  return Number(readFileSync(join(databaseFolder, 'postmaster.pid'), 'utf8').split('\n')[0]);
}

export async function isGone(pid: number): Promise<boolean> {
  return settles(() => birthOf(pid) === undefined, 30);
}

/** The shells that keep a server: same process group, by Linux's account of processes. */
export function keepersOf(server: number): number[] {
  const groupOf = (pid: number) => fieldsOf(pid)[2];
  const mine = groupOf(server);
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid && pid !== server && groupOf(pid) === mine);
}

function fieldsOf(pid: number): string[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}
