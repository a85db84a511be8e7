import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';
import { writeDeath } from '../../people/death/death.store.ts';
import { comeAlongside } from '../../people/opening.store.ts';
import { makePerson } from '../../people/people.store.ts';
import { storiesLetOut } from '../letting-out/let-out.store.ts';
import { letOut, toldAndApproved } from '../stories.fixture.ts';
import { latestVersion } from '../stories.store.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const home = await testHouse(database);
const { accounts } = council;
const rowan = await home.signIn(council, accounts.rowan);
const marsh = await home.signIn(council, accounts.marsh);

/** A story the team sees, of somebody who died, unless `isAlive`. */
async function story({ isAlive = false } = {}): Promise<{ id: string; personId: string }> {
  return council.as(accounts.rowan, async (db) => {
    const personId = await makePerson(db, { fullName: 'Wanda Mossley', knownAs: 'Wanda' });
    await comeAlongside(db, personId, { teamId: council.teams.harbour }, 'contact');
    const id = await toldAndApproved(db, personId);
    assert.equal(await letOut(db, id, 'team', { months: 24 }), undefined);
    if (!isAlive) await writeDeath(db, personId, { on: '2026-11-20', toldBy: 'her sister', words: null });
    return { id, personId };
  });
}

const isSeen = (storyId: string) =>
  council.as(
    accounts.rowan,
    async (db) => (await storiesLetOut(db, { audience: 'team', storyId })).length > 0,
  );

describe('a story whose teller has died', () => {
  it('S-2 stays as they agreed, and says by which day it comes down', async () => {
    const { id } = await story();
    assert.ok(await isSeen(id));
    const { body } = await rowan.get(`/stories/${id}`);
    assert.match(body, /Wanda has died/);
    assert.match(body, /until 19 December 2027/, 'nobody can be asked after a year');
    assert.doesNotMatch(body, /Take it down for Wanda|Read it with|Ask Wanda|Keep it</);
  });

  it('S-8 comes down at once for those close to them, everywhere, and pressing twice says the same', async () => {
    const { id } = await story();
    for (let press = 0; press < 2; press += 1) {
      const down = await rowan.post(`/stories/${id}/take-down`, { told: 'phone' });
      assert.equal(down.statusCode, 303, down.body);
      assert.equal(await isSeen(id), false);
    }
    assert.match((await rowan.get(`/stories/${id}`)).body, /Nobody but those alongside sees this story/);
  });

  it('S-8 is not so taken down of somebody who lives: they do it, or a worker with them', async () => {
    const { id } = await story({ isAlive: true });
    const refused = await rowan.post(`/stories/${id}/take-down`, { told: 'phone' });
    assert.match(refused.body, /Rule S-8/);
    assert.ok(await isSeen(id));
  });

  it('W5 is taken down by nobody who is not alongside', async () => {
    const { id } = await story();
    assert.equal((await marsh.post(`/stories/${id}/take-down`, { told: 'phone' })).statusCode, 403);
    assert.ok(await isSeen(id));
  });

  it('S-1 is written on by nobody, and waits for them in no list', async () => {
    const { id } = await story();
    const written = await rowan.post(`/stories/${id}/retelling`, {
      retelling: 'Wanda fed a street.',
      version: '1',
    });
    assert.equal(written.statusCode, 403);
    assert.match(written.body, /Nothing more is written of their story/);
    assert.equal((await council.as(accounts.rowan, (db) => latestVersion(db, id))).number, 1);
    home.clock.set('2027-12-01T09:00:00Z');
    const later = await home.signIn(council, accounts.rowan);
    const { body } = await later.get('/stories');
    home.clock.set('2026-11-21T09:00:00Z');
    const line = new RegExp(`/stories/${id}".*?</li>`).exec(body)?.[0] ?? '';
    assert.match(line, /They have died/);
    assert.doesNotMatch(line, /Ask them/);
  });
});
