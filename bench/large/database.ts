import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type pg from 'pg';
import { startEmbedded } from '../../src/platform/db/embedded.ts';
import { fill } from './fill.ts';
import { type FilledDatabase, openFilled } from './filled.ts';

/** The large database, filled, with every way in. */
export interface LargeDatabase extends FilledDatabase {
  seed: number;
}

const DATABASE = 'alongside_bench';

/** `--folder`, `--administrator` and `--seed`, the same for every bench that wants the large database. */
export const largeArguments = {
  folder: { type: 'string', default: join(tmpdir(), 'alongside-bench') },
  administrator: { type: 'string' },
  seed: { type: 'string', default: '20261121' },
} as const;

/** Reads the command line. @example readArguments({ strict: { type: 'boolean' } }).strict */
export function readArguments<Own extends NonNullable<Parameters<typeof parseArgs>[0]>['options']>(own: Own) {
  const { values } = parseArgs({ options: { ...own, ...largeArguments } });
  return values as typeof values & { folder: string; administrator?: string; seed: string };
}

/** Opens the large database. It is filled when it is empty, and afresh when the migrations or the seed have changed since. */
export async function openLarge(
  asked: { folder: string; administrator?: string; seed: string },
  say: (line: string) => void,
): Promise<LargeDatabase> {
  const seed = Number(asked.seed);
  const { passwords, ...server } = await reach(asked, say);
  const fillFrom = (client: pg.Client) => {
    say(`Filling ${DATABASE} (seed ${seed})`);
    return fill(client, seed, say);
  };
  const folders = [new URL('./', import.meta.url)];
  return {
    seed,
    ...(await openFilled({ server, passwords, name: DATABASE, seed, folders, fill: fillFrom })),
  };
}

async function reach(asked: { folder: string; administrator?: string }, say: (line: string) => void) {
  if (!asked.administrator) {
    const { administrator, stop } = await startEmbedded({ folder: asked.folder, say });
    return { administrator, stop, passwords: {} };
  }
  const url = new URL(asked.administrator);
  const password = decodeURIComponent(url.password);
  return {
    administrator: {
      host: url.hostname,
      port: Number(url.port || 5432),
      user: decodeURIComponent(url.username),
      password,
      database: url.pathname.slice(1),
    },
    stop: async () => undefined,
    passwords: { ownerPassword: password, servingPassword: password },
  };
}
