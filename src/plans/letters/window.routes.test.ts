import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';
import { addressesOf } from '../../people/details/addresses.store.ts';
import { kindsInWords } from './letter.ts';
import { wholeRecord } from './letters.fixture.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const house = await testHouse(database);
const visitor = await house.signIn(council, council.accounts.rowan);
const wilf = await wholeRecord(council, council.accounts.rowan);

const letter = async () =>
  (await visitor.get(`/letters/${kindsInWords.plan.place}/${wilf.things.plan}`)).body;
const letters = async () => (await visitor.get(`/people/${wilf.personId}/letters`)).body;

describe('the window of an envelope', () => {
  it('W4 shows where somebody has gone to live, and nothing once that is kept private', async () => {
    assert.match(await letter(), /Address kept private/);
    const moved = await visitor.post(`/people/${wilf.personId}/addresses`, {
      lines: '9 Lamp Lane\nSaltbeck',
      postcode: 'sb21aa',
      sinceOn: '20 November 2026',
    });
    assert.equal(moved.statusCode, 303, moved.body);
    const shown = await letter();
    assert.match(shown, /9 Lamp Lane/);
    assert.match(shown, /SB2 1AA/);
    assert.doesNotMatch(shown, /Chandlery|By hand/);
    assert.match(await letters(), /Their address shows in the window/);

    const [now] = await council.as(council.accounts.rowan, (db) => addressesOf(db, wilf.personId));
    await visitor.post(`/addresses/${now?.id}/protection`, {
      protection: 'private',
      whyPrivate: 'He asked us to',
    });
    const after = await letter();
    assert.match(after, /Address kept private/);
    assert.doesNotMatch(after, /Lamp Lane|SB2 ?1AA/);
    assert.doesNotMatch(await letters(), /Lamp Lane/);
  });
});
