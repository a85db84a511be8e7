import assert from 'node:assert/strict';
import { it } from 'node:test';
import { sql } from 'kysely';
import { testCouncil } from '../../../../test/council.ts';
import { testDatabase } from '../../../../test/database.ts';
import { type CouncilReader, readRows } from '../../../platform/db/council.ts';
import { readAsking, readNear } from '../asking.ts';
import { noteMissed } from './missed.store.ts';
import { missedOf } from './missed.ts';

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

it('what was looked for in vain is counted by the day, the thing and half a postcode, and another council sees nothing of it', async () => {
  await council.as(council.accounts.rowan, async (db) => {
    for (let time = 0; time < 8; time += 1) await noteMissed(db, { words: 'chess', district: 'ZZ1' });
    for (let time = 0; time < 7; time += 1) await noteMissed(db, { words: 'boat, engine', district: 'ZZ1' });
    assert.deepEqual(await counted(db), [
      { day: '2026-11-21', words: 'boat, engine', district: 'ZZ1', times: 7 },
      { day: '2026-11-21', words: 'chess', district: 'ZZ1', times: 8 },
    ]);
  });
  assert.deepEqual(await other.as(other.accounts.rowan, counted), []);
});

const counted = (db: CouncilReader) =>
  readRows(db, sql`select missed_on as day, words, district, times from missed_search order by words`);
