import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testCouncil } from '../../../../test/council.ts';
import { testDatabase } from '../../../../test/database.ts';
import { asPublished, published } from './published.fixture.ts';

const { database } = await testDatabase();
const council = await testCouncil(database, 'published');

describe('published counts come back from made-up events', () => {
  for (const one of published)
    it(`E5 E7 ${one.row}, in the small`, async () => {
      const found = await council.as(council.accounts.analyst, (db) => asPublished(db, one, one.few));
      assert.deepEqual(found, one.few);
    });
});
