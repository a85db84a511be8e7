// How many records a second a directory is read and written, from a file: npx tsx bench/import.ts
//   -- --records 10000 --seed 20261121 --rounds 3
// Reading is parsing the file and making every record ready; writing is everything after. The last column is the time
// of writing over that of inserting the same rows into tables without keys, indexes or search: read that ratio.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { saveFeedRead } from '../src/community/feeds/imports.store.ts';
import { readFeed } from '../src/community/feeds/read-feed.ts';
import type { ReadRecord } from '../src/community/feeds/records/read-outcome.ts';
import { dayOf } from '../src/platform/clock.ts';
import { openDatabase } from '../src/platform/db/council.ts';
import { testCouncil, testNow } from '../test/council.ts';
import { servingLogin, startTestServer, templateName } from '../test/server.ts';
import { insertBare } from './import/bare.ts';
import { inventedFeed } from './import/invented-feed.ts';
import { machineLine, ms, table, timed } from './measured.ts';

const { values } = parseArgs({
  options: {
    records: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '20261121' },
    rounds: { type: 'string', default: '3' },
  },
});
const records = Number(values.records);
const folder = mkdtempSync(join(tmpdir(), 'alongside-feed-'));
const source = join(folder, 'feed.json');
writeFileSync(source, inventedFeed(records, Number(values.seed)));
const server = await startTestServer();
const database = openDatabase({ ...servingLogin(server.administrator, templateName), statement_timeout: 0 });
const bare = new pg.Client({ ...server.administrator, database: templateName });
await bare.connect();
try {
  const rows = [
    ['round', 'reading', 'writing', 'both, records/s', 'again', 'bare insert', 'writing to bare'],
  ];
  for (let round = 1; round <= Number(values.rounds); round += 1) rows.push(await measured(round));
  console.log(
    `${records.toLocaleString('en-GB')} invented records a round, seed ${values.seed}, each into a directory of its own.`,
  );
  console.log(table(rows));
  console.log(machineLine());
} finally {
  await bare.end();
  await database.destroy();
  await server.stop();
  rmSync(folder, { recursive: true });
}

async function measured(round: number): Promise<string[]> {
  const council = await testCouncil(database, `round-${round}`);
  const reading = await timed(readAll);
  const write = () => council.as(council.accounts.editor, (db) => saveFeedRead(db, feedRead(reading.value)));
  const bareInsert = await timed(() => insertBare(bare, reading.value));
  const writing = await timed(write);
  const again = await timed(write);
  return [
    String(round),
    `${perSecond(reading.milliseconds)}/s`,
    `${perSecond(writing.milliseconds)}/s`,
    `${perSecond(reading.milliseconds + writing.milliseconds)}/s`,
    `${perSecond(again.milliseconds)}/s`,
    `${ms(bareInsert.milliseconds)} ms`,
    `${(writing.milliseconds / bareInsert.milliseconds).toFixed(2)} times`,
  ];
}

async function readAll(): Promise<ReadRecord[]> {
  const reads: ReadRecord[] = [];
  for await (const item of readFeed(source, { today: dayOf(testNow), name: 'Saltbeck' }))
    if (item.kind === 'record') reads.push(item.read);
  return reads;
}

function feedRead(reads: readonly ReadRecord[]) {
  const when = { startedAt: testNow, finishedAt: testNow };
  const isWhole = { brokenBecause: null, isShort: false, keepsWhatWasRead: false };
  return { name: 'Saltbeck', source: 'feed.json', ...when, ...isWhole, reads, notes: [] };
}

function perSecond(milliseconds: number): string {
  return Math.round(records / (milliseconds / 1000)).toLocaleString('en-GB');
}
