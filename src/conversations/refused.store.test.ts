import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { testCouncil } from '../../test/council.ts';
import { testDatabase } from '../../test/database.ts';
import { testHouse } from '../../test/house.ts';
import { comeAlongside } from '../people/opening.store.ts';
import { makePerson } from '../people/people.store.ts';
import { openConversation } from './conversations.store.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const home = await testHouse(database);
const { rowan: account } = council.accounts;
const rowan = await home.signIn(council, account);

const begun = (kind: 1 | 3) =>
  council.as(account, async (db) => {
    const personId = await makePerson(db, { fullName: 'Wilfred Acheson', knownAs: 'Wilf' });
    await comeAlongside(db, personId, { teamId: council.teams.harbour }, 'contact');
    return { personId, conversationId: await openConversation(db, { personId, kind }) };
  });
const keptFor = (personId: string) =>
  council.as(account, async (db) => {
    const { rows } = await sql<{ rule: string; tried: string; route: string; by: string }>`
      select r.rule, r.tried, r.route, a.name as by from refused_attempt r
      join account a on a.council_id = r.council_id and a.id = r.account_id
      where r.person_id = ${personId} order by r.rule`.execute(db);
    return rows;
  });

describe('what a rule said “not yet” to', () => {
  it('is kept with who tried what at which door, though no store thought of it', async () => {
    const { personId, conversationId } = await begun(1);
    assert.equal((await rowan.post(`/conversations/${conversationId}/plans`, {})).statusCode, 409);
    assert.deepEqual(await keptFor(personId), [
      { rule: 'C3-5', tried: 'Begin a plan', route: '/conversations/:id/plans', by: 'Rowan' },
    ]);
  });

  it('is kept once, piece by piece, where a store keeps it in its own words', async () => {
    const { personId, conversationId } = await begun(1);
    assert.equal((await rowan.post(`/conversations/${conversationId}/rest`, {})).statusCode, 409);
    const pieces = await keptFor(personId);
    assert.equal(pieces.length, 6);
    for (const piece of pieces)
      assert.partialDeepStrictEqual(piece, {
        tried: 'let conversation 1 rest',
        route: '/conversations/:id/rest',
      });
  });

  it('is not kept when a field only wanted mending', async () => {
    const { personId } = await begun(1);
    assert.equal((await rowan.post(`/people/${personId}/gifts`, { gift: '' })).statusCode, 422);
    assert.deepEqual(await keptFor(personId), []);
  });
});
