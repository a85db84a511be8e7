import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pinFor, testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';
import { at, feedFile, service } from '../feeds/feed.fixture.ts';
import { importFeed } from '../feeds/import-feed.ts';
import { findPairs } from './finding.store.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const { house, signIn } = await testHouse(database);
const editor = await signIn(council, council.accounts.editor);
const rowan = await signIn(council, council.accounts.rowan);

const importing = (name: string, records: readonly unknown[]) =>
  importFeed(database, pinFor(council.councilId, council.accounts.editor), {
    source: feedFile(records),
    name,
  });
await importing('Saltbeck', [service('1', 'Harbour Singers', at('Chandlery', 'ZZ1 1AA', 53.4, -1.5))]);
await importing('Larkfield', [
  service('a', 'The Harbour Singers', { ...at('Chandlery', 'ZZ1 1AA', 53.4, -1.5), fees: '£2' }),
]);
await council.as(council.accounts.editor, (db) => findPairs(db));

interface Pairs {
  counts: Record<string, number>;
  pairs: { pairId: string; names: string[] }[];
}
interface PairJson {
  version: number;
  state: string;
  sides: { listingId: string; name: string; state: string; sourceName: string }[];
  fields: { what: string; isSame: boolean }[];
}
const pairs = async (state = 'found') =>
  (await editor.json(`/community/duplicates?state=${state}`)).body as unknown as Pairs;
const pairOf = async (pairId: string) =>
  (await editor.json(`/community/duplicates/${pairId}`)).body as unknown as PairJson;

describe('the editor’s page of listings that may be the same', () => {
  it('lists what the imports found and shows the two side by side, field by field, in words', async () => {
    const { pairs: found } = await pairs();
    assert.equal(found.length, 1);
    const page = await editor.get('/community/duplicates');
    assert.match(page.body, /Harbour Singers/);
    const pair = await editor.get(`/community/duplicates/${found[0]?.pairId}`);
    assert.match(pair.body, /The same name; The same organisation; The same postcode/);
    assert.match(pair.body, /These are the same/);
    const { fields } = await pairOf(found[0]?.pairId ?? '');
    const same = (what: string) => fields.find((field) => field.what === what)?.isSame;
    assert.deepEqual([same('Where'), same('Cost'), same('Name')], [true, false, false]);
  });

  it('nobody but an editor', async () => {
    const { pairs: found } = await pairs();
    assert.equal((await rowan.get('/community/duplicates')).statusCode, 403);
    const url = `/community/duplicates/${found[0]?.pairId}/apart`;
    assert.equal((await rowan.post(url, { version: '1' })).statusCode, 403);
  });

  it('joined, the other is found no longer; taken apart, both are; somebody too late is told', async () => {
    const pairId = (await pairs()).pairs[0]?.pairId ?? '';
    const { version, sides } = await pairOf(pairId);
    const shown = sides[0]?.listingId ?? '';
    const without = await editor.post(`/community/duplicates/${pairId}/join`, { version: String(version) });
    assert.match(without.body, /Choose which of the two is shown/);
    const joined = await editor.post(`/community/duplicates/${pairId}/join`, {
      version: String(version),
      shown,
    });
    assert.equal(joined.statusCode, 303);
    assert.equal((await pairOf(pairId)).sides[1]?.state, 'joined');
    assert.equal(await listed(), 1);
    const late = await editor.json(`/community/duplicates/${pairId}/apart`, { version });
    assert.equal(late.status, 409);
    const undo = await editor.post(`/community/duplicates/${pairId}/undo`, { version: String(version + 1) });
    assert.equal(undo.statusCode, 303);
    assert.equal(await listed(), 2);
  });

  it('kept apart, it is not asked about again by looking, and can be asked about by the editor', async () => {
    const pairId = (await pairs()).pairs[0]?.pairId ?? '';
    const { version } = await pairOf(pairId);
    await editor.post(`/community/duplicates/${pairId}/apart`, { version: String(version) });
    const looked = await editor.json('/community/duplicates/look', {});
    assert.deepEqual([looked.status, looked.body.waiting], [200, 0]);
    assert.deepEqual((await pairs('kept-apart')).counts, { found: 0, joined: 0, 'kept apart': 1 });
    await editor.post(`/community/duplicates/${pairId}/undo`, { version: String(version + 1) });
    assert.equal((await pairs()).pairs.length, 1);
  });

  async function listed(): Promise<number> {
    const { body } = await editor.json('/community?q=singers');
    return (body.found as unknown[]).length;
  }
});

await house.server.ready();
