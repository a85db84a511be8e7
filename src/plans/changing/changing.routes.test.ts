import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';
import { readTimeline } from '../../people/timeline/timeline.fixture.ts';
import { disagreementsOf } from '../agreement/disagreeing.store.ts';
import { findPlan, plansOf } from '../plans.store.ts';
import { supportOf } from '../support.store.ts';
import { laterPlan, type Standing, standing } from './changing.fixture.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const { rowan, marsh } = council.accounts;
const house = await testHouse(database);
const visitor = await house.signIn(council, rowan);
const planOf = (id: string) => council.as(rowan, (db) => findPlan(db, id));

interface Smaller extends Standing {
  laterId: string;
}

/** A later plan of Wilf's in which his nights cost the council less. */
async function smaller(): Promise<Smaller> {
  const about = await standing(council, rowan);
  const laterId = await laterPlan(council, rowan, visitor, about);
  const { parts, needs } = await planOf(laterId);
  await visitor.post(`/plans/${laterId}/budget-parts/${parts[0]?.id}/removal`, {});
  await visitor.post(`/plans/${laterId}/budget-parts`, {
    needId: needs[0]?.id ?? '',
    what: 'Night calls',
    howOften: 'weekly',
    council: '90',
  });
  await visitor.post(`/plans/${laterId}/words`, {
    ...{ goodLife: 'My own door.', ifThingsGoWrong: 'The two o’clock call comes back the same day.' },
    ...{ advice: 'The pendant.', directPayment: 'offered-and-declined', version: '1' },
  });
  return { ...about, laterId };
}

const told = {
  because: ['life-changed', 'costs'],
  reasons: 'His hip has healed and he sleeps through.',
  involved: 'Wilf and Carol, at his table.',
  toldOn: '20 November 2026',
};

/** Everything P1 asks for, by the forms. */
async function owed({ planId, laterId }: Smaller): Promise<void> {
  const [was] = (await planOf(planId)).needs;
  const [now] = (await planOf(laterId)).needs;
  const said = await visitor.post(`/plans/${laterId}/beside/${was?.id}`, {
    answeredBy: now?.id ?? '',
    words: 'The pendant rings us, and one call at four.',
  });
  assert.equal(said.statusCode, 303, said.body);
  assert.equal((await visitor.post(`/plans/${laterId}/down`, told)).statusCode, 303);
}

const agree = async (id: string, changes: Record<string, string | string[]> = {}) =>
  visitor.post(`/plans/${id}/agreement`, {
    agreement: 'agree',
    agreementWords: 'Go on then.',
    startsOn: '1 December 2026',
    version: String((await planOf(id)).version),
    ...changes,
  });
const states = async (personId: string) =>
  (await council.as(rowan, (db) => plansOf(db, personId))).map(({ state }) => state);

