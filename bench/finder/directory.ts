import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { startEmbedded } from '../../src/platform/db/embedded.ts';
import { type FilledDatabase, openFilled } from '../large/filled.ts';
import { listings } from '../large/listings.ts';
import { councils, staff } from '../large/people.ts';
import { ms, timed } from '../measured.ts';

export const directoryFolder = join(tmpdir(), 'alongside-bench-finder');

/** A database with 50,000 invented listings in two councils and nobody in it but staff. */
export async function openDirectory(
  folder: string,
  seed: number,
  say: (line: string) => void,
): Promise<FilledDatabase> {
  const server = await startEmbedded({ folder, say });
  const folders = [new URL('./', import.meta.url), new URL('../large/', import.meta.url)];
  return openFilled({
    ...{ server, name: 'alongside_bench_finder', seed, folders },
    fill: async (client) => {
      const { milliseconds } = await timed(() => fill(client, seed));
      say(`Filled in ${ms(milliseconds / 1000)} s (seed ${seed})`);
    },
  });
}

async function fill(administrator: pg.Client, seed: number): Promise<void> {
  await administrator.query(`set session_replication_role = replica; set synchronous_commit = off; set work_mem = '256MB';
    set maintenance_work_mem = '512MB'; ${councils(seed)}`);
  await administrator.query(staff);
  for (const { sql } of listings.filter(({ fills }) => !fills.includes('introduction')))
    await administrator.query(sql);
  await administrator.query(asAlive);
  await administrator.query(`select gin_clean_pending_list('listing_search')`);
  await administrator.query('vacuum (analyze)');
}

/** As alive as a directory should be, which is also the harder to search: nine in ten checked within ninety days. */
const asAlive = `update listing set assured_on = current_date - (hashtext(id::text) & 1023) % 90
  where (hashtext(id::text) & 1048575) % 10 <> 0`;
