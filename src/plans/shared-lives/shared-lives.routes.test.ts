import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';
import { comeAlongside } from '../../people/opening.store.ts';
import { makePerson } from '../../people/people.store.ts';
import { readTimeline } from '../../people/timeline/timeline.fixture.ts';
import { isRefusal } from '../../platform/refusal.ts';
import { findHousehold, makeHousehold } from './households/households.store.ts';
import { beginMatching, findMatching, holdMatching, saveAnswer } from './matchings.store.ts';
import { moveIn } from './moving-in.store.ts';
import { leaveOutVisit } from './visits/visits.store.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const elsewhere = await testCouncil(database, 'fenholt-test');
const { rowan, priya, marsh } = council.accounts;
const house = await testHouse(database);
const visitor = await house.signIn(council, rowan);
const other = await house.signIn(council, marsh);
const stranger = await house.signIn(elsewhere, elsewhere.accounts.rowan);

const home = {
  name: 'The Okafors',
  whoLivesHere: 'Ada, Ben and a dog called Tug.',
  whatHomeIsLike: 'Loud at breakfast, quiet after ten.',
  place: 'Quayside',
  capacity: 1,
  approvedOn: '2026-01-01',
  approvalUntilOn: '2027-01-01',
  notNowUntilOn: null,
  isActive: true,
};
const household = (more: Partial<typeof home> = {}) =>
  council.as(rowan, (db) => makeHousehold(db, { ...home, ...more }));
const person = (fullName = 'Wilfred Acheson', knownAs = 'Wilf') =>
  council.as(rowan, async (db) => {
    const personId = await makePerson(db, { fullName, knownAs });
    await comeAlongside(db, personId, { teamId: council.teams.harbour }, 'contact');
    return personId;
  });

/** Somebody with everything in place to move in. */
async function ready(householdId: string): Promise<{ personId: string; id: string }> {
  const personId = await person();
  return council.as(rowan, async (db) => {
    const id = await beginMatching(db, {
      ...{ personId, householdId, householdName: home.name, beganOn: '2026-09-01' },
      ...{ whyEachOther: 'Boats.', whatPersonSaid: '' },
    });
    const matching = await findMatching(db, id);
    for (const kind of ['tea', 'overnight', 'weekend'] as const)
      await leaveOutVisit(db, matching, { kind, words: 'Neighbours for years.', on: '2026-11-01' });
    for (const side of ['person', 'household', 'scheme'] as const)
      await saveAnswer(db, matching, { side, answer: 'yes', on: '2026-11-20' });
    return { personId, id };
  });
}

