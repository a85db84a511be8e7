// Every measure of a national year for 153 councils, and how quick a council's page is: npm run bench:national
//   -- --events 1000000,10000000 --seed 20261122 --councils 153 --pages 200
//   -- --folder /var/tmp/national      what was made stays there, and is not made again the next time
//   -- --events 0                      only the published counts, at full size, which must come back exactly; --no-published leaves them out
// The events are made by the database from the seed. Two connections count, as two cores can. The floor is one plain scan of the
// same rows: read the ratio to it, and how the seconds grow with the events. Pages are asked for while nothing else is.
import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { beforeSignIn, beginSession } from '../src/access/signing-in/sessions.store.ts';
import { countAndKeep } from '../src/evidence/brought/counting/counted.store.ts';
import { type Database, openDatabase, withinCouncil } from '../src/platform/db/council.ts';
import { cookieName } from '../src/platform/http/visits.ts';
import { testNow } from '../test/council.ts';
import { testHouse } from '../test/house.ts';
import { servingLogin } from '../test/server.ts';
import { machineLine, ms, spreadOf, table, timed } from './measured.ts';
import { nationalDatabase, startNational } from './national/database.ts';
import { publishedAtFullSize } from './national/published.ts';

const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '1000000,2000000,5000000,10000000' },
    seed: { type: 'string', default: '20261122' },
    councils: { type: 'string', default: '153' },
    pages: { type: 'string', default: '200' },
    folder: { type: 'string' },
    published: { type: 'boolean', default: true },
  },
  allowNegative: true,
});
const sizes = values.events
  .split(',')
  .map(Number)
  .filter((events) => events > 0);
const councils = Number(values.councils);
const seed = Number(values.seed);
const actor = {
  accountId: '00000000-0000-0000-0000-000000000000',
  name: 'bench',
  role: 'analyst',
  teamIds: [],
};
const head = [
  ...['events', 'made in', 'plain scan', 'every measure', 's a million', 'of processor', 'to the scan'],
  ...['page p50', 'page p95', 'server peak', 'load'],
];
const server = await startNational(values.folder);

try {
  const rows = [head];
  for (const events of sizes) {
    rows.push(await inDatabase(events, measured));
    console.log(table(rows));
  }
  if (sizes.length > 0)
    console.log(`Every measure for ${councils} councils, two at a time, N = 1 of each size, seed ${seed}.`);
  if (values.published) console.log(await inDatabase(0, published));
  console.log(`Node at most ${Math.round(process.resourceUsage().maxRSS / 1024)} MB.`);
  console.log(machineLine());
} finally {
  await server.stop();
}

interface Opened {
  database: Database;
  owner: pg.Client;
  madeIn: number;
}

async function inDatabase<Value>(events: number, act: (opened: Opened) => Promise<Value>): Promise<Value> {
  const { value: name, milliseconds } = await timed(() =>
    nationalDatabase(server, { events, councils: events ? councils : 1, seed }),
  );
  const login = { ...servingLogin(server.administrator, name), max: 2 };
  const database = openDatabase({ ...login, statement_timeout: 0, idleTimeoutMillis: 0 });
  const owner = new pg.Client({ ...server.administrator, database: name });
  await owner.connect();
  try {
    return await act({ database, owner, madeIn: milliseconds });
  } finally {
    await owner.end();
    await database.destroy();
  }
}

async function published({ database, owner }: Opened): Promise<string> {
  const { rows } = await owner.query<{ id: number }>('select min(council_id) as id from council');
  return publishedAtFullSize(
    owner,
    (councilId, act) => within(database, councilId, act),
    Number(rows[0]?.id),
  );
}

function within<Value>(
  database: Database,
  councilId: number,
  act: Parameters<typeof withinCouncil<Value>>[2],
): Promise<Value> {
  return withinCouncil(database, { councilId, actor, now: testNow, requestId: 'bench' }, act);
}

