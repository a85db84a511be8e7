import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';
import { openConversation } from '../../conversations/conversations.store.ts';
import { makePerson } from '../../people/people.store.ts';
import { catchUpsOf } from '../catch-ups/catch-ups.store.ts';
import { somebodyWithPlan } from '../catch-ups/standing-plan.fixture.ts';
import { supportOf } from '../support.store.ts';
import { directPaymentsOf } from './direct-payments.store.ts';
import { financialAssessmentOf, financialAssessmentsOf } from './financial-assessments.store.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const { rowan, marsh } = council.accounts;
const house = await testHouse(database);
const visitor = await house.signIn(council, rowan);

const withPlan = () => council.as(rowan, (db) => somebodyWithPlan(db, '2026-09-20'));
const listening = () =>
  council.as(rowan, async (db) => {
    const personId = await makePerson(db, { fullName: 'Ida Marsh', knownAs: 'Ida' });
    await openConversation(db, { personId, kind: 1 });
    return personId;
  });
const full = {
  how: 'full',
  doneOn: '21 November 2026',
  fromOn: '1 December 2026',
  words: 'From the pension letter, less what you keep.',
  comesIn: 'State pension 221.20\nWork pension 40',
  leftOut: '',
  kept: 'What the regulations say 230',
  costs: 'Laundry 6.20',
};

describe('C3-5 what somebody pays', () => {
  it('C3-5, F5 is not asked before conversation 3: no form, and a refusal with its rule', async () => {
    const personId = await listening();
    const page = await visitor.get(`/people/${personId}/money`);
    assert.match(page.body, /money comes when you build a good life together/i);
    assert.doesNotMatch(page.body, /name="comesIn"/);
    const refused = await visitor.post(`/people/${personId}/money`, full);
    assert.equal(refused.statusCode, 409);
    assert.match(refused.body, /Rule C3-5/);
    assert.deepEqual(await council.as(rowan, (db) => financialAssessmentsOf(db, personId)), []);
  });

  it('C3-5 is worked out from the lines, and the working is there to add up again', async () => {
    const { personId } = await withPlan();
    const kept = await visitor.post(`/people/${personId}/money`, full);
    assert.equal(kept.statusCode, 303, kept.body);
    const page = await visitor.get(`/people/${personId}/money`);
    assert.match(page.body, /They pay £25 a week at most from 1 December 2026\./);
    assert.match(page.body, /State pension: £221\.20/);
    assert.match(page.body, /called a financial assessment \(Care Act 2014, section 17\)/);
    const on = (day: string) => council.as(rowan, (db) => financialAssessmentOf(db, personId, day));
    assert.equal(await on('2026-11-30'), null);
    assert.partialDeepStrictEqual(await on('2026-12-01'), { weeklyPence: 2_500, doneBy: 'Rowan' });
  });

  it('C3-5 a later one counts from its day, and the earlier one is kept', async () => {
    const { personId } = await withPlan();
    await visitor.post(`/people/${personId}/money`, { ...full, fromOn: '21 November 2026' });
    const later = {
      how: 'light-touch',
      weekly: '0',
      doneOn: '21/11/2026',
      fromOn: '1/1/2027',
      words: 'Nothing left.',
    };
    assert.equal((await visitor.post(`/people/${personId}/money`, later)).statusCode, 303);
    const on = (day: string) => council.as(rowan, (db) => financialAssessmentOf(db, personId, day));
    assert.equal((await on('2026-12-31'))?.weeklyPence, 2_500);
    assert.equal((await on('2027-01-01'))?.weeklyPence, 0);
    const page = await visitor.get(`/people/${personId}/money`);
    assert.match(
      page.body,
      /They pay £25 a week at most from 21 November 2026\..*They pay nothing from 1 January 2027\./s,
    );
  });

  it('C3-5 a working that cannot be read comes back with its line', async () => {
    const { personId } = await withPlan();
    const back = await visitor.post(`/people/${personId}/money`, { ...full, comesIn: 'State pension' });
    assert.equal(back.statusCode, 422);
    assert.match(back.body, /Write “State pension” with its amount a week/);
    assert.match(back.body, />Laundry 6\.20</);
  });

  it('C3-5 somebody who would rather not say pays the full cost, and may say later', async () => {
    const { personId } = await withPlan();
    const declined = {
      how: 'declined',
      doneOn: '21/11/2026',
      fromOn: '21/11/2026',
      words: 'It is nobody’s business.',
    };
    assert.equal((await visitor.post(`/people/${personId}/money`, declined)).statusCode, 303);
    assert.match(
      (await visitor.get(`/people/${personId}/money`)).body,
      /would rather not say, and pay the full cost/,
    );
    assert.equal((await visitor.post(`/people/${personId}/money`, full)).statusCode, 303);
  });
});

