import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Floor } from './floor.ts';

export interface Served {
  origin: string;
  pid: number | undefined;
  stop(): Promise<void>;
}

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Starts the server that ships, as `npm start` does after it is built, with settings for this run. */
export async function startShipped(main: string, settings: Record<string, string>): Promise<Served> {
  const child = spawn(process.execPath, ['--enable-source-maps', main], {
    cwd: root,
    env: { ...process.env, PORT: '0', LOG_LEVEL: 'warn', NODE_ENV: 'production', ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return { origin: await addressOf(child), pid: child.pid, stop: () => ended(child) };
}

/** Starts the floor with the statements of the pages it is to run. */
export const startFloor = (floor: Floor): Promise<Served> => startForked('pages/floor.ts', floor);

/** Starts a bare server of this folder and tells it what it needs to know; it answers with its port. */
export async function startForked(name: string, told: object): Promise<Served> {
  const child = fork(`${root}bench/${name}`, { execArgv: ['--import', 'tsx'] });
  child.send(told);
  const [port] = (await once(child, 'message')) as [number];
  return { origin: `http://127.0.0.1:${port}`, pid: child.pid, stop: () => ended(child) };
}

/** The line in which the server says where it is. */
export async function addressOf(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('the server was started without an output to read');
  for await (const line of createInterface({ input: child.stdout })) {
    const found = /Alongside is at (http:\S+)/.exec(line);
    if (found?.[1]) {
      child.stdout.pipe(process.stderr); // What it warns of, so that a failed run says why.
      return found[1];
    }
  }
  throw new Error('the server stopped before it said where it is');
}

/** Asks it to stop, and waits until it has. */
export async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  await exit;
}
