import assert from 'node:assert/strict';
import { it } from 'node:test';
import { testCouncil } from '../../../../test/council.ts';
import { testDatabase } from '../../../../test/database.ts';
import { readAsking, readNear } from '../asking.ts';
import { missedNear, noteMissed } from './missed.store.ts';
import { missedOf, timesInWords } from './missed.ts';

const test = await testDatabase();
const council = await testCouncil(test.database);
const other = await testCouncil(test.database, 'elsewhere');
const missed = (q: string, near: string) => missedOf(readAsking(q), readNear(near));

it('nothing that may tell who looked is kept of a search: only things to do and be helped with, and half a postcode', () => {
  assert.deepEqual(missed('chess with Margaret Ashwell of 14 Chandlery Row', 'zz1 1aa'), {
    words: 'chess',
    district: 'ZZ1',
  });
  assert.equal(missed('Wilfred Thornbury 01632 960123', 'ZZ1'), null);
  assert.deepEqual(missed('walking football and swimming', 'Old Harbour'), {
    words: 'swimming, walking football',
    district: '',
  });
});

it('what was looked for in vain is counted, and a count from 1 to 7 is shown to staff only', async () => {
  const chess = { words: 'chess', district: 'ZZ1' };
  await council.as(council.accounts.rowan, async (db) => {
    for (let time = 0; time < 8; time += 1) await noteMissed(db, chess);
    for (let time = 0; time < 7; time += 1) await noteMissed(db, { words: 'boat, engine', district: 'ZZ1' });
    const open = await missedNear(db, { since: '2026-11-01' });
    assert.deepEqual(open, [{ words: 'chess', times: 8 }]);
    const staff = await missedNear(db, { since: '2026-11-01', isForStaff: true, districts: ['ZZ1'] });
    assert.deepEqual(
      staff.map(({ times }) => times),
      [8, 7],
    );
    const engines = await missedNear(db, { since: '2026-11-01', isForStaff: true, about: ['engine'] });
    assert.deepEqual(
      engines.map(({ words }) => words),
      ['boat, engine'],
    );
    assert.deepEqual(await missedNear(db, { since: '2026-11-01', districts: ['ZZ9'] }), []);
    assert.deepEqual(await missedNear(db, { since: '2026-12-01' }), []);
  });
  const elsewhere = await other.as(other.accounts.rowan, (db) =>
    missedNear(db, { since: '2026-11-01', isForStaff: true }),
  );
  assert.deepEqual(elsewhere, [], 'another council sees nothing of it');
  assert.deepEqual([3, 8].map(timesInWords), ['fewer than 8 times', '8 times']);
});