describe('P1 a smaller plan, by the pages', () => {
  it('P1 a later plan begins with every need beside the one it comes from', async () => {
    const about = await standing(council, rowan);
    const laterId = await laterPlan(council, rowan, visitor, about);
    const before = await planOf(about.planId);
    const later = await planOf(laterId);
    assert.deepEqual(
      later.beside.map(({ wasNeedId, was, answeredBy }) => ({ wasNeedId, was, answeredBy })),
      before.needs.map(({ id, need }, index) => ({
        wasNeedId: id,
        was: need,
        answeredBy: [later.needs[index]?.id],
      })),
    );
    assert.match((await visitor.get(`/plans/${laterId}/beside`)).body, /Nothing goes down in this plan/);
  });

  it('P1 is refused with all that is missing, the old plan and its support run on, and what was typed comes back', async () => {
    const about = await smaller();
    const page = await visitor.get(`/plans/${about.laterId}/beside`);
    assert.match(page.body, /The council would pay £90 a week for “Somebody near at night” instead of £160/);
    assert.match(page.body, /It does not say which day they were told/);
    const refused = await agree(about.laterId);
    assert.equal(refused.statusCode, 409);
    for (const missing of [/how they were involved/, /what has changed in their life/, /no reason by itself/])
      assert.match(refused.body, missing);
    assert.match(refused.body, /Go on then\./);
    assert.deepEqual(await states(about.personId), ['being-written', 'standing']);
    assert.partialDeepStrictEqual(await council.as(rowan, (db) => supportOf(db, about.personId)), [
      { what: 'Night calls', endedOn: null, weeklyPence: 16_000 },
    ]);
  });

  it('P1 stands from the day they were told of, once everything they are owed is there, and says so afterwards', async () => {
    const about = await smaller();
    await owed(about);
    const stands = await agree(about.laterId);
    assert.equal(stands.statusCode, 303, stands.body);
    assert.deepEqual(await states(about.personId), ['standing', 'followed-by-a-later-one']);
    const paid = (now?: Date) => council.as(rowan, (db) => supportOf(db, about.personId), now);
    assert.partialDeepStrictEqual(await paid(), [{ startedOn: '2026-06-01', weeklyPence: 16_000 }]);
    const thatDay = await paid(new Date('2026-12-01T00:30:00Z'));
    assert.partialDeepStrictEqual(thatDay, [{ startedOn: '2026-06-01', endedOn: null, weeklyPence: 9_000 }]);
    const page = await visitor.get(`/plans/${about.laterId}`);
    assert.match(page.body, /It begins on 1 December 2026\. Until then/);
    assert.match(page.body, /In all the council pays £90 a week, where it was £160\./);
    const aside = await visitor.get(`/people/${about.personId}/plan`);
    assert.match(aside.body, /£160 a week from the council in all/);
    const beside = await visitor.get(`/plans/${about.laterId}/beside`);
    assert.match(beside.body, /Told on 20 November 2026/);
    assert.match(beside.body, /The pendant rings us, and one call at four\./);
    assert.doesNotMatch(beside.body, /<form[^>]*\/down/);
  });

  it('P1 told on the day it would begin is too late', async () => {
    const about = await smaller();
    await owed(about);
    const refused = await agree(about.laterId, { startsOn: '20 November 2026' });
    assert.equal(refused.statusCode, 409);
    assert.match(refused.body, /hey were told no earlier than it would begin/);
  });

  it('P1 a plan written in the conversation of the plan that stands goes along to the new one', async () => {
    const about = await standing(council, rowan);
    const made = await visitor.json(`/conversations/${about.conversationId}/plans`, {});
    const laterId = await laterPlan(council, rowan, visitor, about);
    assert.equal(laterId, made.body.planId);
    assert.notEqual((await planOf(laterId)).conversationId, about.conversationId);
  });

  it('P1 one need answered by two, and two by one', async () => {
    const { planId, laterId } = await smaller();
    const [nights, lunch] = (await planOf(planId)).needs;
    const both = (await planOf(laterId)).needs.map(({ id }) => id);
    await visitor.post(`/plans/${laterId}/beside/${nights?.id}`, { answeredBy: both, words: 'Both.' });
    await visitor.post(`/plans/${laterId}/beside/${lunch?.id}`, { answeredBy: both[0] ?? '', words: '' });
    const { beside } = await planOf(laterId);
    assert.deepEqual(beside[0]?.answeredBy.toSorted(), both.toSorted());
    assert.deepEqual(beside[1]?.answeredBy, [both[0]]);
  });

  it('P1 a need removed from the later plan answers nothing any more, and it shows', async () => {
    const { laterId } = await smaller();
    const lunch = (await planOf(laterId)).needs[1];
    const removed = await visitor.post(`/plans/${laterId}/needs/${lunch?.id}/removal`, {});
    assert.equal(removed.statusCode, 303, removed.body);
    assert.match((await visitor.get(`/plans/${laterId}/beside`)).body, /“A cooked lunch” is left out/);
  });

  it('P1 a need of somebody else’s plan is set beside nothing here', async () => {
    const { laterId } = await smaller();
    const other = await standing(council, rowan);
    const [theirs] = (await planOf(other.planId)).needs;
    const refused = await visitor.post(`/plans/${laterId}/beside/${theirs?.id}`, { words: 'x' });
    assert.equal(refused.statusCode, 409);
  });

  it('two people writing what they are told: the second is shown both texts', async () => {
    const { laterId } = await smaller();
    await visitor.post(`/plans/${laterId}/down`, { ...told, reasonsBefore: '' });
    const late = await visitor.post(`/plans/${laterId}/down`, {
      ...told,
      reasons: 'The stairlift.',
      reasonsBefore: '',
    });
    assert.equal(late.statusCode, 409);
    assert.match(late.body, /His hip has healed/);
    assert.match(late.body, /The stairlift\./);
  });

  it('W5 is not open to a team that is not alongside', async () => {
    const { planId, laterId, personId } = await smaller();
    const stranger = await house.signIn(council, marsh);
    const [was] = (await planOf(planId)).needs;
    assert.equal((await stranger.get(`/plans/${laterId}/beside`)).statusCode, 403);
    assert.equal((await stranger.get(`/people/${personId}/plan/versions`)).statusCode, 403);
    assert.equal((await stranger.post(`/plans/${laterId}/down`, told)).statusCode, 403);
    const beside = await stranger.post(`/plans/${laterId}/beside/${was?.id}`, { words: 'x' });
    assert.equal(beside.statusCode, 403);
  });
});

