import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { comeAlongside } from '../../people/opening.store.ts';
import { makePerson } from '../../people/people.store.ts';
import type { CouncilDb } from '../../platform/db/council.ts';
import { beginConsent, keepStep } from '../letting-out/consenting.store.ts';
import { draftOf } from '../letting-out/consents.store.ts';
import { approveLatest, pieceKept, toldAndApproved } from '../stories.fixture.ts';
import { storyOf } from '../stories.store.ts';
import { changeStory } from '../telling/telling.store.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const { rowan } = council.accounts;

async function somebody(db: CouncilDb): Promise<string> {
  const id = await makePerson(db, { fullName: 'Wanda Mossley' });
  await comeAlongside(db, id, { teamId: council.teams.harbour }, 'contact');
  return id;
}

describe('a yes to another version', () => {
  it('S-1 takes a yes to an audience that is in the making along, and asks about pictures that are new', async () => {
    await council.as(rowan, async (db) => {
      const personId = await somebody(db);
      const storyId = await toldAndApproved(db, personId);
      await beginConsent(db, await storyOf(db, storyId), {
        audience: 'team',
        teamId: null,
        told: 'together',
      });
      await keepStep(db, storyId, { nameShown: 'none', months: 6 });
      const piece = await pieceKept(db, personId, { kind: 'picture', inWords: 'Leeks.' });
      const { id } = await changeStory(db, storyId, 1, { theirWords: 'I grow beans.', pieces: [piece] });
      assert.notEqual((await draftOf(db, storyId))?.versionId, id, 'not before it is said yes to');
      await approveLatest(db, storyId);
      const draft = await draftOf(db, storyId);
      assert.deepEqual([draft?.versionId, draft?.months, draft?.withPieces], [id, 6, null]);
    });
  });
});
