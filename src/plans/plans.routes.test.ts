import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testCouncil } from '../../test/council.ts';
import { testDatabase } from '../../test/database.ts';
import { testHouse } from '../../test/house.ts';
import { findConversation, openConversation } from '../conversations/conversations.store.ts';
import { saveToldBeforehand } from '../conversations/gate/told-beforehand.store.ts';

import { makePerson } from '../people/people.store.ts';
import { readTimeline } from '../people/timeline/timeline.fixture.ts';
import { saveDetermination } from './determinations/determinations.store.ts';
import { findPlan, plansOf } from './plans.store.ts';
import { supportOf } from './support.store.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const { rowan, priya, marsh } = council.accounts;
const house = await testHouse(database);
const visitor = await house.signIn(council, rowan);

interface Begun {
  personId: string;
  conversationId: string;
  planId: string;
}

/** Somebody with conversation 3 open, told beforehand, with a decision that the law requires us to help. */
async function begun(isDecided = true): Promise<Begun> {
  const about = await council.as(rowan, async (db) => {
    const personId = await makePerson(db, { fullName: 'Wilfred Acheson', knownAs: 'Wilf' });
    const conversationId = await openConversation(db, { personId, kind: 3 });
    await saveToldBeforehand(db, await findConversation(db, conversationId), {
      toldOn: '2026-11-10',
      format: 'in large print',
    });
    if (isDecided) await saveDetermination(db, { ...decision, personId, conversationId });
    return { personId, conversationId };
  });
  const made = await visitor.json(`/conversations/${about.conversationId}/plans`, {});
  return { ...about, planId: String(made.body.planId) };
}

const decision = {
  kind: 'adult' as const,
  causeIsMet: true,
  causeWords: 'His hip and his heart.',
  outcomes: [],
  healthAtRisk: false,
  impactIsMet: true,
  impactWords: 'He does not sleep.',
  isEligible: true,
  personsWish: 'My own door.',
  practitionersView: 'Nights are the thing.',
  viewById: rowan.accountId,
  reasons: 'Two outcomes and his sleep.',
  decidedOn: '2026-11-20',
  writtenAdvice: null,
};
const need = {
  need: 'Somebody near at night',
  metBy: 'paid',
  who: 'Night calls',
  how: 'At two.',
  isEligible: 'yes',
};
const words = {
  goodLife: 'My own door, and the boats.',
  whatIDo: 'I make my breakfast.',
  wishes: 'A garden one day.',
  ifThingsGoWrong: 'Ring the Harbour team.',
  advice: 'The pendant is free for six weeks.',
  directPayment: 'offered-and-declined',
};
const agreement = {
  agreement: 'partly',
  agreementWords: 'Not the pendant.',
  notAgreed: 'something-else',
  startsOn: '1 December 2026',
};

const planOf = (id: string) => council.as(rowan, (db) => findPlan(db, id));

/** Writes everything a plan needs. */
async function written(about: Begun): Promise<void> {
  await visitor.post(`/plans/${about.planId}/needs`, need);
  const { needs, wordsVersion } = await planOf(about.planId);
  await visitor.post(`/plans/${about.planId}/words`, { ...words, version: String(wordsVersion) });
  await visitor.post(`/people/${about.personId}/money`, {
    how: 'light-touch',
    doneOn: '21 November 2026',
    fromOn: '1 December 2026',
    words: 'Pension and savings.',
    weekly: '25',
  });
  await visitor.post(`/plans/${about.planId}/budget-parts`, {
    needId: needs[0]?.id ?? '',
    what: 'Night calls',
    howOften: 'weekly',
    council: '160.50',
    person: '£25',
  });
}
const agree = async (about: Begun, changes: Record<string, string> = {}) =>
  visitor.post(`/plans/${about.planId}/agreement`, {
    ...agreement,
    version: String((await planOf(about.planId)).version),
    ...changes,
  });

