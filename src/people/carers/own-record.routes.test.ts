import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';
import { comeAlongside } from '../opening.store.ts';
import { addPersonAround, makePerson, peopleAround } from '../people.store.ts';
import { readTimeline } from '../timeline/timeline.fixture.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const { rowan, marsh } = council.accounts;
const house = await testHouse(database);
const visitor = await house.signIn(council, rowan);

/** Wilf, and somebody marked as looking out for him. */
async function lookedAfter(carer: string, phone: string | null = null) {
  return council.as(rowan, async (db) => {
    const personId = await makePerson(db, { fullName: 'Wilfred Acheson', knownAs: 'Wilf' });
    await comeAlongside(db, personId, { teamId: council.teams.harbour }, 'conversation');
    await addPersonAround(db, personId, {
      name: carer,
      relation: 'wife',
      phone,
      gives: null,
      ifItStopped: null,
      isCarer: true,
      carerPersonId: null,
    });
    const [one] = await peopleAround(db, personId);
    return { personId, at: `/people/${personId}/around/${one?.id}/record` };
  });
}
const around = (personId: string) => council.as(rowan, (db) => peopleAround(db, personId));

describe('N5 a carer is offered a record of their own', () => {
  it('N5 from “People around”, with what it means said plainly; and it leads to their own page', async () => {
    const about = await lookedAfter('Jean Acheson');
    const page = await visitor.get(`/people/${about.personId}/around`);
    assert.match(page.body, /A record of Jean Acheson’s own/);
    assert.match((await visitor.get(about.at)).body, /What Jean Acheson tells us stays Jean Acheson’s/);
    const made = await visitor.post(about.at, { record: 'new', fullName: 'Jean Acheson', saidYes: 'yes' });
    assert.equal(made.statusCode, 303, made.body);
    const [one] = await around(about.personId);
    assert.equal(made.headers.location, `/people/${one?.carerPersonId}`);
    const hers = await visitor.get(String(made.headers.location));
    assert.match(hers.body, /Jean looks out for/);
    assert.match(hers.body, /They look out for Wilfred Acheson/);
    assert.match((await visitor.get(`/people/${about.personId}/around`)).body, /a conversation of their own/);
  });

  it('N5 is never forced: without their yes nothing is made, and what was typed comes back', async () => {
    const about = await lookedAfter('Olive Tarrant');
    const answer = await visitor.post(about.at, { record: 'new', fullName: 'Olive May Tarrant' });
    assert.equal(answer.statusCode, 422);
    assert.match(answer.body, /Ask them first/);
    assert.match(answer.body, /Olive May Tarrant/);
    assert.equal((await around(about.personId))[0]?.carerPersonId, null);
  });

  it('F4 looks before it makes: somebody we know is joined, not made twice', async () => {
    const known = await council.as(rowan, (db) => makePerson(db, { fullName: 'Beryl Sandiford' }));
    const about = await lookedAfter('Beryl Sandiford');
    assert.match((await visitor.get(about.at)).body, /Do we know Beryl Sandiford already\?/);
    const unseen = await visitor.post(about.at, { record: 'new', saidYes: 'yes' });
    assert.equal(unseen.statusCode, 409);
    assert.match(unseen.body, /we may already know them/i);
    const joined = await visitor.post(about.at, { record: known, saidYes: 'yes' });
    assert.equal(joined.headers.location, `/people/${known}`);
    const [told] = await council.as(rowan, (db) => readTimeline(db, known, 1));
    assert.equal(told?.kind, 'own-record');
  });

  it('F4 a new record is possible once each who may be the same was looked at', async () => {
    const namesake = await council.as(rowan, (db) => makePerson(db, { fullName: 'Ivy Pell' }));
    const about = await lookedAfter('Ivy Pell');
    const made = await visitor.post(about.at, { record: 'new', looked: namesake, saidYes: 'yes' });
    assert.equal(made.statusCode, 303, made.body);
    assert.notEqual((await around(about.personId))[0]?.carerPersonId, namesake);
  });

  it('N5 nobody is their own carer, and nobody gets two records', async () => {
    const about = await lookedAfter('Nora Quayle');
    const own = await visitor.post(about.at, { record: about.personId, saidYes: 'yes' });
    assert.equal(own.statusCode, 409);
    await visitor.post(about.at, { record: 'new', saidYes: 'yes' });
    const again = await visitor.post(about.at, { record: 'new', saidYes: 'yes' });
    assert.equal(again.statusCode, 409);
    assert.match(again.body, /a record of their own/);
  });

  it('N5 two colleagues at once make one record between them', async () => {
    const about = await lookedAfter('Gwen Ashby');
    const both = await Promise.all(
      [1, 2].map(() => visitor.post(about.at, { record: 'new', saidYes: 'yes' })),
    );
    assert.deepEqual(both.map(({ statusCode }) => statusCode).toSorted(), [303, 409]);
  });

  it('W2 two records joined by mistake come apart, and nobody stays alongside by the mistake', async () => {
    const stranger = await council.as(marsh, (db) => makePerson(db, { fullName: 'Ruth Averill' }));
    const about = await lookedAfter('Ruth Averill');
    await visitor.post(about.at, { record: stranger, saidYes: 'yes' });
    assert.equal((await visitor.get(`/people/${stranger}`)).statusCode, 200);
    const apart = await visitor.post(about.at.replace(/record$/, 'apart'), {});
    assert.equal(apart.statusCode, 303, apart.body);
    assert.equal((await around(about.personId))[0]?.carerPersonId, null);
    assert.equal((await visitor.get(`/people/${stranger}`)).statusCode, 403);
    assert.equal((await visitor.post(about.at.replace(/record$/, 'apart'), {})).statusCode, 409);
  });

  it('N5 not once they have said what they are willing and able to do', async () => {
    const about = await lookedAfter('Dilys Crane');
    await visitor.post(about.at, { record: 'new', saidYes: 'yes' });
    const [one] = await around(about.personId);
    await visitor.post(`/people/${one?.carerPersonId}/willing-and-able`, {
      forPerson: about.personId,
      ...{ thing: 'Shopping', willing: 'yes', words: 'Of course.' },
      saidOn: '21 November 2026',
    });
    const apart = await visitor.post(about.at.replace(/record$/, 'apart'), {});
    assert.equal(apart.statusCode, 409);
    assert.equal((await around(about.personId))[0]?.carerPersonId, one?.carerPersonId);
  });

  it('W5 not for another team, and not through another person’s record', async () => {
    const about = await lookedAfter('Hetty Lowe');
    const other = await house.signIn(council, marsh);
    assert.equal((await other.get(about.at)).statusCode, 403);
    assert.equal((await other.post(about.at, { record: 'new', saidYes: 'yes' })).statusCode, 403);
    const elsewhere = await lookedAfter('Kit Lowe');
    const crossed = about.at.replace(about.personId, elsewhere.personId);
    assert.equal((await visitor.get(crossed)).statusCode, 404);
    assert.equal((await visitor.post(crossed, { record: 'new', saidYes: 'yes' })).statusCode, 404);
  });
});

