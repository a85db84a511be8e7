// Every measure of a national year for 153 councils, and how quick a council's page is: npm run bench:national
//   -- --events 1000000,10000000 --seed 20261122 --councils 153 --pages 200
// The events are made by the database from the seed. Two connections count, as two cores can. The floor is one plain scan of the
// same rows: read the ratio to it, and how the seconds grow with the events. Pages are asked for while nothing else is.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { makeCouncil } from '../src/access/councils.store.ts';
import { countAndKeep } from '../src/evidence/brought/counting/counted.store.ts';
import { openDatabase, withinCouncil } from '../src/platform/db/council.ts';
import { newId } from '../src/platform/ids.ts';
import { testCouncil, testNow } from '../test/council.ts';
import { testHouse } from '../test/house.ts';
import { servingLogin, startTestServer, templateName } from '../test/server.ts';
import { machineLine, ms, spreadOf, table, timed } from './measured.ts';
import { makeUpEvents } from './national/made-up-events.ts';
import { publishedAtFullSize } from './national/published.ts';

const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '1000000,10000000' },
    seed: { type: 'string', default: '20261122' },
    councils: { type: 'string', default: '153' },
    pages: { type: 'string', default: '200' },
    published: { type: 'boolean', default: true },
  },
  allowNegative: true,
});
const seed = Number(values.seed);
/** How many events the chances in `made-up-events.ts` make of one person. */
const eventsEach = 5;
const server = await startTestServer();
const login = {
  ...servingLogin(server.administrator, templateName),
  max: 2,
  statement_timeout: 0,
  idleTimeoutMillis: 0,
};
const database = openDatabase(login);
const owner = new pg.Client({ ...server.administrator, database: templateName });
await owner.connect();
const actor = {
  accountId: '00000000-0000-0000-0000-000000000000',
  name: 'bench',
  role: 'analyst',
  teamIds: [],
};
const within = <Value>(councilId: number, act: Parameters<typeof withinCouncil<Value>>[2]) =>
  withinCouncil(database, { councilId, actor, now: testNow, requestId: 'bench' }, act);

const first = await testCouncil(database, 'council-1');

try {
  const councilIds = [first.councilId];
  for (let n = 2; n <= Number(values.councils); n += 1)
    councilIds.push(
      await makeCouncil(database, { name: `Council ${n}`, slug: `council-${n}`, isDemo: false }),
    );
  const rows = [
    [
      'events',
      'made in',
      'plain scan',
      'every measure',
      'of processor',
      'to the scan',
      'page p50',
      'page p95',
      'server peak',
    ],
  ];
  for (const events of values.events.split(',').map(Number)) {
    rows.push(await measured(events, councilIds));
    console.log(table(rows));
  }
  console.log(`Every measure for ${councilIds.length} councils, two at a time, seed ${values.seed}.`);
  if (values.published) console.log(await publishedAtFullSize(owner, within, first.councilId));
  console.log(`Node at most ${Math.round(process.resourceUsage().maxRSS / 1024)} MB.`);
  console.log(machineLine());
} finally {
  await owner.end();
  await database.destroy();
  await server.stop();
}

async function measured(wanted: number, councilIds: readonly number[]): Promise<string[]> {
  await owner.query('truncate brought_event, brought_load, brought_history, brought_problem, brought_result');
  const histories: { councilId: number; historyId: string }[] = [];
  const making = await timed(async () => {
    for (const councilId of councilIds) histories.push(await fill(councilId, wanted));
  });
  await owner.query('vacuum analyze brought_event');
  const { rows } = await owner.query<{ n: number }>('select count(*) as n from brought_event');
  const events = Number(rows[0]?.n);
  const scan = await timed(() =>
    owner.query(
      'select council_id, event, kind, count(*), min(starts), max(ends) from brought_event group by 1, 2, 3',
    ),
  );
  const queue = [...histories];
  const counting = await timed(() => Promise.all([countNext(queue), countNext(queue)]));
  const { peak, seconds } = await serverUse();
  const page = await pageTimes(histories[0]?.historyId ?? '');
  return [
    events.toLocaleString('en-GB'),
    `${(making.milliseconds / 1000).toFixed(1)} s`,
    `${(scan.milliseconds / 1000).toFixed(2)} s`,
    `${(counting.milliseconds / 1000).toFixed(1)} s`,
    seconds,
    `${(counting.milliseconds / scan.milliseconds).toFixed(1)} times`,
    `${ms(page.p50)} ms`,
    `${ms(page.p95)} ms`,
    peak,
  ];
}

async function countNext(queue: { councilId: number; historyId: string }[]): Promise<void> {
  for (let next = queue.pop(); next; next = queue.pop()) {
    const { councilId, historyId } = next;
    await within(councilId, (db) => countAndKeep(db, historyId));
  }
}

async function fill(councilId: number, wanted: number): Promise<{ councilId: number; historyId: string }> {
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
  const people = Math.round(wanted / Number(values.councils) / eventsEach);
  await makeUpEvents(owner, { councilId, load, people, seed });
  return { councilId, historyId };
}

/**
 * What the counting connections used: the most memory they ever held, the buffers all share counted with each; and seconds of
 * processor since they were opened, which a busy machine does not lengthen as it does seconds of a clock.
 */
async function serverUse(): Promise<{ peak: string; seconds: string }> {
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

async function pageTimes(historyId: string) {
  const test = await testHouse(database);
  const visitor = await test.signIn(first, first.accounts.analyst);
  const times: number[] = [];
  for (let n = 0; n < Number(values.pages) + 10; n += 1) {
    const { milliseconds, value } = await timed(() => visitor.get(`/evidence/brought/${historyId}`));
    if (value.statusCode !== 200) throw new Error(`the page answered ${value.statusCode}`);
    if (n >= 10) times.push(milliseconds);
  }
  await test.house.server.close();
  return spreadOf(times);
}
