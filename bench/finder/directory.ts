import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { startEmbedded } from '../../src/platform/db/embedded.ts';
import { bootstrap, OWNER, SERVING, within } from '../../src/platform/db/logins.ts';
import { migrate } from '../../src/platform/db/migrate.ts';
import { listings } from '../large/listings.ts';
import { staff } from '../large/people.ts';
import { ms, timed } from '../measured.ts';

const migrations = new URL('../../migrations/', import.meta.url);
const DATABASE = 'alongside_bench_finder';

/** A database with 50,000 invented listings in two councils and nobody in it but staff. */
export interface DirectoryDatabase {
  administrator: pg.PoolConfig;
  serving: pg.PoolConfig;
  servingUrl: string;
  stop(): Promise<void>;
}

export const directoryFolder = join(tmpdir(), 'alongside-bench-finder');

/** Opens it. It is filled when it is empty, and afresh when the migrations, the fill or the seed have changed since. */
export async function openDirectory(
  folder: string,
  seed: number,
  say: (line: string) => void,
): Promise<DirectoryDatabase> {
  const server = await startEmbedded({ folder, say });
  try {
    const administrator = { ...server.administrator, database: DATABASE };
    const mark = markOf(seed);
    if ((await within(server.administrator, markIn)) !== mark) {
      await within(server.administrator, (client) =>
        client.query(`drop database if exists ${DATABASE} with (force)`),
      );
      await bootstrap(server.administrator, { database: DATABASE });
      await migrate({ ...administrator, user: OWNER }, migrations);
      const { milliseconds } = await timed(() => within(administrator, (client) => fill(client, seed)));
      say(`Filled in ${ms(milliseconds / 1000)} s (seed ${seed})`);
      await within(administrator, (client) => client.query(`comment on database ${DATABASE} is '${mark}'`));
    }
    const serving = { ...administrator, user: SERVING };
    return { administrator, serving, servingUrl: addressOf(serving), stop: server.stop };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function fill(administrator: pg.Client, seed: number): Promise<void> {
  await administrator.query(`set session_replication_role = replica; set synchronous_commit = off; set work_mem = '256MB';
    set maintenance_work_mem = '512MB'; ${helpers(seed)}`);
  await administrator.query(staff);
  for (const { sql } of listings.filter(({ fills }) => !fills.includes('introduction')))
    await administrator.query(sql);
  await administrator.query(asAlive);
  await administrator.query(`select gin_clean_pending_list('listing_search')`);
  await administrator.query('vacuum (analyze)');
}

const helpers = (seed: number): string => `
  create function pg_temp.deal(n bigint, salt integer, among integer) returns integer language sql immutable parallel safe
    return ((hashint8extended(n, ${seed}::bigint * 1000 + salt) & 9223372036854775807) % among)::integer;
  create function pg_temp.id(kind integer, n bigint) returns uuid language sql immutable parallel safe
    return ('00000000-0000-7' || lpad(kind::text, 3, '0') || '-8000-' || lpad(to_hex(n), 12, '0'))::uuid;
  insert into council (name, slug, is_demo) values ('Bench Large Council', 'bench-large', true), ('Bench Small Council', 'bench-small', true);`;

/** As alive as a directory should be, which is also the harder to search: nine in ten checked within ninety days. */
const asAlive = `update listing set assured_on = current_date - (hashtext(id::text) & 1023) % 90
  where (hashtext(id::text) & 1048575) % 10 <> 0`;

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

/** pg reads a folder of sockets from the query of an address. */
const addressOf = ({ host, port, user, password, database }: pg.PoolConfig): string =>
  `postgres://${user}${password ? `:${encodeURIComponent(String(password))}` : ''}@localhost:${port}/${database}?host=${encodeURIComponent(host ?? '')}`;