describe('P5 a life shared, from the first tea', () => {
  it('P5 what home would be, a household, visits in both sides’ words, three yeses, moving in, and how it is', async () => {
    const personId = await person();
    const householdId = await household();
    await visitor.post(`/people/${personId}/hoped-home`, {
      whatHomeWouldBe: 'Somebody to laugh with at breakfast.',
      version: '0',
    });
    const begun = await visitor.json(`/people/${personId}/matchings`, {
      householdId,
      whyEachOther: 'They both love boats.',
      whatPersonSaid: 'I know Ben from the quay.',
    });
    const path = `/matchings/${begun.body.matchingId}`;
    assert.match((await visitor.get(path)).body, /no “tea together” has been/i);
    for (const kind of ['tea', 'overnight']) {
      const planned = await visitor.json(`${path}/visits`, { kind, plannedOn: '10 November 2026' });
      await visitor.post(`${path}/visits/${planned.body.visitId}`, {
        happenedOn: '10 November 2026',
        personsWords: `Good ${kind}.`,
        householdsWords: 'He sang.',
        version: '1',
      });
    }
    await visitor.post(`${path}/left-out`, { leftOutKind: 'weekend', leftOutWords: 'Both said they know.' });
    const early = await visitor.post(`${path}/moved-in`, { movedInOn: '21 November 2026' });
    assert.equal(early.statusCode, 409);
    assert.match(early.body, /the scheme has not said yes/);
    for (const side of ['person', 'household', 'scheme'])
      await visitor.post(`${path}/answers`, { side, answer: 'yes', answeredOn: '20 November 2026' });
    assert.match((await visitor.get(path)).body, /They have moved in/);
    const moved = await visitor.post(`${path}/moved-in`, { movedInOn: '21 November 2026' });
    assert.equal(moved.statusCode, 303, moved.body);
    const living = await visitor.get(path);
    assert.match(living.body, /lived together since 21 November 2026/);
    assert.match(living.body, /See how it is for both/);
    assert.match(living.body, /Good tea\./);
    const after = await visitor.json(`${path}/visits`, {
      kind: 'after-moving-in',
      plannedOn: '30 November 2026',
    });
    assert.equal(after.status, 200);
    const listed = await visitor.get('/households');
    assert.match(listed.body, /The Okafors<\/a>, Quayside\. No room just now/);
    const story = await council.as(rowan, (db) => readTimeline(db, personId, 30));
    assert.equal(story.filter(({ kind }) => kind === 'shared-lives').length >= 9, true);
  });

  it('P5 a no ends it kindly: nothing asks why, and no page or story says whose it was', async () => {
    for (const side of ['person', 'household', 'scheme']) {
      const { personId, id } = await ready(await household());
      const said = await visitor.post(`/matchings/${id}/answers`, {
        side,
        answer: 'no',
        answeredOn: '21 November 2026',
      });
      assert.equal(said.statusCode, 303);
      const pages = [
        await visitor.get(`/matchings/${id}`),
        await visitor.get(`/people/${personId}/shared-lives`),
      ];
      for (const { body } of pages) {
        assert.match(body, /not going on/);
        assert.doesNotMatch(body, /said no|refused|rejected|declined/i);
      }
      const [told] = await council.as(rowan, (db) => readTimeline(db, personId, 1));
      assert.equal(told?.title, 'Getting to know The Okafors is not going on');
      assert.deepEqual(told?.voices, []);
      const again = await visitor.post(`/matchings/${id}/answers`, {
        side,
        answer: 'yes',
        answeredOn: '21 November 2026',
      });
      assert.equal(again.statusCode, 409);
    }
  });

  it('P5 moving out ends it, and makes room again', async () => {
    const householdId = await household();
    const { id } = await ready(householdId);
    await visitor.post(`/matchings/${id}/moved-in`, { movedInOn: '20 November 2026' });
    const ended = await visitor.post(`/matchings/${id}/ended`, {
      endedOn: '21 November 2026',
      endedWords: 'A place of his own on the quay.',
    });
    assert.equal(ended.statusCode, 303);
    const { livingThere } = await council.as(rowan, (db) => findHousehold(db, householdId));
    assert.equal(livingThere, 0);
    assert.match((await visitor.get(`/matchings/${id}`)).body, /A place of his own on the quay/);
  });
});

