import type pg from 'pg';
import { ms, timed } from '../measured.ts';
import { listings } from './listings.ts';
import { councils, helpers, people, type Step, staff } from './people.ts';
import { stories } from './stories.ts';

/**
 * Fills an empty database in bulk, as its administrator: keys between tables are right by making, so they are not
 * checked row by row, and each big table's indexes are made after its rows.
 */
export async function fill(
  administrator: pg.Client,
  seed: number,
  say: (line: string) => void,
): Promise<void> {
  await administrator.query(`set session_replication_role = replica; set synchronous_commit = off;
    set maintenance_work_mem = '512MB'; set work_mem = '256MB'; set temp_buffers = '256MB'`);
  const steps: Step[] = [
    { what: 'teams and accounts', sql: staff, fills: [] },
    ...people,
    ...stories,
    ...((await hasTable(administrator, 'listing')) ? listings : []),
  ];
  await step(say, 'councils, and what happens to whom', () => administrator.query(councils(seed) + helpers));
  for (const { what, sql, fills } of steps)
    await step(say, what, () => withoutIndexes(administrator, fills, () => administrator.query(sql)));
  await step(say, 'statistics', () => administrator.query('vacuum (analyze)'));
  await step(say, 'checkpoint', () => administrator.query('checkpoint'));
}

async function step(say: (line: string) => void, what: string, act: () => Promise<unknown>): Promise<void> {
  const { milliseconds } = await timed(act);
  say(`  ${what}: ${ms(milliseconds / 1000)} s`);
}

async function hasTable(client: pg.Client, name: string): Promise<boolean> {
  const { rows } = await client.query<{ exists: boolean }>('select to_regclass($1) is not null as exists', [
    name,
  ]);
  return rows[0]?.exists ?? false;
}

async function withoutIndexes(
  client: pg.Client,
  tables: readonly string[],
  act: () => Promise<unknown>,
): Promise<void> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
     where indrelid = any ($1::text[]::regclass[]) and not exists (select from pg_constraint where conindid = indexrelid)`,
    [tables],
  );
  for (const { name } of rows) await client.query(`drop index ${name}`);
  await act();
  for (const { definition } of rows) await client.query(definition);
}
