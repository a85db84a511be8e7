import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { makeCouncil } from '../../src/access/councils.store.ts';
import { openDatabase } from '../../src/platform/db/council.ts';
import { startEmbedded } from '../../src/platform/db/embedded.ts';
import { bootstrap, OWNER, within } from '../../src/platform/db/logins.ts';
import { migrate } from '../../src/platform/db/migrate.ts';
import { newId } from '../../src/platform/ids.ts';
import { testCouncil, testNow } from '../../test/council.ts';
import { servingLogin } from '../../test/server.ts';
import { makeUpEvents } from './made-up-events.ts';

/** What is made: so many events, over so many councils, from a seed. */
export interface Wanted {
  events: number;
  councils: number;
  seed: number;
}

export interface Server {
  administrator: pg.PoolConfig;
  stop(): Promise<void>;
}

const migrations = new URL('../../migrations/', import.meta.url);
/** How many events the chances in `made-up-events.ts` make of one person. */
const eventsEach = 5;

/** The built-in PostgreSQL on a folder that stays, so that what was made is there the next time; or on one that goes. */
export async function startNational(folder: string | undefined): Promise<Server> {
  const home = folder ?? mkdtempSync(join(tmpdir(), 'alongside-national-'));
  const { administrator, stop } = await startEmbedded({ folder: home });
  return {
    administrator,
    stop: async () => {
      await stop();
      if (!folder) rmSync(home, { recursive: true, force: true });
    },
  };
}

/** A database of its own for each size. It is made again only when the migrations, the making, the seed or the councils have changed. */
export async function nationalDatabase({ administrator }: Server, wanted: Wanted): Promise<string> {
  const database = `national_${wanted.events}`;
  const mark = markOf(wanted);
  if ((await within(administrator, (client) => markIn(client, database))) === mark) return database;
  await within(administrator, (client) => client.query(`drop database if exists ${database} with (force)`));
  await bootstrap(administrator, { database });
  await migrate({ ...administrator, user: OWNER, database }, migrations);
  await within({ ...administrator, database }, (client) => fill(client, { administrator, database }, wanted));
  await within(administrator, (client) => client.query(`comment on database ${database} is '${mark}'`));
  return database;
}

function markOf(wanted: Wanted): string {
  const hash = createHash('sha256').update(JSON.stringify(wanted));
  for (const name of readdirSync(migrations).sort()) hash.update(readFileSync(new URL(name, migrations)));
  for (const name of ['made-up-events.ts', 'database.ts'])
    hash.update(readFileSync(new URL(name, import.meta.url)));
  return hash.digest('hex');
}

async function markIn(client: pg.Client, database: string): Promise<string | undefined> {
  const { rows } = await client.query<{ mark: string }>(
    `select shobj_description(oid, 'pg_database') as mark from pg_database where datname = $1`,
    [database],
  );
  return rows[0]?.mark;
}

async function fill(
  owner: pg.Client,
  { administrator, database }: { administrator: pg.PoolConfig; database: string },
  wanted: Wanted,
): Promise<void> {
  const serving = openDatabase(servingLogin(administrator, database));
  try {
    const ids = [(await testCouncil(serving, 'council-1')).councilId];
    for (let n = 2; n <= wanted.councils; n += 1)
      ids.push(await makeCouncil(serving, { name: `Council ${n}`, slug: `council-${n}`, isDemo: false }));
    for (const councilId of ids) await fillOne(owner, councilId, wanted);
    await owner.query('vacuum analyze brought_event');
  } finally {
    await serving.destroy();
  }
}

async function fillOne(
  owner: pg.Client,
  councilId: number,
  { events, councils, seed }: Wanted,
): Promise<void> {
  const historyId = newId();
  await owner.query(
    `insert into brought_history (council_id, id, name) values ($1, $2, 'The national year')`,
    [councilId, historyId],
  );
  const { rows } = await owner.query<{ load: number }>(
    `insert into brought_load (council_id, history_id, state, digest, first_on, taken_on, begun_by, begun_at)
    values ($1, $2, 'kept', 'bench', '2025-04-01', '2026-09-30', 'bench', $3) returning load`,
    [councilId, historyId, testNow],
  );
  const load = Number(rows[0]?.load);
  await owner.query('update brought_history set current_load = $3 where council_id = $1 and id = $2', [
    councilId,
    historyId,
    load,
  ]);
  await makeUpEvents(owner, { councilId, load, people: Math.round(events / councils / eventsEach), seed });
}
