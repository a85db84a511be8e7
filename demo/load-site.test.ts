import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { comparisonStanding } from '../src/evidence/sites/comparison-standing.ts';
import type { KeptSite } from '../src/evidence/sites/kept-site.ts';
import { listSites, readSite } from '../src/evidence/sites/sites.store.ts';
import { missingToStart } from '../src/evidence/sites/starting.ts';
import { stepsOf } from '../src/evidence/sites/steps.ts';
import { nowOf } from '../src/platform/db/council.ts';
import { testCouncil, testNow } from '../test/council.ts';
import { testDatabase } from '../test/database.ts';
import { testHouse } from '../test/house.ts';
import { setUpSite } from './load-site.ts';

const { database } = await testDatabase();
const { signIn } = await testHouse(database);
const council = await testCouncil(database);
const today = '2026-11-21';

const sites = await council.as(council.accounts.lead, async (db) => {
  await setUpSite(db, council.teams, today);
  assert.deepEqual(nowOf(db), testNow, 'it is today again for what is loaded next');
  const read = (await listSites(db)).map(async ({ id }) => readSite(db, id));
  return (await Promise.all(read)).filter((site): site is KeptSite => site !== null);
});
const harbour = sites.find(({ name }) => name === 'Harbour');
const coldwick = sites.find(({ name }) => name === 'Coldwick');
assert.ok(harbour && coldwick);

describe('the site of the demonstration', () => {
  it('E11 named its comparison before it began, and shows the one measure that was thought of late', () => {
    assert.equal(comparisonStanding(harbour).mark, null);
    const late = harbour.measures.filter(({ registeredOn }) => registeredOn >= (harbour.startedOn ?? ''));
    assert.deepEqual([late.length, Boolean(late[0]?.whyChanged)], [1, true]);
  });

  it('has five steps that stand and one that is honestly open: people’s voice is not in the last', () => {
    const standing = stepsOf(harbour, today);
    assert.deepEqual(
      standing.map(({ stands }) => stands),
      ['stands', 'stands', 'stands', 'stands', 'stands', 'begun'],
    );
    assert.deepEqual(standing.at(-1)?.missing, ['It does not cite what people say yet']);
  });

  it('is carried on by Coldwick, which has its own things still to say', () => {
    assert.equal(coldwick.begunFrom?.id, harbour.id);
    assert.equal(coldwick.rules.length, harbour.rules.length);
    assert.deepEqual(
      [...new Set(missingToStart(coldwick).map(({ page }) => page))],
      ['scope', 'comparison', 'baseline', 'aim'],
    );
  });

  it('fits on its page, for those who read evidence too', async () => {
    const analyst = await signIn(council, council.accounts.analyst);
    for (const { id } of sites) {
      const { statusCode, body } = await analyst.get(`/evidence/sites/${id}`);
      assert.equal(statusCode, 200);
      assert.ok(Buffer.byteLength(body) < 60_000, `${Buffer.byteLength(body)} bytes`);
    }
  });
});
