import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';
import { comeAlongside } from '../../people/opening.store.ts';
import { makePerson } from '../../people/people.store.ts';
import { promisesTo } from '../../people/promises/promises.store.ts';
import { readTimeline } from '../../people/timeline/timeline.fixture.ts';
import { conferencesOf, findConference, namesAlongside } from './conferences.store.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const elsewhere = await testCouncil(database, 'fenholt-test');
const { rowan, marsh } = council.accounts;
const house = await testHouse(database);
const visitor = await house.signIn(council, rowan);
const other = await house.signIn(council, marsh);
const stranger = await house.signIn(elsewhere, elsewhere.accounts.rowan);

const wilf = () =>
  council.as(rowan, async (db) => {
    const personId = await makePerson(db, { fullName: 'Wilfred Acheson', knownAs: 'Wilf' });
    await comeAlongside(db, personId, { teamId: council.teams.harbour }, 'contact');
    return personId;
  });

async function offered(fields: Record<string, string> = { answer: 'yes' }) {
  const personId = await wilf();
  const made = await visitor.json(`/people/${personId}/family-conference`, {
    offeredOn: '1 October 2026',
    ...fields,
  });
  return { personId, id: String(made.body.conferenceId) };
}

const held = {
  heldOn: '20 November 2026',
  personWasThere: 'yes',
  whoCame: 'Carol, Tom and Mrs Tranter from next door.',
  hadPrivateTime: 'yes',
  familyPlan: 'Carol has Sundays. Tom mends the ramp.',
  weWill: 'Pay for the wood\nRing Carol on the first Monday',
  weWillBy: '1 December 2026',
  lookAgainOn: '21 February 2027',
};

describe('a plan the family makes', () => {
  it('is offered, arranged, held and looked at again, and what we will do becomes promises', async () => {
    const { personId, id } = await offered({ answer: 'yes', answerWords: 'About time.' });
    const path = `/family-conferences/${id}`;
    await visitor.post(`${path}/arrangements`, {
      coordinator: 'Dee Marlow',
      coordinatorIsIndependent: 'yes',
      plannedOn: '20 November 2026',
      version: '1',
    });
    assert.match(
      (await visitor.get(`/people/${personId}/family-conference`)).body,
      /It is on 20 November 2026/,
    );
    const kept = await visitor.post(`${path}/held`, { ...held, version: '2' });
    assert.equal(kept.statusCode, 303, kept.body);
    const page = await visitor.get(path);
    assert.match(page.body, /Carol has Sundays\. Tom mends the ramp\./);
    assert.match(page.body, /Wilf was there/);
    assert.doesNotMatch(page.body, /went without/);
    const promises = await council.as(rowan, (db) => promisesTo(db, personId));
    assert.deepEqual(
      promises.map(({ what, dueOn, accountId }) => ({ what, dueOn, accountId })),
      [
        { what: 'Pay for the wood', dueOn: '2026-12-01', accountId: rowan.accountId },
        { what: 'Ring Carol on the first Monday', dueOn: '2026-12-01', accountId: rowan.accountId },
      ],
    );
    const [told] = await council.as(rowan, (db) => readTimeline(db, personId, 1));
    assert.partialDeepStrictEqual(told, {
      title: 'The family made its plan',
      voices: [{ voice: 'said', who: 'The family', words: held.familyPlan }],
    });
    await visitor.post(`${path}/looked-again`, {
      lookedAgainOn: '21 November 2026',
      howItIs: 'The ramp is done.',
      nextLookOn: '1 March 2027',
    });
    const once = await council.as(rowan, (db) => findConference(db, id));
    assert.partialDeepStrictEqual(once, { lookAgainOn: '2027-03-01', lookedAgainOn: null });
    await visitor.post(`${path}/looked-again`, { lookedAgainOn: '21 November 2026', howItIs: 'All well.' });
    const twice = await council.as(rowan, (db) => findConference(db, id));
    assert.equal(twice.lookedAgainOn, '2026-11-21');
  });

  it('shows what the day went without, a coordinator of their own team among it', async () => {
    const { personId, id } = await offered();
    const path = `/family-conferences/${id}`;
    const names = await council.as(rowan, (db) => namesAlongside(db, personId));
    assert.ok(names.includes('Rowan') && names.includes('Priya') && !names.includes('Marlow'), names.join());
    await visitor.post(`${path}/arrangements`, {
      coordinator: 'Priya',
      coordinatorIsIndependent: 'yes',
      version: '1',
    });
    const kept = await visitor.post(`${path}/held`, {
      ...held,
      hadPrivateTime: 'no',
      lookAgainOn: '',
      version: '2',
    });
    assert.equal(kept.statusCode, 303, kept.body);
    const page = await visitor.get(path);
    assert.match(page.body, /Priya is alongside them already/);
    assert.match(page.body, /no time by themselves/);
    assert.match(page.body, /no day to look at it again/);
  });

  it('a no is a good answer, holds nothing, and may become a yes', async () => {
    const { id } = await offered({ answer: 'no' });
    const path = `/family-conferences/${id}`;
    assert.match((await visitor.get(path)).body, /would rather not, and that is a good answer/);
    const early = await visitor.post(`${path}/held`, { ...held, version: '1' });
    assert.equal(early.statusCode, 409);
    assert.match(early.body, /Nobody has said yes to it/);
    await visitor.post(`${path}/answer`, { answer: 'yes', answerWords: 'Go on then.' });
    assert.match((await visitor.get(path)).body, /Go on then\./);
  });

  it('a form that is short of something comes back as typed, and two writers are shown both texts', async () => {
    const { personId, id } = await offered();
    const path = `/family-conferences/${id}`;
    const short = await visitor.post(`${path}/held`, { ...held, personWasThere: '', version: '1' });
    assert.equal(short.statusCode, 422);
    assert.match(short.body, /Choose whether they were there/);
    assert.match(short.body, /Mrs Tranter from next door/);
    const nobody = await visitor.post(`${path}/held`, { ...held, whoCame: '', version: '1' });
    assert.equal(nobody.statusCode, 409);
    assert.match(nobody.body, /Tom mends the ramp/);
    await visitor.post(`${path}/arrangements`, { coordinator: 'Dee Marlow', version: '1' });
    const second = await visitor.post(`${path}/arrangements`, { coordinator: 'Ife Bello', version: '1' });
    assert.equal(second.statusCode, 409);
    assert.match(second.body, /Dee Marlow/);
    assert.match(second.body, /Ife Bello/);
    assert.equal((await council.as(rowan, (db) => conferencesOf(db, personId))).length, 1);
    await visitor.post(`${path}/held`, { ...held, version: '2' });
    const again = await visitor.post(`${path}/held`, {
      ...held,
      familyPlan: 'Tom has Tuesdays.',
      version: '3',
    });
    assert.equal(again.statusCode, 409);
    assert.match(again.body, /It has been held/);
    assert.match(again.body, /Tom has Tuesdays\./);
  });

  it('W5 is open to those alongside, asks others why, and is nothing to another council', async () => {
    const { personId, id } = await offered();
    assert.equal((await other.get(`/family-conferences/${id}`)).statusCode, 403);
    assert.equal((await other.get(`/people/${personId}/family-conference`)).statusCode, 403);
    assert.equal((await stranger.get(`/family-conferences/${id}`)).statusCode, 404);
  });
});
