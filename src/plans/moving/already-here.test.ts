import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';
import { standing } from '../changing/changing.fixture.ts';
import { plansOf } from '../plans.store.ts';
import { supportOf } from '../support.store.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const { rowan } = council.accounts;
const house = await testHouse(database);
const visitor = await house.signIn(council, rowan);

/** A move here, told and due today, of somebody of whom one small need is said to have been met there. */
async function movesHere(personId: string): Promise<string> {
  const told = { otherCouncil: 'Fenholt', toldOn: '2026-11-21', toldBy: 'Carol', movesOn: '2026-11-21' };
  const made = await visitor.json(`/people/${personId}/moves`, { direction: 'here', ...told });
  const moveId = String(made.body.moveId);
  await visitor.json(`/moves/${moveId}/needs`, { need: 'Shopping', metThere: 'Once a week', weekly: '10' });
  return moveId;
}

describe('P1 and P4 somebody whose plan stands here', () => {
  it('P1 a move here puts nothing smaller in the place of a plan that stands and runs', async () => {
    const { personId, planId } = await standing(council, rowan);
    const moveId = await movesHere(personId);
    const answer = await visitor.json(`/moves/${moveId}/same-needs`, {});
    assert.equal(answer.status, 409, JSON.stringify(answer.body));
    const plans = await council.as(rowan, (db) => plansOf(db, personId));
    assert.deepEqual(
      plans.filter(({ state }) => state === 'standing').map(({ id }) => id),
      [planId],
    );
    const support = await council.as(rowan, (db) => supportOf(db, personId));
    assert.ok(support.some(({ endedOn }) => endedOn === null));
  });

  it('P4 nor is anything still asked of that move: the plan that stands meets their needs', async () => {
    const { personId } = await standing(council, rowan);
    const moveId = await movesHere(personId);
    const { body } = await visitor.json('/calendar?team=mine');
    assert.doesNotMatch(JSON.stringify(body), new RegExp(moveId));
  });

  it('C3-2 a move that did not happen opens no conversation 3 at once', async () => {
    const { personId } = await standing(council, rowan);
    const moveId = await movesHere(personId);
    assert.equal((await visitor.json(`/moves/${moveId}/did-not-happen`, {})).status, 200);
    await council.as(rowan, (db) =>
      db.updateTable('conversation').set({ resting_on: '2026-11-21' }).execute(),
    );
    const answer = await visitor.json(`/moves/${moveId}/conversation-3`, {});
    assert.equal(answer.status, 409, JSON.stringify(answer.body));
  });

  it('P4 somebody who had moved away and comes back is met at once, whatever plan was left standing', async () => {
    const { personId } = await standing(council, rowan);
    const away = { otherCouncil: 'Fenholt', toldOn: '2026-11-20', toldBy: 'Carol', movesOn: '2026-11-20' };
    const made = await visitor.json(`/people/${personId}/moves`, { direction: 'away', ...away });
    const taken = { takenOverOn: '2026-11-20', takenOverWords: 'Carol, on the phone' };
    assert.equal((await visitor.json(`/moves/${made.body.moveId}/taken-over`, taken)).status, 200);
    const moveId = await movesHere(personId);
    const answer = await visitor.json(`/moves/${moveId}/same-needs`, {});
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
  });
});
