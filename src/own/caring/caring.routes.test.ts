import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';
import { asOwn, ownAccount } from '../../../test/own.ts';
import { caredFor } from '../../people/carers/caring.fixture.ts';
import { needsLeftOpen } from '../../people/carers/leaning.store.ts';
import { caresForHere, ownGround } from '../../people/carers/own-ground.store.ts';
import { saidBy, statementsFor } from '../../people/carers/statements.store.ts';
import { makePerson } from '../../people/people.store.ts';
import { agree, planned, says, written } from '../../plans/carers/carers.fixture.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const { rowan } = council.accounts;
const house = await testHouse(database);
const worker = await house.signIn(council, rowan);

async function two() {
  const { personId, carerIds } = await caredFor(council, 'Wilfred Acheson', 'Jean Acheson');
  const [carerId = ''] = carerIds;
  const account = await ownAccount(council, carerId, 'Jean Acheson');
  return { personId, carerId, account, jean: await house.signIn(council, account) };
}

const can = (forPerson: string, changes: Record<string, string> = {}) => ({
  ...{ forPerson, thing: 'nights', willing: '', able: 'no', saidOn: '21 November 2026' },
  words: 'My back has gone, zqjeanback.',
  ...changes,
});

/** A plan for Wilf that stands and leans on Jean for nights. */
async function leaning(both: Awaited<ReturnType<typeof two>>) {
  await says(worker, both.carerId, both.personId);
  const plan = await planned(council, worker, both.personId, 'wilf');
  await written(council, worker, plan, 'wilf', { who: 'Jean', leansOn: `${both.carerId} nights` });
  return plan;
}