describe('C3-5 a plan from its first need to the day it stands', () => {
  it('C3-5 stands once everything is in place, and support, catch-up and story follow', async () => {
    const about = await begun();
    await written(about);
    const stands = await agree(about);
    assert.equal(stands.statusCode, 303, stands.body);
    assert.equal(stands.headers.location, `/plans/${about.planId}`);
    const page = await visitor.get(`/people/${about.personId}/plan`);
    assert.match(page.body, /Wilf agrees in part/);
    assert.match(page.body, /between 12 January 2027 and 26 January 2027/);
    assert.match(page.body, /£185\.50 a week: the council pays £160\.50 and Wilf pays £25\./);
    const support = await council.as(rowan, (db) => supportOf(db, about.personId));
    assert.partialDeepStrictEqual(support, [
      { kind: 'ongoing', what: 'Night calls', startedOn: '2026-12-01', weeklyPence: 16_050 },
    ]);
    const [told] = await council.as(rowan, (db) => readTimeline(db, about.personId, 1));
    assert.partialDeepStrictEqual(told, {
      kind: 'plan-stands',
      voices: [{ voice: 'said', words: 'Not the pendant.' }],
    });
  });

  it('C3-5 is refused with everything that is wanting, and keeps what was typed', async () => {
    const about = await begun(false);
    const refused = await agree(about);
    assert.equal(refused.statusCode, 409);
    assert.match(refused.body, /No decision has been given/);
    assert.match(refused.body, /No need is set down/);
    assert.match(refused.body, /Not the pendant\./);
    assert.equal((await planOf(about.planId)).state, 'being-written');
  });

  it('C3-5 money waits until a need is set down', async () => {
    const about = await begun();
    const refused = await visitor.post(`/plans/${about.planId}/budget-parts`, {
      needId: about.planId,
      what: 'Calls',
      howOften: 'weekly',
      council: '5',
    });
    assert.equal(refused.statusCode, 409);
    assert.match(refused.body, /money comes after needs/);
    const page = await visitor.get(`/plans/${about.planId}/writing`);
    assert.doesNotMatch(page.body, /Add a part to the budget/);
    assert.doesNotMatch((await visitor.get(`/plans/${about.planId}/words`)).body, /direct payment\?/);
  });

  it('C2-3 does not stand while conversation 2 is open', async () => {
    const about = await begun();
    await written(about);
    await council.as(rowan, (db) =>
      openConversation(db, {
        personId: about.personId,
        kind: 2,
        namedAccountId: rowan.accountId,
        coverAccountId: priya.accountId,
      }),
    );
    const refused = await agree(about);
    assert.equal(refused.statusCode, 409);
    assert.match(refused.body, /Conversation 2 is open/);
  });

  it('nobody agrees to a plan that changed after they read it', async () => {
    const about = await begun();
    await written(about);
    const { version } = await planOf(about.planId);
    await visitor.post(`/plans/${about.planId}/needs`, {
      ...need,
      need: 'A cooked lunch',
      metBy: 'not-met',
      isEligible: '',
    });
    const late = await agree(about, { version: String(version) });
    assert.equal(late.statusCode, 409);
    assert.match(late.body, /A cooked lunch/);
    assert.match(late.body, /Not the pendant\./);
    assert.equal((await planOf(about.planId)).state, 'being-written');
  });

  it('two people saving words: the second is shown both texts', async () => {
    const about = await begun();
    const first = await visitor.post(`/plans/${about.planId}/words`, { ...words, version: '1' });
    assert.equal(first.statusCode, 303);
    const second = await visitor.post(`/plans/${about.planId}/words`, {
      ...words,
      goodLife: 'The hens.',
      version: '1',
    });
    assert.equal(second.statusCode, 409);
    assert.match(second.body, /My own door, and the boats\./);
    assert.match(second.body, /The hens\./);
  });

  it('a need comes back with what was typed, is changed, moved and removed by buttons', async () => {
    const about = await begun();
    const back = await visitor.post(`/plans/${about.planId}/needs`, { ...need, metBy: '', need: 'Quiet' });
    assert.equal(back.statusCode, 422);
    assert.match(back.body, /Choose who meets it/);
    assert.match(back.body, />Quiet</);
    await visitor.post(`/plans/${about.planId}/needs`, need);
    await visitor.post(`/plans/${about.planId}/needs`, { ...need, need: 'A cooked lunch' });
    const [first, second] = (await planOf(about.planId)).needs;
    const at = `/plans/${about.planId}/needs/${second?.id}`;
    assert.match((await visitor.get(at)).body, /A cooked lunch/);
    await visitor.post(`${at}/move`, { to: 'up' });
    await visitor.post(at, { ...need, need: 'A hot lunch', version: '1' });
    assert.deepEqual(
      (await planOf(about.planId)).needs.map((one) => one.need),
      ['A hot lunch', 'Somebody near at night'],
    );
    await visitor.post(`/plans/${about.planId}/needs/${first?.id}/removal`, {});
    assert.deepEqual(
      (await planOf(about.planId)).needs.map((one) => one.need),
      ['A hot lunch'],
    );
  });

  it('a plan that stands is not written in', async () => {
    const about = await begun();
    await written(about);
    await agree(about);
    assert.equal((await visitor.post(`/plans/${about.planId}/needs`, need)).statusCode, 409);
    assert.equal((await agree(about)).statusCode, 409);
    assert.doesNotMatch((await visitor.get(`/plans/${about.planId}/writing`)).body, /Set down a need/);
  });

  it('P1 less than the plan that stands is refused until there is a newer decision, and the earlier plan is kept', async () => {
    const about = await begun();
    await written(about);
    await agree(about);
    const made = await visitor.json(`/conversations/${about.conversationId}/plans`, {});
    const later = { ...about, planId: String(made.body.planId) };
    const { parts, needs } = await planOf(later.planId);
    await visitor.post(`/plans/${later.planId}/budget-parts/${parts[0]?.id}/removal`, {});
    await visitor.post(`/plans/${later.planId}/needs/${needs[0]?.id}`, {
      ...need,
      metBy: 'self',
      who: 'Wilf',
      version: '1',
    });
    await visitor.post(`/plans/${later.planId}/words`, { ...words, version: '1' });
    const refused = await agree(later, { startsOn: '1 February 2027', agreement: 'agree', notAgreed: '' });
    assert.equal(refused.statusCode, 409);
    assert.match(refused.body, /council would pay less each week, with no decision newer/);
    const states = (await council.as(rowan, (db) => plansOf(db, about.personId))).map(({ state }) => state);
    assert.deepEqual(states, ['being-written', 'standing']);
  });

  it('W5 is not open to a team that is not alongside', async () => {
    const about = await begun();
    const stranger = await house.signIn(council, marsh);
    for (const url of ['', '/writing', '/words', '/agreement'])
      assert.equal((await stranger.get(`/plans/${about.planId}${url}`)).statusCode, 403, url);
    for (const [url, fields] of [
      ['/needs', need],
      ['/words', { ...words, version: '1' }],
      ['/agreement', { ...agreement, version: '1' }],
    ] as const)
      assert.equal((await stranger.post(`/plans/${about.planId}${url}`, fields)).statusCode, 403, url);
    assert.equal((await stranger.get(`/people/${about.personId}/plan`)).statusCode, 403);
  });
});
