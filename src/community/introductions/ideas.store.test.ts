import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { pinFor, testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { makePerson } from '../../people/people.store.ts';
import { newId } from '../../platform/ids.ts';
import { at, feedFile, service } from '../feeds/feed.fixture.ts';
import { importFeed } from '../feeds/import-feed.ts';
import { readNear } from '../finder/asking.ts';
import { findIdeas } from './ideas.store.ts';
import { interestsOf, reachOf } from './ideas.ts';

const test = await testDatabase();
const council = await testCouncil(test.database);
const { rowan, editor } = council.accounts;
const near = at('Chandlery', 'ZZ1 1AA', 53.4, -1.5);

describe('C1-3 ideas for somebody', () => {
  before(async () => {
    const records = [
      service('choir', 'Harbour Choir', near),
      service('other-choir', 'Chapel Choir', near),
      service('engines', 'Steam engine volunteers', { ...near, description: 'Old engines kept running.' }),
      service('passing', 'Book box', {
        ...near,
        description: `${'Novels to borrow and to bring back. '.repeat(12)}By the engine house.`,
      }),
      service('children', 'Engine club for children', near),
      service('old', 'Engine shed', { ...near, assured_date: '2025-01-10' }),
    ];
    await importFeed(test.database, pinFor(council.councilId, editor), {
      source: feedFile(records),
      name: 'Saltbeck',
    });
    await council.as(editor, async (db) => {
      await sql`update listing set particulars = particulars || '{"accessibility": ["Level access throughout"]}'
        where council_id = ${council.councilId} and source_id = 'other-choir'`.execute(db);
    });
  });

  const namesFor = async (personId: string, whatMatters: string, needs: string[] = []) => {
    const interests = interestsOf(whatMatters, []);
    const wanted = { personId, interests, near: readNear('ZZ1'), freshSince: '2026-08-23', most: 6 };
    return council.as(rowan, (db) => findIdeas(db, { ...wanted, reach: reachOf(['English'], needs, 81) }));
  };
  const somebody = () => council.as(rowan, (db) => makePerson(db, { fullName: 'Wilfred Thornbury' }));

  it('are checked lately, for their age, and say which needs they meet first', async () => {
    const personId = await somebody();
    const ideas = await namesFor(personId, 'He always liked engines. He sang at sea.', ['uses a wheelchair']);
    const names = ideas.map(({ name }) => name);
    assert.ok(names.includes('Steam engine volunteers'));
    assert.ok(!names.includes('Engine club for children') && !names.includes('Engine shed'));
    assert.ok(names.indexOf('Chapel Choir') < names.indexOf('Harbour Choir'), 'level access comes first');
    assert.deepEqual(ideas.find(({ name }) => name === 'Chapel Choir')?.meets, ['step-free']);
  });

  it('are not what only mentions something in passing, when there is something about it', async () => {
    const names = (await namesFor(await somebody(), 'Engines.')).map(({ name }) => name);
    assert.ok(names.includes('Steam engine volunteers') && !names.includes('Book box'));
  });

  it('leave out what was offered before, and come later when its like was not for them', async () => {
    const personId = await somebody();
    const matters = 'Singing. Engines.';
    const first = (await namesFor(personId, matters)).map(({ name }) => name);
    await council.as(rowan, async (db) => {
      await sql`insert into introduction (council_id, id, person_id, listing_id, stage, how, why, permission_words, offered_by, offered_on, ended_on, ended_why)
        select ${council.councilId}, ${newId()}, ${personId}, id, 'not-for-me', 'slip', 'He sang.', 'Yes', ${rowan.accountId}, '2026-10-01', '2026-10-20', 'Too many people'
        from listing where council_id = ${council.councilId} and source_id = 'choir'`.execute(db);
    });
    const then = (await namesFor(personId, matters)).map(({ name }) => name);
    assert.ok(first.includes('Harbour Choir') && !then.includes('Harbour Choir'));
    assert.equal(then[0], 'Steam engine volunteers');
    assert.equal(then.at(-1), 'Chapel Choir');
  });
});