describe('C3-5, P2 direct payments', () => {
  const payment = {
    askedOrOffered: 'asked',
    purpose: 'Somebody of my own choosing for the boats.',
    weekly: '120',
    managedBy: 'authorised',
    managerName: 'Carol',
    conditions: 'We look at it together in May.',
    agreedOn: '21 November 2026',
  };
  const agreed = async (changes: Record<string, string> = {}) => {
    const about = await withPlan();
    const answer = await visitor.post(`/people/${about.personId}/direct-payments`, {
      ...payment,
      ...changes,
    });
    assert.equal(answer.statusCode, 303, answer.body);
    const [made] = await council.as(rowan, (db) => directPaymentsOf(db, about.personId));
    assert.ok(made);
    return { ...about, made, page: `/people/${about.personId}/direct-payments` };
  };

  it('C3-5 is agreed under a plan that stands, and nowhere else', async () => {
    const personId = await listening();
    const refused = await visitor.post(`/people/${personId}/direct-payments`, payment);
    assert.equal(refused.statusCode, 409);
    assert.match(refused.body, /No plan stands/);
    const { made, planId } = await agreed();
    assert.partialDeepStrictEqual(made, {
      planId,
      weeklyPence: 12_000,
      managedBy: 'authorised',
      managerName: 'Carol',
    });
  });

  it('N4 asks whether they could decide it, and stops nothing', async () => {
    const { page } = await agreed();
    assert.match((await visitor.get(page)).body, /Could they decide this for themselves\?/);
    const own = await agreed({ managedBy: 'self' });
    assert.doesNotMatch((await visitor.get(own.page)).body, /Could they decide/);
    assert.equal(own.made.managerName, null);
  });

  it('P2 its catch-ups are counted from the first payment, and one about it moves the day', async () => {
    const { personId, made, page } = await agreed({ agreedOn: '1 August 2026' });
    assert.doesNotMatch((await visitor.get(page)).body, /We ask how it is going by/);
    const paid = { firstPaidOn: '31 August 2026', version: '1' };
    assert.equal((await visitor.post(`/direct-payments/${made.id}/first-payment`, paid)).statusCode, 303);
    assert.match((await visitor.get(page)).body, /We ask how it is going by 28 February 2027/);
    const held = {
      heldOn: '21 November 2026',
      why: 'a-concern',
      personsView: 'Fine.',
      comesOfIt: 'nothing-changes',
    };
    await visitor.post(`/people/${personId}/catch-ups`, { ...held, directPaymentId: made.id });
    assert.match((await visitor.get(page)).body, /We ask how it is going by 21 November 2027/);
    const [one] = await council.as(rowan, (db) => catchUpsOf(db, personId));
    assert.equal(one?.directPaymentId, made.id);
  });

  it('P1 it ends with how the same needs are met, and no support ends with it', async () => {
    const { personId, made, page } = await agreed();
    const before = await council.as(rowan, (db) => supportOf(db, personId));
    const ending = {
      endedOn: '30 November 2026',
      endedBecause: 'Carol moves.',
      needsMetThen: 'Saltbeck Nights come.',
    };
    const at = `/direct-payments/${made.id}/end`;
    assert.equal((await visitor.post(at, { ...ending, needsMetThen: '', version: '1' })).statusCode, 422);
    assert.equal((await visitor.post(at, { ...ending, version: '1' })).statusCode, 303);
    assert.match((await visitor.get(page)).body, /How the same needs are met: Saltbeck Nights come\./);
    assert.deepEqual(await council.as(rowan, (db) => supportOf(db, personId)), before);
    assert.equal((await visitor.post(at, { ...ending, version: '2' })).statusCode, 409);
  });

  it('two people changing one: the second is shown both', async () => {
    const { made } = await agreed();
    const paid = { firstPaidOn: '21 November 2026', version: '1' };
    await visitor.post(`/direct-payments/${made.id}/first-payment`, paid);
    const ending = {
      endedOn: '22/11/2026',
      endedBecause: 'Carol moves.',
      needsMetThen: 'Nights.',
      version: '1',
    };
    const late = await visitor.post(`/direct-payments/${made.id}/end`, ending);
    assert.equal(late.statusCode, 409);
    assert.match(late.body, /Carol moves\./);
  });

  it('W5 is not open to a team that is not alongside', async () => {
    const { personId, made } = await agreed();
    const stranger = await house.signIn(council, marsh);
    for (const place of ['money', 'direct-payments'])
      assert.equal((await stranger.get(`/people/${personId}/${place}`)).statusCode, 403, place);
    assert.equal((await stranger.post(`/people/${personId}/money`, full)).statusCode, 403);
    const paid = { firstPaidOn: '21 November 2026', version: '1' };
    assert.equal((await stranger.post(`/direct-payments/${made.id}/first-payment`, paid)).statusCode, 403);
  });
});