describe('P1 a disagreement keeps the plan that stands', () => {
  it('P1 with their words, the plan as it was read to them, and how they were told to challenge', async () => {
    const about = await smaller();
    await owed(about);
    const no = { agreement: 'disagree', agreementWords: 'I want my two o’clock call.' };
    const refused = await agree(about.laterId, no);
    assert.equal(refused.statusCode, 409);
    assert.match(refused.body, /keep the plan that stands; tell them how to challenge/);
    await agree(about.laterId, no);
    assert.deepEqual(await states(about.personId), ['being-written', 'standing']);
    const kept = await council.as(rowan, (db) => disagreementsOf(db, about.personId));
    assert.equal(kept.length, 1, 'the same words about the same plan are kept once');
    assert.partialDeepStrictEqual(kept[0], {
      planId: about.laterId,
      keptPlanId: about.planId,
      words: 'I want my two o’clock call.',
      saidOn: '2026-11-21',
    });
    for (const url of [
      `/plans/${about.laterId}`,
      `/plans/${about.planId}`,
      `/people/${about.personId}/plan`,
    ]) {
      const { body } = await visitor.get(url);
      assert.match(body, /did not agree to/);
      assert.match(body, /I want my two o’clock call\./);
      assert.match(body, /told them how to challenge:.*Ombudsman/s);
    }
    const [story] = await council.as(rowan, (db) => readTimeline(db, about.personId, 1));
    assert.equal(story?.kind, 'plan-not-agreed');
  });

  it('P1 also in part, when the line they do not agree with is the one that goes down', async () => {
    const about = await smaller();
    await owed(about);
    const [nights, lunch] = (await planOf(about.laterId)).needs;
    const part = (id: string | undefined) => ({
      ...{ agreement: 'partly', agreementWords: 'Not the nights.', notAgreed: `need-${id}` },
      ...{ lines: `need-${id}`, lineWords: 'I wake at two.' },
    });
    assert.equal((await agree(about.laterId, part(nights?.id))).statusCode, 409);
    const stands = await agree(about.laterId, part(lunch?.id));
    assert.equal(stands.statusCode, 303, stands.body);
    const page = await visitor.get(`/plans/${about.laterId}`);
    assert.match(page.body, /Wilf does not agree with:.*A cooked lunch: “I wake at two\.”/s);
    assert.match(page.body, /How to challenge this plan, at any time.*Ombudsman/s);
  });

  it('C3-5 agreeing in part asks which lines, and agreeing has none', async () => {
    const about = await smaller();
    const which = await agree(about.laterId, { agreement: 'partly' });
    assert.equal(which.statusCode, 422);
    assert.match(which.body, /Tick what they do not agree with/);
    const none = await agree(about.laterId, { lines: 'something-else', lineWords: 'The pendant.' });
    assert.equal(none.statusCode, 422);
    assert.match(none.body, /choose “In part”, or untick it/);
    assert.match(none.body, /The pendant\./);
  });
});

describe('plans side by side', () => {
  it('shows any two of somebody’s plans: needs, money, what they said and what changed', async () => {
    const about = await smaller();
    await owed(about);
    await agree(about.laterId);
    const page = await visitor.get(
      `/people/${about.personId}/plan/versions?one=${about.laterId}&other=${about.planId}`,
    );
    assert.equal(page.statusCode, 200);
    assert.match(page.body, /The plan from 1 June 2026.*The plan from 1 December 2026/s);
    assert.match(
      page.body,
      /£160 a week: the council pays all of it\..*£90 a week: the council pays all of it\./s,
    );
    assert.match(page.body, /That will do nicely\..*Go on then\./s);
    assert.match(page.body, /In all the council pays £90 a week, where it was £160\./);
    const other = await standing(council, rowan);
    const unknown = await visitor.get(`/people/${about.personId}/plan/versions?one=${other.planId}`);
    assert.equal(unknown.statusCode, 404);
  });

  it('says so when there is one plan, and when there is none before it', async () => {
    const about = await standing(council, rowan);
    assert.match((await visitor.get(`/people/${about.personId}/plan/versions`)).body, /one plan so far/);
    assert.match((await visitor.get(`/plans/${about.planId}/beside`)).body, /There is none before it/);
  });
});
