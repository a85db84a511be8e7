import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';
import { ownAccount } from '../../../test/own.ts';
import { writeDeath } from '../../people/death/death.store.ts';
import { breakGlass, comeAlongside } from '../../people/opening.store.ts';
import { makePerson } from '../../people/people.store.ts';
import { councilOf } from '../../platform/db/council.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const home = await testHouse(database);
const { rowan, marsh } = council.accounts;
const personId = await council.as(rowan, async (db) => {
  const id = await makePerson(db, { fullName: 'Mags Devlin', knownAs: 'Mags' });
  await comeAlongside(db, id, { teamId: council.teams.harbour }, 'contact');
  return id;
});
const together = `/people/${personId}/together`;

const looksOf = async (accountId: string) =>
  council.as(rowan, async (db) => {
    const { rows } = await sql<{
      act: string;
      route: string;
      reason: string | null;
    }>`select act, route, reason from audit_entry
      where council_id = ${councilOf(db)} and person_id = ${personId} and account_id = ${accountId} order by at, id`.execute(
      db,
    );
    return rows;
  });

describe('a worker at somebody’s own page', () => {
  it('W5 who is not alongside them is refused, and sent to give a reason', async () => {
    const visitor = await home.signIn(council, marsh);
    const answer = await visitor.get(together);
    assert.equal(answer.statusCode, 403);
    assert.match(answer.body, /break-glass/);
    assert.equal(
      (await visitor.post(`${together}/message`, { words: 'Hello', told: 'paper' })).statusCode,
      403,
    );
  });

  it('W5 W3 who broke the glass has that reason in who looked, and on her page too', async () => {
    await council.as(marsh, (db) =>
      breakGlass(db, personId, {
        reason: 'Her daughter rang and nobody else was here.',
        isReasonKept: false,
      }),
    );
    assert.equal((await (await home.signIn(council, marsh)).get(together)).statusCode, 200);
    assert.deepEqual(await looksOf(marsh.accountId), [
      { act: 'read', route: '/people/:id/together', reason: 'Her daughter rang and nobody else was here.' },
    ]);
    const mags = await home.signIn(council, await ownAccount(council, personId));
    assert.match(
      (await mags.get('/my/looked')).body,
      /read it with you[\s\S]*They are not in your team[\s\S]*Her daughter rang/,
    );
  });

  it('W3 who is alongside them is in who looked for each page read and each line written, and she sees who put it in', async () => {
    const visitor = await home.signIn(council, rowan);
    await visitor.get(together);
    const matters = `${together}/say/matters/${personId}`;
    await council.as(rowan, (db) =>
      sql`update person set what_matters = 'My garden.' where council_id = ${councilOf(db)} and id = ${personId}`.execute(
        db,
      ),
    );
    const said = await visitor.post(matters, { what: 'beside', words: 'And the birds.', told: 'paper' });
    assert.equal(said.statusCode, 303, said.body);
    const wrote = (await looksOf(rowan.accountId)).map(
      ({ act, route, reason }) => `${act} ${route} ${reason}`,
    );
    assert.ok(wrote.includes('read /people/:id/together Read together'), String(wrote));
    assert.ok(
      wrote.some((look) => look.startsWith('write /people/:id/together/say/')),
      String(wrote),
    );
    const { rows } = await council.as(rowan, (db) =>
      sql<{
        accountId: string;
      }>`select id as "accountId" from account where council_id = ${councilOf(db)} and person_id = ${personId}`.execute(
        db,
      ),
    );
    const account = { accountId: rows[0]?.accountId ?? '', name: 'Mags', role: 'person', teamIds: [] };
    const mags = await home.signIn(council, account);
    for (const url of [`/my/say/matters/${personId}`, '/my/plan', '/my/about'])
      if ((await mags.get(url)).body.includes('And the birds.'))
        assert.match((await mags.get(url)).body, /On paper · Rowan/, url);
    assert.match(
      (await mags.get(`/my/say/matters/${personId}`)).body,
      /And the birds\.[\s\S]*On paper · Rowan/,
    );
  });

  it('S6 opens nothing once she has died: nobody writes in her words then', async () => {
    await council.as(rowan, (db) =>
      writeDeath(db, personId, { on: '2026-11-20', toldBy: 'her son', words: null }),
    );
    const visitor = await home.signIn(council, rowan);
    const answer = await visitor.get(together);
    assert.equal(answer.statusCode, 403);
    assert.match(answer.body, /They have died/);
    assert.equal(
      (await visitor.post(`${together}/message`, { words: 'Hello', told: 'paper' })).statusCode,
      403,
    );
    assert.equal((await visitor.get(`/people/${personId}`)).statusCode, 200, 'her record is as it was');
  });
});
