import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';
import { makePerson } from '../../people/people.store.ts';
import { councilOf } from '../../platform/db/council.ts';
import { saveGap } from './gaps.store.ts';

const test = await testDatabase();
const council = await testCouncil(test.database);
const home = await testHouse(test.database);
const analyst = await home.signIn(council, council.accounts.analyst);
const editor = await home.signIn(council, council.accounts.editor);
const { rowan } = council.accounts;

describe('asked for and not there', () => {
  it('is counted by thing and place, a person once a month, and few are hidden (E10)', async () => {
    await council.as(rowan, async (db) => {
      const personId = await makePerson(db, { fullName: 'Somebody Invented' });
      for (let time = 0; time < 9; time += 1)
        await saveGap(db, { words: 'somewhere to play chess', place: 'ZZ1 1ZZ', personId });
      for (let time = 0; time < 12; time += 1)
        await saveGap(db, { words: 'somewhere to sing', place: 'ZZ1', personId: null });
    });
    const page = await analyst.get('/community/gaps');
    assert.match(page.body, /sing<\/b>, around ZZ1: asked of us\s+about 10 times/);
    assert.match(
      page.body,
      /chess<\/b>, around ZZ1: asked of us\s+a few times/,
      'one person asking nine times is one',
    );
    assert.doesNotMatch(page.body, /somewhere to play chess/, 'an analyst reads counts, no words');
  });

  it('what was looked for in vain stands beside it', async () => {
    await council.as(rowan, (db) =>
      sql`insert into missed_search (council_id, missed_on, words, district, times)
        values (${councilOf(db)}, '2026-11-20', 'archery, chess', 'ZZ1', 9)`.execute(db),
    );
    const { body } = await analyst.json('/community/gaps?district=zz1');
    const lines = body.lines as { thing: string; asked: { words: string }; looked: { rounded: number } }[];
    assert.equal(lines.find(({ thing }) => thing === 'archery')?.looked.rounded, 10);
    assert.equal(lines.find(({ thing }) => thing === 'chess')?.looked.rounded, 10);
  });

  it('as a file, with nothing that a spreadsheet would run and nothing exact', async () => {
    const file = await analyst.get('/community/gaps.csv');
    assert.match(String(file.headers['content-type']), /text\/csv/);
    assert.match(file.body, /chess,ZZ1,1 to 7,10/);
  });

  it('is counted no more when it is there', async () => {
    const page = await editor.get('/community/gaps');
    assert.match(page.body, /somewhere to sing/);
    for (const page of [2, 1]) {
      const { body } = await editor.json(`/community/gaps?page=${page}`);
      for (const gap of body.words as { gapId: string; words: string }[])
        if (gap.words.includes('sing')) await editor.post(`/community/gaps/${gap.gapId}/met`, {});
    }
    assert.doesNotMatch((await analyst.get('/community/gaps?months=12')).body, /sing<\/b>/);
  });
});