describe('W5 a carer whose record is restricted to another team', () => {
  it('W5 nothing about the one they look out for says that there is such a record, and nothing takes its place', async () => {
    const about = await lookedAfter('Iris Marchant');
    await visitor.post(about.at, { record: 'new', fullName: 'Iris Marchant', saidYes: 'yes' });
    const carerId = String((await around(about.personId))[0]?.carerPersonId);
    const restricted = { restricted_to_team: council.teams.marsh };
    await council.as(marsh, (db) =>
      db.updateTable('person').set(restricted).where('id', '=', carerId).execute(),
    );
    for (const page of [`/people/${about.personId}`, `/people/${about.personId}/around`, about.at]) {
      const { body } = await visitor.get(page);
      assert.match(body, /Iris Marchant/);
      assert.ok(!body.includes(carerId), page);
      assert.doesNotMatch(body, /has a record of their own/, page);
    }
    const json = await visitor.json(`/people/${about.personId}`);
    assert.ok(!JSON.stringify(json.body).includes(carerId));
    const again = await visitor.post(about.at, { record: 'new', fullName: 'Iris Marchant', saidYes: 'yes' });
    assert.notEqual(again.statusCode, 303);
    const apart = await visitor.post(about.at.replace(/record$/, 'apart'), {});
    assert.notEqual(apart.statusCode, 303);
    const { rows } = await council.as(rowan, (db) =>
      sql`select from person_around where carer_person_id = ${carerId}`.execute(db),
    );
    assert.equal(rows.length, 1);
  });
});
