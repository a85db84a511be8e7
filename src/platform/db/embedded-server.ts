import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { StartRefused } from '../start-refused.ts';
import { birthOf, servesFolder, settles } from './embedded-process.ts';
import { runAs, type ServerUser } from './embedded-user.ts';

export interface ServerPlan {
  /** The `postgres` program. */
  readonly program: string;
  readonly databaseFolder: string;
  readonly socketFolder: string;
  readonly settings: Readonly<Record<string, string | number>>;
  readonly user: ServerUser | undefined;
  readonly logFile: string;
}

export interface RunningServer {
  /** Stops it as PostgreSQL's "fast" does: open transactions are rolled back, everything committed is on disk. */
  stop(): Promise<void>;
  /** Settles when the server has ended, whoever ended it. */
  readonly ended: Promise<void>;
}

/**
 * Node may die at any moment without a word. So the server is started by a small shell that also keeps one reader
 * on a pipe held by Node alone: when the pipe closes, the reader asks the server for a fast shutdown. The session
 * of its own (`detached`) keeps Ctrl-C in a terminal from reaching the server before Node has answered its last
 * requests.
 */
const KEEPER = `
exec 3<&0 </dev/null
sockets=$1; shift
"$@" 3<&- &
server=$!
( read -r never <&3; kill -INT "$server" ) 2>/dev/null &
reader=$!
exec 3<&-
wait "$server"; code=$?
kill "$reader" 2>/dev/null
rmdir "$sockets" 2>/dev/null
exit "$code"`;

/** Starts a server on a folder and waits until it takes connections; recovery after a crash may take a while. */
export async function startPostgres(plan: ServerPlan): Promise<RunningServer> {
  await clearStaleServer(plan.databaseFolder);
  makeRoomInLog(plan.logFile);
  for (let attempt = 1; ; attempt++) {
    const server = launch(plan);
    if (await settles(() => server.hasEnded() || isReady(plan.databaseFolder), START_LIMIT)) {
      if (!server.hasEnded()) return server;
    } else {
      await server.stop();
    }
    const why = lastWords(plan.logFile);
    if (attempt === 5 || !why.includes('shared memory block')) {
      throw new StartRefused(`PostgreSQL did not start on ${plan.databaseFolder}: ${why}`);
    }
    // The children of a server that was killed notice within moments and let its memory go.
    await settles(() => false, 0.3);
  }
}

/** Seconds. A crash recovery reads at most the log since the last checkpoint: minutes on a slow disk, not hours. */
const START_LIMIT = 300;
const STOP_LIMIT = 60;
const LARGEST_LOG = 5_000_000;

function launch(plan: ServerPlan): RunningServer & { hasEnded(): boolean } {
  const log = openSync(plan.logFile, 'a', 0o600);
  const settings = Object.entries(plan.settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(
    '/bin/sh',
    ['-c', KEEPER, 'sh', plan.socketFolder, plan.program, '-D', plan.databaseFolder, ...settings],
    { ...runAs(plan.user), stdio: ['pipe', log, log], detached: true },
  );
  closeSync(log);
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  child.stdin?.on('error', () => undefined);
  letGo(child);
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
  return {
    ended,
    hasEnded,
    async stop() {
      child.ref();
      child.stdin?.end();
      const inTime = await settles(hasEnded, STOP_LIMIT);
      if (!inTime) await stopServer(plan.databaseFolder);
    },
  };
}

/** A command that forgets to stop the server may still end: the closing pipe stops it. */
function letGo(child: ChildProcess): void {
  child.unref();
  (child.stdin as { unref?(): void } | null)?.unref?.();
}

/**
 * A lock file left by a server that was killed may name a number that another process has by now, and PostgreSQL
 * would refuse to start; a server whose keeper was killed too may still be running. Neither has a live holder.
 */
async function clearStaleServer(databaseFolder: string): Promise<void> {
  const pid = serverOf(databaseFolder);
  if (pid !== undefined && servesFolder(pid, databaseFolder)) await stopServer(databaseFolder);
  rmSync(lockFile(databaseFolder), { force: true });
}

async function stopServer(databaseFolder: string): Promise<void> {
  const pid = serverOf(databaseFolder);
  if (pid === undefined) return;
  const isGone = () => birthOf(pid) === undefined;
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (isGone()) return;
    process.kill(pid, signal);
    if (await settles(isGone, STOP_LIMIT)) return;
  }
  throw new StartRefused(
    `PostgreSQL (process ${pid}) on ${databaseFolder} does not stop: end it and start again.`,
  );
}

const lockFile = (databaseFolder: string) => join(databaseFolder, 'postmaster.pid');

const lockLines = (databaseFolder: string): string[] => {
  const file = lockFile(databaseFolder);
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
};

const serverOf = (databaseFolder: string): number | undefined =>
  Number(lockLines(databaseFolder)[0]) || undefined;

/** PostgreSQL keeps its state on the eighth line of its lock file, where pg_ctl reads it too. */
const isReady = (databaseFolder: string) => lockLines(databaseFolder)[7]?.trim() === 'ready';

function makeRoomInLog(file: string): void {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LARGEST_LOG) renameSync(file, `${file}.old`);
}

function lastWords(logFile: string): string {
  const lines = readFileSync(logFile, 'utf8').trim().split('\n').slice(-30);
  const telling = lines.filter((line) => /FATAL|PANIC|HINT|error|cannot|not found/i.test(line)).slice(-3);
  return (telling.length ? telling : lines.slice(-3)).join(' ');
}
