// How many records a second a directory is read from a file and written: npx tsx bench/import.ts
//   -- --records 50000 --seed 20261121 --rounds 1
// The whole of it is timed, from opening the file to the last row, as `npm run import-listings` does it; then the same
// file again, when nothing changed. The floor is the same rows by plain insert into tables without keys, indexes, search
// or policies, their records made ready beforehand: read the ratio to it.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { importFeed } from '../src/community/feeds/import-feed.ts';
import { openDatabase } from '../src/platform/db/council.ts';
import { pinFor, testCouncil } from '../test/council.ts';
import { servingLogin, startTestServer, templateName } from '../test/server.ts';
import { insertBare } from './import/bare.ts';
import { inventedFeed } from './import/invented-feed.ts';
import { machineLine, table, timed } from './measured.ts';

const { values } = parseArgs({
  options: {
    records: { type: 'string', default: '50000' },
    seed: { type: 'string', default: '20261121' },
    rounds: { type: 'string', default: '1' },
  },
});
const records = Number(values.records);
const folder = mkdtempSync(join(tmpdir(), 'alongside-feed-'));
const source = join(folder, 'feed.json');
writeFileSync(source, inventedFeed(records, Number(values.seed)));
const server = await startTestServer();
const database = openDatabase(servingLogin(server.administrator, templateName));
const bare = new pg.Client({ ...server.administrator, database: templateName });
await bare.connect();
try {
  const rows = [['round', 'seconds', 'records/s', 'again', 'bare insert', 'to bare']];
  for (let round = 1; round <= Number(values.rounds); round += 1) rows.push(await measured(round));
  console.log(
    `${records.toLocaleString('en-GB')} invented records, seed ${values.seed}, from a file into a directory of their own.`,
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
  const pin = pinFor(council.councilId, council.accounts.editor);
  const read = () => importFeed(database, pin, { source, name: 'Saltbeck' });
  const first = await timed(read);
  const again = await timed(read);
  const bareInsert = await timed(() => insertBare(bare, first.value.reads));
  return [
    String(round),
    (first.milliseconds / 1000).toFixed(1),
    `${perSecond(first.milliseconds)}/s`,
    `${perSecond(again.milliseconds)}/s`,
    `${perSecond(bareInsert.milliseconds)}/s`,
    `${(first.milliseconds / bareInsert.milliseconds).toFixed(2)} times`,
  ];
}

function perSecond(milliseconds: number): string {
  return Math.round(records / (milliseconds / 1000)).toLocaleString('en-GB');
}