describe('N5 a carer’s own page', () => {
  it('N5 names whom they look after by a first name, and asks wanting to and being able to apart', async () => {
    const { jean } = await two();
    const page = (await jean.get('/my/caring')).body;
    assert.match(page, /What you can do for Wilfred/);
    assert.doesNotMatch(page, /Acheson<\/h2>/);
    const form = (await jean.get('/my/caring/can')).body;
    assert.match(form, /Do you want to do it\?/);
    assert.match(form, /Are you able to do it\?/);
    assert.match((await jean.get('/my')).body, /href="\/my\/caring"/);
  });

  it('Care Act s10 asking for a carer’s assessment says what it is, and theirs whatever the other wants', async () => {
    const { jean } = await two();
    const page = (await jean.get('/my/entitled')).body;
    assert.match(page, /the law calls a carer’s assessment/);
    assert.match(page, /You can ask even if they want no help/);
    assert.doesNotMatch(page, /needs assessment/);
  });

  it('N5 what they say is two dated statements on their own record, with the words on their own story', async () => {
    const { personId, carerId, jean } = await two();
    const said = await jean.post('/my/caring/can', can(personId, { willing: 'yes' }));
    assert.equal(said.statusCode, 303, said.body);
    const statements = await council.as(rowan, (db) => saidBy(db, carerId));
    assert.deepEqual(statements.map(({ side, answer, saidOn }) => `${side} ${answer} ${saidOn}`).toSorted(), [
      'able no 2026-11-21',
      'willing yes 2026-11-21',
    ]);
    const page = (await jean.get('/my/caring')).body;
    assert.match(page, /I want to \(21 November 2026\)/);
    assert.match(page, /I cannot \(21 November 2026\)/);
    assert.match((await worker.get(`/people/${carerId}`)).body, /zqjeanback/);
    assert.match((await worker.get(`/people/${carerId}/willing-and-able`)).body, /zqjeanback/);
  });

  it('N5 a change opens the plan of the one they look after again, and its story says which thing and no word of theirs', async () => {
    const both = await two();
    const plan = await leaning(both);
    await agree(council, worker, plan, 'wilf');
    const open = () => council.as(rowan, (db) => needsLeftOpen(db, both.personId));
    assert.deepEqual(await open(), []);
    const said = await both.jean.post('/my/caring/can', can(both.personId));
    assert.equal(said.statusCode, 303, said.body);
    assert.deepEqual(
      (await open()).map(({ thing }) => thing),
      ['nights'],
    );
    const story = (await worker.get(`/people/${both.personId}`)).body;
    assert.match(story, /Something the plan leans on has changed/);
    assert.doesNotMatch(story, /zqjean/);
    await both.jean.post('/my/caring/can', can(both.personId, { able: 'yes', words: 'Better.' }));
    assert.deepEqual(await open(), []);
    assert.match((await worker.get(`/people/${both.personId}`)).body, /stands again/);
  });

  it('N5 is told to a worker beside them just the same, who says how', async () => {
    const { personId, carerId } = await two();
    const said = await worker.post(
      `/people/${carerId}/together/caring/can`,
      can(personId, { told: 'phone' }),
    );
    assert.equal(said.headers.location, `/people/${carerId}/together/caring`);
    const { rows } = await council.as(rowan, (db) =>
      sql<{ told: string }>`select told from carer_statement where carer_id = ${carerId}`.execute(db),
    );
    assert.deepEqual(rows, [{ told: 'phone' }]);
  });

  it('N5 comes back with what was typed when neither side, a day to come, or somebody they do not look after', async () => {
    const { personId, jean } = await two();
    const stranger = await council.as(rowan, (db) => makePerson(db, { fullName: 'Edna Marsh' }));
    for (const [changes, says] of [
      [{ able: '' }, /Say if you want to, or if you can, or both/],
      [{ saidOn: '1 January 2027' }, /that day has not come yet/i],
      [{ thing: 'x'.repeat(121) }, /Use 120 characters or fewer/],
      [{ forPerson: stranger }, /nothing here says that you look after this person/i],
    ] as const) {
      const again = await jean.post('/my/caring/can', can(personId, changes));
      assert.ok([409, 422].includes(again.statusCode), String(again.statusCode));
      assert.match(again.body, says);
      assert.match(again.body, /zqjeanback/);
    }
    const all = await council.as(rowan, (db) => statementsFor(db, stranger));
    assert.deepEqual(all, []);
  });

  it('writes what they do, what a break would be, what worries them and their own life; staff read it on their record', async () => {
    const { personId, carerId, jean } = await two();
    for (const key of ['what-i-do', 'break', 'worries', 'my-life'])
      await jean.post(`/my/caring/words/caring-${key}`, { words: `zqjean${key}`, instead: '' });
    const [mine, staffs, his] = [
      (await jean.get('/my/caring')).body,
      (await worker.get(`/people/${carerId}/about-me`)).body,
      (await worker.get(`/people/${personId}/about-me`)).body,
    ];
    for (const key of ['what-i-do', 'break', 'worries', 'my-life'])
      for (const [page, isThere] of [
        [mine, true],
        [staffs, true],
        [his, false],
      ] as const)
        assert.equal(page.includes(`zqjean${key}`), isThere);
    assert.doesNotMatch((await jean.get('/my/about/print')).body, /zqjean/);
  });

  it('is not offered to somebody who looks after nobody, and is there should they say that they do', async () => {
    const personId = await council.as(rowan, (db) => makePerson(db, { fullName: 'Edna Marsh' }));
    const edna = await house.signIn(council, await ownAccount(council, personId, 'Edna'));
    assert.doesNotMatch((await edna.get('/my')).body, /href="\/my\/caring"/);
    await edna.post('/my/caring/words/caring-what-i-do', { words: 'I sit with Pat.', instead: '' });
    assert.match((await edna.get('/my')).body, /href="\/my\/caring"/);
  });
});

describe('W2 what a carer’s own page may ask of the database', () => {
  it('W2 it learns a first name, and nothing of somebody it does not look after', async () => {
    const { personId, carerId, account } = await two();
    const other = await two();
    await leaning(other);
    const met = await asOwn(council, account, carerId, async (db) => ({
      names: await caresForHere(db),
      people: (await sql`select id from person`.execute(db)).rows.length,
      leaned: await ownGround.leanedOn(db, other.personId, carerId),
    }));
    assert.deepEqual(met, { names: [{ personId, name: 'Wilfred' }], people: 1, leaned: [] });
    assert.deepEqual(await council.as(rowan, caresForHere), []);
  });

  it('W2 it can write in nobody’s story whose plan does not lean on them', async () => {
    const { personId, carerId, account } = await two();
    await assert.rejects(
      asOwn(council, account, carerId, (db) =>
        ownGround.tell(db, { personId, at: new Date(), kind: 'plan-ground', title: 'x' }),
      ),
    );
  });

  it('W2 a record kept to one team is named to nobody, its carer included', async () => {
    const { personId, carerId, account } = await two();
    await council.as(rowan, (db) =>
      sql`update person set restricted_to_team = ${council.teams.harbour} where id = ${personId}`.execute(db),
    );
    assert.deepEqual(await asOwn(council, account, carerId, caresForHere), []);
  });
});
