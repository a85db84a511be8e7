import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type pg from 'pg';
import { startEmbedded } from '../../src/platform/db/embedded.ts';
import { bootstrap, OWNER, SERVING, within } from '../../src/platform/db/logins.ts';
import { migrate } from '../../src/platform/db/migrate.ts';
import { fill } from './fill.ts';

/** The large database, filled, with every way in. */
export interface LargeDatabase {
  administrator: pg.PoolConfig;
  serving: pg.PoolConfig;
  /** The serving login as an address, for a server that is started apart. */
  servingUrl: string;
  seed: number;
  stop(): Promise<void>;
}

export interface LargeOptions {
  /** Kept between runs, so that it is filled once. */
  folder: string;
  /** An administrator's address of another PostgreSQL; its database `alongside_bench` is used instead of the folder. */
  administrator: string | undefined;
  seed: number;
}

const migrations = new URL('../../migrations/', import.meta.url);
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
  const server = await reach(asked, say);
  try {
    const administrator = { ...server.administrator, database: DATABASE };
    const mark = markOf(seed);
    if ((await within(server.administrator, markIn)) !== mark) {
      await within(server.administrator, (client) =>
        client.query(`drop database if exists ${DATABASE} with (force)`),
      );
      await bootstrap(server.administrator, { database: DATABASE, ...server.passwords });
      await migrate({ ...administrator, user: OWNER }, migrations);
      say(`Filling ${DATABASE} (seed ${seed})`);
      await within(administrator, (client) => fill(client, seed, say));
      await within(administrator, (client) => client.query(`comment on database ${DATABASE} is '${mark}'`));
    }
    const serving = { ...administrator, user: SERVING };
    return { administrator, serving, servingUrl: urlOf(serving), seed, stop: server.stop };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** What the database was filled from: the migrations, the fill itself and the seed. */
function markOf(seed: number): string {
  const hash = createHash('sha256').update(String(seed));
  for (const folder of [migrations, new URL('./', import.meta.url)])
    for (const name of readdirSync(folder).sort()) hash.update(readFileSync(new URL(name, folder)));
  return hash.digest('hex');
}

async function markIn(client: pg.Client): Promise<string | undefined> {
  const { rows } = await client.query<{ mark: string }>(
    `select shobj_description(oid, 'pg_database') as mark from pg_database where datname = $1`,
    [DATABASE],
  );
  return rows[0]?.mark;
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

/** pg reads a folder of sockets from the query of an address. */
function urlOf({ host, port, user, password, database }: pg.PoolConfig): string {
  const secret = typeof password === 'string' && password ? `:${encodeURIComponent(password)}` : '';
  const isSocket = host?.startsWith('/');
  return `postgres://${user}${secret}@${isSocket ? 'localhost' : host}:${port}/${database}${isSocket ? `?host=${encodeURIComponent(host ?? '')}` : ''}`;
}
