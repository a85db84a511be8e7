import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { comeAlongside } from '../../people/opening.store.ts';
import { makePerson } from '../../people/people.store.ts';
import type { CouncilDb } from '../../platform/db/council.ts';
import { toldAndApproved } from '../stories.fixture.ts';
import { changeStory } from './telling.store.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const { rowan } = council.accounts;

async function somebody(db: CouncilDb): Promise<string> {
  const id = await makePerson(db, { fullName: 'Wanda Mossley' });
  await comeAlongside(db, id, { teamId: council.teams.harbour }, 'contact');
  return id;
}

describe('a change of a story', () => {
  it('S-1 is none where nothing differs but the ends of lines, and the yes stands', async () => {
    await council.as(rowan, async (db) => {
      const storyId = await toldAndApproved(db, await somebody(db), 'I grow\r\nleeks.');
      const same = { title: 'Leeks', theirWords: 'I grow\nleeks.', retelling: '', shows: 'words' as const };
      const { number, approval } = await changeStory(db, storyId, 1, same);
      assert.equal(number, 1);
      assert.ok(approval);
    });
  });

  it('S-1 is another version with a comma more, and has no yes yet', async () => {
    await council.as(rowan, async (db) => {
      const storyId = await toldAndApproved(db, await somebody(db), 'I grow leeks.');
      const { number, approval } = await changeStory(db, storyId, 1, { theirWords: 'I grow, leeks.' });
      assert.equal(number, 2);
      assert.equal(approval, null);
    });
  });
});
