import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';
import { ownAccount } from '../../../test/own.ts';
import { comeAlongside } from '../../people/opening.store.ts';
import { makePerson } from '../../people/people.store.ts';
import { makePromise } from '../../people/promises/promises.store.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const home = await testHouse(database);
const { rowan: account } = council.accounts;
const personId = await council.as(account, async (db) => {
  const id = await makePerson(db, { fullName: 'Mags Devlin', knownAs: 'Mags' });
  await comeAlongside(db, id, { teamId: council.teams.harbour }, 'contact');
  await makePromise(db, {
    ...{ personId: id, who: 'Priya', accountId: council.accounts.priya.accountId },
    ...{ what: 'rings the housing team', dueOn: '2026-11-27' },
  });
  return id;
});
const mags = await home.signIn(council, await ownAccount(council, personId));
const rowan = await home.signIn(council, account);

describe('now', () => {
  it('W1 says first where things stand, in a sentence, and who to ring', async () => {
    const { statusCode, body } = await mags.get('/my');
    assert.equal(statusCode, 200);
    assert.match(body, /Priya rings the housing team by Friday 27 November/);
    assert.match(body, /Ask for the Harbour team/);
  });

  it('W1 is the same page for a worker who reads it with them, which who looked says', async () => {
    const { statusCode, body } = await rowan.get(`/people/${personId}/together`);
    assert.equal(statusCode, 200);
    assert.match(body, /You are reading this with Mags/);
    assert.match(body, /Priya rings the housing team by Friday 27 November/);
    assert.match((await rowan.get(`/people/${personId}/who-looked`)).body, /Read together/);
  });
});