describe('P5 room is never given twice', () => {
  it('P5 of two who move in at the same moment, one is told there is no room', async () => {
    const householdId = await household();
    const both = [await ready(householdId), await ready(householdId)];
    const accounts = [rowan, priya];
    let arrived = 0;
    let open = (): void => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const answers = await Promise.all(
      both.map(({ id }, index) =>
        council.as(accounts[index] ?? rowan, async (db) => {
          const matching = await holdMatching(db, id);
          arrived += 1;
          if (arrived === both.length) open();
          await gate;
          return moveIn(db, matching, '2026-11-21');
        }),
      ),
    );
    assert.equal(answers.filter((one) => one === null).length, 1);
    const [refused] = answers.filter(isRefusal);
    assert.equal(refused?.refused, 'P5');
    assert.match(refused?.because ?? '', /there is no room/);
    const { livingThere } = await council.as(rowan, (db) => findHousehold(db, householdId));
    assert.equal(livingThere, 1);
  });

  it('P5 nobody lives in two homes at once', async () => {
    const one = await household();
    const { personId, id } = await ready(one);
    await visitor.post(`/matchings/${id}/moved-in`, { movedInOn: '20 November 2026' });
    const two = await household({ name: 'The Marlows' });
    const second = await council.as(rowan, async (db) => {
      const made = await beginMatching(db, {
        ...{ personId, householdId: two, householdName: 'The Marlows', beganOn: '2026-11-01' },
        ...{ whyEachOther: 'Music.', whatPersonSaid: '' },
      });
      const matching = await findMatching(db, made);
      for (const kind of ['tea', 'overnight', 'weekend'] as const)
        await leaveOutVisit(db, matching, { kind, words: 'Friends.', on: '2026-11-01' });
      for (const side of ['person', 'household', 'scheme'] as const)
        await saveAnswer(db, matching, { side, answer: 'yes', on: '2026-11-20' });
      return made;
    });
    const refused = await visitor.post(`/matchings/${second}/moved-in`, { movedInOn: '21 November 2026' });
    assert.equal(refused.statusCode, 409);
    assert.match(refused.body, /They live with another household/);
  });

  it('P5 a home that is getting to know somebody already is not begun twice, nor one that says not just now', async () => {
    const householdId = await household();
    const { personId } = await ready(householdId);
    const early = await visitor.post(`/people/${personId}/matchings`, {
      householdId,
      whyEachOther: 'Songs.',
    });
    assert.equal(early.statusCode, 409);
    assert.match(early.body, /Nobody has written what home would be/);
    assert.match(early.body, /Songs\./);
    await visitor.post(`/people/${personId}/hoped-home`, { whatHomeWouldBe: 'Quiet.', version: '0' });
    const twice = await visitor.post(`/people/${personId}/matchings`, {
      householdId,
      whyEachOther: 'Again.',
    });
    assert.equal(twice.statusCode, 409);
    const resting = await council.as(rowan, (db) =>
      makeHousehold(db, { ...home, notNowUntilOn: '2026-12-24' }),
    );
    const notNow = await visitor.post(`/people/${personId}/matchings`, {
      householdId: resting,
      whyEachOther: 'Boats.',
    });
    assert.equal(notNow.statusCode, 409);
    assert.match(notNow.body, /not just now/);
    assert.match(notNow.body, /Boats\./);
  });
});

describe('P5 homes that share', () => {
  const fields = {
    name: 'The Tranters',
    whoLivesHere: 'Jo and Sal.',
    whatHomeIsLike: 'A garden and three cats.',
    place: 'Saltbeck, north side',
    capacity: '2',
    approvedOn: '1 January 2026',
    approvalUntilOn: '1 January 2027',
  };

  it('P5 is written down and changed, with the area only', async () => {
    const address = await visitor.post('/households', { ...fields, place: '12 Quay Street ZZ1 1ZZ' });
    assert.equal(address.statusCode, 422);
    assert.match(address.body, /Write the area only/);
    const made = await visitor.json('/households', fields);
    const path = `/households/${made.body.householdId}`;
    assert.match((await visitor.get(path)).body, /three cats/);
    const first = await visitor.post(path, { ...fields, whatHomeIsLike: 'Four cats.', version: '1' });
    assert.equal(first.statusCode, 303);
    const second = await visitor.post(path, { ...fields, whatHomeIsLike: 'Five cats.', version: '1' });
    assert.equal(second.statusCode, 409);
    assert.match(second.body, /Four cats\./);
    assert.match(second.body, /Five cats\./);
  });

  it('P5 is never of another council, and names nobody who lives there through us', async () => {
    const householdId = await household();
    const { id } = await ready(householdId);
    await visitor.post(`/matchings/${id}/moved-in`, { movedInOn: '21 November 2026' });
    const page = await visitor.get(`/households/${householdId}`);
    assert.doesNotMatch(page.body, /Acheson|Wilf/);
    assert.equal((await stranger.get(`/households/${householdId}`)).statusCode, 404);
    assert.equal((await stranger.get(`/matchings/${id}`)).statusCode, 404);
    assert.equal((await other.get(`/matchings/${id}`)).statusCode, 403);
    assert.equal((await other.get(`/households/${householdId}`)).statusCode, 200);
  });

  it('P5 room is not made less than those who live there', async () => {
    const householdId = await household({ capacity: 2 });
    for (const { id } of [await ready(householdId), await ready(householdId)])
      await visitor.post(`/matchings/${id}/moved-in`, { movedInOn: '21 November 2026' });
    const less = await visitor.post(`/households/${householdId}`, { ...fields, capacity: '1', version: '1' });
    assert.equal(less.statusCode, 409);
    assert.match(less.body, /2 live there now/);
  });
});
