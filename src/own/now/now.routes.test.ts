import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';
import { ownAccount } from '../../../test/own.ts';
import { comeAlongside } from '../../people/opening.store.ts';
import { makePerson } from '../../people/people.store.ts';
import { makePromise } from '../../people/promises/promises.store.ts';
import { councilOf, nowOf } from '../../platform/db/council.ts';
import { newId } from '../../platform/ids.ts';

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

  it('has a tick for each side of what was agreed: ours, and their own', async () => {
    const { body } = await mags.get('/my');
    const [, address = ''] = /href="(\/my\/say\/promise\/[0-9a-f-]{36})"/.exec(body) ?? [];
    assert.match(body, /☐<\/span> We say: Not done yet/);
    assert.match(body, /☐<\/span> You say: You have not said yet/);
    assert.equal((await mags.post(address, { what: 'done' })).statusCode, 303);
    assert.match((await mags.get('/my')).body, /☑<\/span> You say: Done\. On Saturday 21 November/);
  });

  it('says what comes next when nothing was promised, and that we are late when we are', async () => {
    const id = await council.as(account, async (db) => {
      const id = await makePerson(db, { fullName: 'Ivor Pell' });
      await comeAlongside(db, id, { teamId: council.teams.harbour }, 'contact');
      await makePromise(db, {
        ...{
          personId: id,
          who: 'Rowan',
          accountId: account.accountId,
          what: 'brings a pie',
          dueOn: '2026-11-19',
        },
      });
      return id;
    });
    const ivor = await home.signIn(council, await ownAccount(council, id, 'Ivor'));
    assert.match(
      (await ivor.get('/my')).body,
      /app-own-status">Rowan brings a pie\. The day was Thursday 19 November\. Sorry, we are late\./,
    );
    const nobody = await council.as(account, (db) => makePerson(db, { fullName: 'Cato Lune' }));
    const cato = await home.signIn(council, await ownAccount(council, nobody, 'Cato'));
    const { body } = await cato.get('/my');
    assert.match(body, /There is nothing to wait for now\./);
    assert.match(body, /No promise is open now\./, 'a plan may well have been agreed');
  });

  it('C2-2 rings the named person and their cover while we stay close, on the council’s number, and another at night', async () => {
    await council.as(account, async (db) => {
      await sql`update council set settings = settings || '{"phone": "01632 960 000", "outOfHoursPhone": "01632 960 999"}'`.execute(
        db,
      );
      await db
        .insertInto('conversation')
        .values({
          ...{ council_id: councilOf(db), id: newId(), person_id: personId, kind: 2, opened_at: nowOf(db) },
          ...{ named_account_id: account.accountId, cover_account_id: council.accounts.priya.accountId },
        })
        .execute();
    });
    const { body } = await mags.get('/my');
    assert.match(body, /href="tel:01632960000"/);
    assert.match(body, /Ask for Rowan\./);
    assert.match(body, /If they are out, ask for Priya\./);
    assert.match(body, /At night or at the weekend, ring 01632 960 999\./);
  });
});
