import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type pg from 'pg';
import { bootstrap, OWNER, SERVING, within } from '../../src/platform/db/logins.ts';
import { migrate } from '../../src/platform/db/migrate.ts';

/** A database filled from a seed and kept between runs, with every way in. */
export interface FilledDatabase {
  administrator: pg.PoolConfig;
  serving: pg.PoolConfig;
  /** The serving login as an address, for a server that is started apart. */
  servingUrl: string;
  stop(): Promise<void>;
}

/** Where it stands, and how it is filled. */
export interface ToFill {
  server: { administrator: pg.PoolConfig; stop(): Promise<void> };
  passwords?: { ownerPassword?: string; servingPassword?: string };
  name: string;
  seed: number;
  /** The folders whose files fill it: it is filled afresh when one of them has changed. */
  folders: readonly URL[];
  fill(client: pg.Client): Promise<void>;
}

const migrations = new URL('../../migrations/', import.meta.url);

/** Opens it. It is filled when it is empty, and afresh when the migrations, the fill or the seed have changed since. */
export async function openFilled(wanted: ToFill): Promise<FilledDatabase> {
  const { server, name } = wanted;
  try {
    const administrator = { ...server.administrator, database: name };
    const mark = markOf(wanted);
    if ((await markIn(server.administrator, name)) !== mark) {
      await within(server.administrator, (client) =>
        client.query(`drop database if exists ${name} with (force)`),
      );
      await bootstrap(server.administrator, { database: name, ...wanted.passwords });
      await migrate({ ...administrator, user: OWNER }, migrations);
      await within(administrator, wanted.fill);
      await within(administrator, (client) => client.query(`comment on database ${name} is '${mark}'`));
    }
    const serving = { ...administrator, user: SERVING };
    return { administrator, serving, servingUrl: urlOf(serving), stop: server.stop };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** What the database was filled from: the migrations, the fill itself and the seed. */
function markOf({ seed, folders }: ToFill): string {
  const hash = createHash('sha256').update(String(seed));
  for (const folder of [migrations, ...folders])
    for (const name of readdirSync(folder).sort()) hash.update(readFileSync(new URL(name, folder)));
  return hash.digest('hex');
}

function markIn(administrator: pg.PoolConfig, name: string): Promise<string | undefined> {
  return within(administrator, async (client) => {
    const { rows } = await client.query<{ mark: string }>(
      `select shobj_description(oid, 'pg_database') as mark from pg_database where datname = $1`,
      [name],
    );
    return rows[0]?.mark;
  });
}

/** pg reads a folder of sockets from the query of an address. */
function urlOf({ host, port, user, password, database }: pg.PoolConfig): string {
  const secret = typeof password === 'string' && password ? `:${encodeURIComponent(password)}` : '';
  const isSocket = host?.startsWith('/');
  return `postgres://${user}${secret}@${isSocket ? 'localhost' : host}:${port}/${database}${isSocket ? `?host=${encodeURIComponent(host ?? '')}` : ''}`;
}
