import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { nudgeToday } from '../../people/messages/nudges.store.ts';
import { comeAlongside } from '../../people/opening.store.ts';
import { makePerson } from '../../people/people.store.ts';
import { letOut, toldAndApproved } from '../stories.fixture.ts';
import { storyOf } from '../stories.store.ts';
import { takeBack } from './consenting.store.ts';
import { consentsOf } from './consents.store.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const { rowan } = council.accounts;
const day = (text: string): Date => new Date(`${text}T08:30:00Z`);

/** A story let out to everybody who works here on 21 November 2026. */
const oneLetOut = () =>
  council.as(rowan, async (db) => {
    const personId = await makePerson(db, { fullName: 'Wanda Mossley' });
    await comeAlongside(db, personId, { teamId: council.teams.harbour }, 'contact');
    const storyId = await toldAndApproved(db, personId);
    await letOut(db, storyId, 'council', { months: 24 });
    return storyId;
  });

/** What its teller is told of when what is due is looked for on this day. */
const toldOf = (storyId: string, on: string) =>
  council.as(
    rowan,
    async (db) => {
      await nudgeToday(db);
      const rows = await db.selectFrom('news').select('about').where('thing_id', '=', storyId).execute();
      await db.deleteFrom('news').where('thing_id', '=', storyId).execute();
      return rows.map(({ about }) => about);
    },
    day(on),
  );

describe('S-4 a teller is asked once a year, and told before it comes down', () => {
  it('of the yes that stands', async () => {
    const storyId = await oneLetOut();
    assert.deepEqual(await toldOf(storyId, '2027-11-20'), []);
    assert.deepEqual(await toldOf(storyId, '2027-11-21'), ['story-still-all-right']);
    assert.deepEqual(await toldOf(storyId, '2027-12-15'), ['story-comes-down-soon']);
  });

  it('never of one that a later yes took the place of, only of the later', async () => {
    const storyId = await oneLetOut();
    await council.as(rowan, (db) => letOut(db, storyId, 'council', { months: 24 }), day('2027-03-01'));
    assert.deepEqual(await toldOf(storyId, '2027-11-21'), []);
    assert.deepEqual(await toldOf(storyId, '2027-12-15'), []);
    assert.deepEqual(await toldOf(storyId, '2028-03-01'), ['story-still-all-right']);
  });

  it('still of the one before, when the later was taken back before it began', async () => {
    const storyId = await oneLetOut();
    await council.as(rowan, (db) => letOut(db, storyId, 'council', { months: 24 }), day('2027-03-01'));
    await council.as(
      rowan,
      async (db) => {
        const later = (await consentsOf(db, storyId)).find(({ isWaiting }) => isWaiting);
        await takeBack(db, await storyOf(db, storyId), later?.id ?? '', 'phone');
      },
      day('2027-03-03'),
    );
    assert.deepEqual(await toldOf(storyId, '2027-11-21'), ['story-still-all-right']);
  });
});
