import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { pinFor, testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { type CouncilDb, readRows } from '../../platform/db/council.ts';
import { markChecked, saveAdditions, setState } from '../listings.store.ts';
import { at, feedFile, service, weekly } from './feed.fixture.ts';
import { type ImportWanted, importFeed } from './import-feed.ts';
import { readImports, readRecords } from './import-lines.store.ts';

interface Kept {
  id: string;
  name: string;
  state: string;
  rested_by: string | null;
  who_to_ask_for: string | null;
  checked_by: string | null;
  version: number;
}

const test = await testDatabase();
const council = await testCouncil(test.database);

describe('importing a directory', () => {
  const importing = (name: string, source: string, more: Partial<ImportWanted> = {}) =>
    importFeed(test.database, pinFor(council.councilId, council.accounts.editor), { source, name, ...more });
  const asEditor = <Value>(act: (db: CouncilDb) => Promise<Value>) =>
    council.as(council.accounts.editor, act);
  const listings = (feed: string) =>
    asEditor((db) =>
      readRows<Kept>(
        db,
        sql`select l.id, l.name, l.state, l.rested_by, l.who_to_ask_for, l.checked_by, l.version from listing l
          join feed f on f.council_id = l.council_id and f.id = l.feed_id
          where l.council_id = ${council.councilId} and f.name = ${feed} order by l.source_id`,
      ),
    );

  it('keeps every record as accepted, mended or refused with its reasons, and lists the first two', async () => {
    const records = [
      service('1', 'Harbour Singers', { ...at('Chandlery', 'ZZ1 1AA', 53.4, -1.5), ...weekly('TU') }),
      service('2', 'Repair café', { url: 'www.repair.example.org' }),
      service('3', ' '),
      service('4', 'Old whist drive', { status: 'defunct' }),
      'not a record',
    ];
    const report = await importing('first', feedFile(records));
    assert.equal(report.newListings, 2);
    const imports = await asEditor((db) => readImports(db));
    const line = imports.find(({ feedName }) => feedName === 'first');
    assert.deepEqual([line?.accepted, line?.mended, line?.refused, line?.isComplete], [1, 1, 3, true]);
    const wanted = { offset: 0, most: 10 };
    const refused = await asEditor((db) =>
      readRecords(db, report.importId, { ...wanted, outcome: 'refused' }),
    );
    assert.deepEqual(
      refused.records.map(({ position, name, reasons }) => [
        position,
        name?.trim() || null,
        reasons[0]?.problem,
      ]),
      [
        [3, null, 'Has no name'],
        [4, 'Old whist drive', 'Is marked as ended or not running'],
        [5, null, 'Is not a record'],
      ],
    );
    const mended = await asEditor((db) => readRecords(db, report.importId, { ...wanted, outcome: 'mended' }));
    assert.equal(mended.records[0]?.sourceId, '2');
    assert.ok(mended.records[0]?.listingId, 'the editor can go from the record to its listing');
  });

  it('an import again brings listings up to date and keeps what we added', async () => {
    await importing('again', feedFile([service('1', 'Knit and natter'), service('2', 'Lunch')]));
    const [before] = await listings('again');
    const id = before?.id ?? '';
    const additions = {
      whatItIsLike: 'Warm',
      whatItIsLikeBy: 'Nell',
      whoToAskFor: 'Sandra',
      canGoWith: null,
      room: null,
    };
    await asEditor((db) => saveAdditions(db, id, additions, before?.version ?? 0));
    await asEditor((db) => markChecked(db, id, 'Sandra who runs it'));
    const report = await importing(
      'again',
      feedFile([service('1', 'Knit, natter and cake'), service('2', 'Lunch'), service('3', 'Bowls')]),
    );
    assert.equal(report.newListings, 1);
    const after = await listings('again');
    assert.equal(after.length, 3);
    assert.equal(after[0]?.id, id);
    assert.deepEqual(
      [after[0]?.name, after[0]?.who_to_ask_for, after[0]?.checked_by],
      ['Knit, natter and cake', 'Sandra', 'Sandra who runs it'],
    );
  });

  it('rests what its source withdrew or no longer lists, keeps it, and brings it back when it returns', async () => {
    const four = ['1', '2', '3', '4', '5'].map((id) => service(id, `Group ${id}`));
    await importing('withdrawn', feedFile(four));
    const report = await importing(
      'withdrawn',
      feedFile([...four.slice(0, 3), service('4', 'Group 4', { status: 'inactive' })]),
    );
    assert.equal(report.rested, 2);
    assert.deepEqual(
      (await listings('withdrawn')).map(({ state }) => state),
      ['listed', 'listed', 'listed', 'resting', 'resting'],
    );
    await importing('withdrawn', feedFile(four));
    assert.deepEqual(
      (await listings('withdrawn')).map(({ state }) => state),
      Array(5).fill('listed'),
    );
  });

  it('does not bring back what our own editor rested', async () => {
    await importing('ours', feedFile([service('1', 'Closed for good')]));
    const [one] = await listings('ours');
    await asEditor((db) => setState(db, one?.id ?? '', 'hidden', 'Sandra rang: it has ended'));
    await importing('ours', feedFile([service('1', 'Closed for good')]));
    assert.deepEqual(
      (await listings('ours')).map(({ state, rested_by }) => [state, rested_by]),
      [['hidden', 'editor']],
    );
  });

  it('a feed that halves does not empty the directory, and says so', async () => {
    const five = ['1', '2', '3', '4', '5'].map((id) => service(id, `Group ${id}`));
    await importing('halved', feedFile(five));
    const report = await importing('halved', feedFile(five.slice(0, 2)));
    assert.equal(report.rested, 0);
    assert.match(report.notes.join(' '), /Of 5 listings we hold from this feed, 3 are gone/);
    assert.ok((await listings('halved')).every(({ state }) => state === 'listed'));
  });

  it('a record that lost its name keeps the listing we have', async () => {
    const three = ['1', '2', '3'].map((id) => service(id, `Group ${id}`));
    await importing('nameless', feedFile(three));
    await importing('nameless', feedFile([...three.slice(0, 2), service('3', '')]));
    assert.deepEqual((await listings('nameless')).map(({ name, state }) => [name, state]).at(-1), [
      'Group 3',
      'listed',
    ]);
  });

  it('a feed that sends fewer records than it says it has rests nothing', async () => {
    const four = ['1', '2', '3', '4'].map((id) => service(id, `Group ${id}`));
    await importing('short', feedFile(four));
    const report = await importing('short', feedFile(four.slice(0, 3), 4));
    assert.equal(report.rested, 0);
    assert.match(report.notes.join(' '), /says it holds 4 records; 3 came/);
  });

  it('a feed that breaks half-way changes nothing unless told to keep what was read, and leaves its line', async () => {
    const server = createServer((request, response) => {
      const page = Number(new URL(request.url ?? '/', 'http://x').searchParams.get('page') ?? 1);
      if (page > 1) return response.writeHead(500).end();
      const contents = [service('1', 'Read before it broke')];
      return response
        .setHeader('content-type', 'application/json')
        .end(JSON.stringify({ total_items: 2, total_pages: 2, page_number: 1, last_page: false, contents }));
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const source = `http://127.0.0.1:${(server.address() as AddressInfo).port}/services`;
    const politely = { mayReach: () => true, wait: async () => undefined, withDetails: false };
    try {
      const report = await importing('broken', source, politely);
      assert.match(report.brokenBecause ?? '', /1 records were read before it; the feed is incomplete/);
      assert.equal(report.wasKept, false);
      assert.deepEqual(await listings('broken'), []);
      const line = (await asEditor((db) => readImports(db))).find(({ feedName }) => feedName === 'broken');
      assert.deepEqual([line?.isComplete, line?.wasKept, line?.accepted], [false, false, 1]);
      const kept = await importing('broken', source, { ...politely, keepsWhatWasRead: true });
      assert.equal(kept.wasKept, true);
      assert.equal((await listings('broken')).length, 1);
    } finally {
      server.close();
      server.closeAllConnections();
    }
  });

  it('a file that is not a feed leaves a sentence, never half a directory', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'alongside-feed-')), 'page.html');
    writeFileSync(path, '<html>not here</html>');
    const report = await importing('page', path);
    assert.match(report.brokenBecause ?? '', /it is a web page, not JSON/);
    assert.deepEqual(await listings('page'), []);
  });

  it('one council’s import is not seen by another', async () => {
    const other = await testCouncil(test.database, 'elsewhere');
    await importing('first', feedFile([service('1', 'Harbour Singers')]));
    assert.deepEqual(await other.as(other.accounts.editor, (db) => readImports(db)), []);
  });

  const real = fileURLToPath(
    new URL('../../../../shared/data/open-referral/feeds/bristol-v1-2024-12-part-a.json', import.meta.url),
  );
  const skip = existsSync(real) ? false : 'the real Bristol feed is not beside this checkout';
  it('a real directory of 410 records is written without losing one', { skip }, async () => {
    const report = await importing('Bristol', real);
    const rows = await asEditor((db) =>
      readRows<{ count: number }>(
        db,
        sql`select count(*) from feed_record where import_id = ${report.importId}`,
      ),
    );
    assert.equal(rows[0]?.count, 410);
    assert.equal(report.newListings, report.reads.filter(({ outcome }) => outcome !== 'refused').length);
  });
});
