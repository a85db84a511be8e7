import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { pinFor, testCouncil } from '../../../test/council.ts';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { at, feedFile, service, weekly } from '../feeds/feed.fixture.ts';
import { importFeed } from '../feeds/import-feed.ts';
import { readAsking, readNear } from './asking.ts';
import { findingStatement, findListings, type Looking } from './finder.store.ts';

const near = at('Chandlery', 'ZZ1 1AA', 53.4, -1.5);
const far = at('Moor Top', 'ZZ9 9ZZ', 53.6, -1.5);
const longAgo = { assured_date: '2026-01-10' };

const test = await testDatabase();
const council = await testCouncil(test.database);

describe('finding something real nearby', () => {
  before(async () => {
    const records = [
      service('choir-far', 'Moor Top Choir', { ...far, ...weekly('TH') }),
      service('choir-near', 'Harbour Choir', { ...near, ...weekly('TU') }),
      service('choir-old', 'Chapel Choir', { ...near, ...longAgo }),
      service('repair', 'Repair café', { ...near, description: 'Bring a broken toaster.' }),
      service('cruse', 'Bereavement support', near),
      service('lunch', 'Lunch club', { ...far, description: 'Soup, pudding and a choir at Christmas.' }),
    ];
    await importFeed(test.database, pinFor(council.councilId, council.accounts.editor), {
      source: feedFile(records),
      name: 'Saltbeck',
    });
  });

  const looking = (q: string, more: Partial<Looking> = {}): Looking => ({
    things: readAsking(q).things,
    notFor: readAsking(q).notFor,
    near: null,
    day: null,
    freshSince: '2026-08-23',
    withOlder: false,
    offset: 0,
    most: 10,
    ...more,
  });
  const find = (q: string, more: Partial<Looking> = {}) =>
    council.as(council.accounts.rowan, (db) => findListings(db, looking(q, more)));
  const names = async (q: string, more: Partial<Looking> = {}) =>
    (await find(q, more)).found.map(({ name }) => name);

  it('ordinary words find what directories call something else', async () => {
    assert.deepEqual((await names('somewhere to sing')).slice(0, 2).sort(), [
      'Harbour Choir',
      'Moor Top Choir',
    ]);
    assert.deepEqual(await names('likes to mend things'), ['Repair café']);
  });

  it('what a group is called counts for more than a mention', async () => {
    assert.equal((await names('choir')).at(-1), 'Lunch club');
  });

  it('the nearest comes first, by postcode, district or town', async () => {
    for (const place of ['ZZ1 1AA', 'zz1', 'chandlery']) {
      const { found, isPlaceKnown } = await find('choir', { near: readNear(place) });
      assert.equal(isPlaceKnown, true, place);
      assert.equal(found[0]?.name, 'Harbour Choir', place);
    }
    const { found } = await find('choir', { near: readNear('ZZ1') });
    const moor = found.find(({ name }) => name === 'Moor Top Choir')?.kilometres ?? 0;
    assert.ok(Math.abs(moor - 22.24) < 0.3, `0.2 degrees north is 22.2 km, not ${moor}`);
  });

  it('says so when nobody knows where the place is, and finds all the same', async () => {
    const { found, isPlaceKnown } = await find('choir', { near: readNear('Nowhereville') });
    assert.equal(isPlaceKnown, false);
    assert.equal(found.length, 3);
  });

  it('a slip of spelling finds its neighbour among the words the directory has', async () => {
    const { found, read } = await find('toastter bereavemnet');
    assert.equal(found[0]?.name, 'Bereavement support');
    assert.deepEqual(await names('chandlrey'), await names('chandlery'));
    assert.ok(Array.isArray(read));
  });

  it('those not checked within 90 days are counted, and shown only when asked for', async () => {
    const hidden = await find('choir');
    assert.deepEqual([hidden.fresh, hidden.older], [3, 1]);
    assert.ok(!hidden.found.some(({ name }) => name === 'Chapel Choir'));
    const all = await names('choir', { withOlder: true });
    assert.ok(
      all.indexOf('Chapel Choir') > all.indexOf('Harbour Choir'),
      'as good and checked lately comes first',
    );
    assert.ok(
      all.indexOf('Chapel Choir') < all.indexOf('Lunch club'),
      'a choir comes before a mention of one',
    );
  });

  it('a day keeps those that meet on it', async () => {
    assert.deepEqual(await names('choir', { day: 'TU' }), ['Harbour Choir']);
  });

  it('another council’s directory is another directory, though no policy guards it', async () => {
    const other = await testCouncil(test.database, 'elsewhere');
    const { found, fresh, older } = await other.as(other.accounts.rowan, (db) =>
      findListings(db, looking('choir', { near: readNear('ZZ1'), withOlder: true })),
    );
    assert.deepEqual([found, fresh, older], [[], 0, 0]);
  });

  it('hostile words are only words', async () => {
    for (const q of [`'; drop table listing; --`, `& | ! ( ) <-> :*`, '%_\\', 'ß'.repeat(200), '🙂 ¿'])
      assert.ok(Array.isArray((await find(q, { near: readNear(q) })).found));
  });

  it('among 3,000 listings a search uses the index', async () => {
    const big = await testCouncil(test.database, 'large');
    await big.as(big.accounts.editor, async (db) => {
      for (let from = 0; from < 3_000; from += 1_000)
        await sql`insert into listing (council_id, id, name, summary, assured_on, description, other_words)
        select ${big.councilId}, gen_random_uuid(), 'Group ' || n, 'Meets in ward ' || n % 97, '2026-11-01'::date,
          'Everybody is welcome on ward ' || n % 97 || ', tea and biscuits included, and nobody needs to book beforehand.',
          (array['gardening', 'lunch', 'walking', 'reading', 'bowls', 'dancing', 'history', 'painting'])[1 + n % 8] || case when n % 500 = 0 then ' choir' else '' end
        from generate_series(${from}::integer + 1, ${from}::integer + 1000) n`.execute(db);
      await sql`select settle_listing_search()`.execute(db);
    });
    await asOwner(test, 'analyze listing');
    const statement = findingStatement(big.councilId, looking('choir', { near: readNear('ZZ1') }));
    const { rows } = await big.as(big.accounts.rowan, (db) =>
      sql<{ 'QUERY PLAN': string }>`explain ${statement}`.execute(db),
    );
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    assert.match(plan, /Bitmap Index Scan on listing_search/);
    const { fresh } = await big.as(big.accounts.rowan, (db) => findListings(db, looking('choir')));
    assert.equal(fresh, 6);
    const broad = await big.as(big.accounts.rowan, (db) => findListings(db, looking('biscuits')));
    assert.deepEqual(
      [broad.isMany, broad.found.length],
      [true, 10],
      'a word that all have is not gone through to its end',
    );
    assert.ok(broad.fresh < 3_000);
  });
});

async function asOwner(test: TestDatabase, statement: string): Promise<void> {
  const { default: pg } = await import('pg');
  const client = new pg.Client(test.administrator);
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