async function measured({ database, owner, madeIn }: Opened): Promise<string[]> {
  const { rows } = await owner.query<{ n: number }>('select count(*) as n from brought_event');
  const events = Number(rows[0]?.n);
  const scan = await timed(() =>
    owner.query(
      'select council_id, event, kind, count(*), min(starts), max(ends) from brought_event group by 1, 2, 3',
    ),
  );
  const histories = await owner.query<{ councilId: number; id: string }>(
    'select council_id as "councilId", id from brought_history order by council_id',
  );
  const queue = [...histories.rows];
  const countNext = async (): Promise<void> => {
    for (let next = queue.pop(); next; next = queue.pop()) {
      const { councilId, id } = next;
      await within(database, councilId, (db) => countAndKeep(db, id));
    }
  };
  const counting = await timed(() => Promise.all([countNext(), countNext()]));
  const [load = 0] = loadavg();
  const { peak, seconds } = await serverUse(owner);
  const first = histories.rows[0];
  if (!first) throw new Error('no council has a history');
  const page = await pageTimes(database, owner, first);
  return [
    events.toLocaleString('en-GB'),
    `${(madeIn / 1000).toFixed(1)} s`,
    `${(scan.milliseconds / 1000).toFixed(2)} s`,
    `${(counting.milliseconds / 1000).toFixed(1)} s`,
    (counting.milliseconds / 1000 / (events / 1_000_000)).toFixed(2),
    seconds,
    `${(counting.milliseconds / scan.milliseconds).toFixed(1)} times`,
    `${ms(page.p50)} ms`,
    `${ms(page.p95)} ms`,
    peak,
    load.toFixed(1),
  ];
}

/**
 * What the counting connections used: the most memory they ever held, the buffers all share counted with each; and seconds of
 * processor since they were opened, which a busy machine does not lengthen as it does seconds of a clock.
 */
async function serverUse(owner: pg.Client): Promise<{ peak: string; seconds: string }> {
  const { rows } = await owner.query<{ pid: number }>(
    `select pid from pg_stat_activity where datname = current_database() and usename <> current_user and backend_type = 'client backend'`,
  );
  const sum = (of: (pid: number) => number): number => rows.reduce((total, { pid }) => total + of(pid), 0);
  const kilobytes = sum((pid) => Number(/VmHWM:\s+(\d+)/.exec(readStatus(pid, 'status'))?.[1] ?? Number.NaN));
  const ticks = sum((pid) => {
    const [, , , , , , , , , , , , , user, system] = readStatus(pid, 'stat').split(' ');
    return Number(user) + Number(system);
  });
  return {
    peak: Number.isNaN(kilobytes) ? 'cannot be read' : `${Math.round(kilobytes / 1024)} MB`,
    seconds: Number.isNaN(ticks) ? 'cannot be read' : `${(ticks / 100).toFixed(1)} s`,
  };
}

function readStatus(pid: number, which: 'status' | 'stat'): string {
  try {
    return readFileSync(`/proc/${pid}/${which}`, 'utf8');
  } catch {
    return '';
  }
}

async function pageTimes(
  database: Database,
  owner: pg.Client,
  { councilId, id }: { councilId: number; id: string },
) {
  const { rows } = await owner.query<{ id: string }>(
    `select id from account where council_id = $1 and role = 'analyst' limit 1`,
    [councilId],
  );
  const test = await testHouse(database);
  const token = await beforeSignIn(database, councilId, testNow, (db) => beginSession(db, rows[0]?.id ?? ''));
  const times: number[] = [];
  for (let n = 0; n < Number(values.pages) + 10; n += 1) {
    const { milliseconds, value } = await timed(() =>
      test.house.server.inject({
        method: 'GET',
        url: `/evidence/brought/${id}`,
        headers: { accept: 'text/html', cookie: `${cookieName(false)}=${token}` },
      }),
    );
    if (value.statusCode !== 200) throw new Error(`the page answered ${value.statusCode}`);
    if (n >= 10) times.push(milliseconds);
  }
  await test.house.server.close();
  return spreadOf(times);
}
