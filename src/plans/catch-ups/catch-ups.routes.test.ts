import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';
import { conversationsOf, restConversation } from '../../conversations/conversations.store.ts';
import { entriesOf } from '../../conversations/entries.store.ts';
import { readTimeline } from '../../people/timeline/timeline.fixture.ts';
import { catchUpsOf } from './catch-ups.store.ts';
import { catchUpRequestsOf } from './requests.store.ts';
import { laterPlan, type Standing, somebodyWithPlan } from './standing-plan.fixture.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const { rowan, marsh } = council.accounts;
const house = await testHouse(database);
const visitor = await house.signIn(council, rowan);

const standing = (startsOn = '2026-09-20') => council.as(rowan, (db) => somebodyWithPlan(db, startsOn));
const held = {
  heldOn: '21 November 2026',
  why: 'due',
  personsView: 'I like the nights. I do my own breakfast now.',
  goingWell: 'He cooks.',
  notGoingWell: 'The pendant.',
  comesOfIt: 'nothing-changes',
};
const catchUp = ({ personId }: Standing, changes: Record<string, string> = {}) =>
  visitor.post(`/people/${personId}/catch-ups`, { ...held, ...changes });
const kept = ({ personId }: Standing) => council.as(rowan, (db) => catchUpsOf(db, personId));

/** Everything a plan says and pays for, and the support that runs, as the database has it. */
const planAndSupport = ({ personId }: Standing) =>
  council.as(rowan, async (db) => {
    const { rows } = await sql`select
      (select json_agg(p order by p.id) from plan p where p.person_id = ${personId}) as plans,
      (select json_agg(n order by n.id) from plan_need n join plan p on p.id = n.plan_id where p.person_id = ${personId}) as needs,
      (select json_agg(b order by b.id) from budget_part b join plan p on p.id = b.plan_id where p.person_id = ${personId}) as parts,
      (select json_agg(s order by s.id) from support s where s.person_id = ${personId}) as support`.execute(
      db,
    );
    return rows;
  });

describe('P2 a catch-up is a conversation', () => {
  it('P2 is written in the conversation that is open, in their words first, and told in the story', async () => {
    const about = await standing();
    const answer = await catchUp(about);
    assert.equal(answer.statusCode, 303, answer.body);
    const [one] = await kept(about);
    assert.partialDeepStrictEqual(one, {
      planId: about.planId,
      why: 'due',
      heldOn: '2026-11-21',
      heldBy: 'Rowan',
    });
    const [entry] = await council.as(rowan, (db) => entriesOf(db, about.conversationId));
    assert.partialDeepStrictEqual(entry, {
      id: one?.entryId,
      isWithPerson: true,
      said: 'I like the nights. I do my own breakfast now.',
      noticed: 'What goes well: He cooks.\n\nWhat does not: The pendant.',
      agreed: 'Nothing changes.',
    });
    const [told] = await council.as(rowan, (db) => readTimeline(db, about.personId, 1));
    assert.match(told?.title ?? '', /^Catch-up on how the plan is going/);
    const page = await visitor.get(`/people/${about.personId}/catch-ups`);
    assert.match(
      page.body,
      /The last catch-up was on 21 November 2026\. We ask how it is going by 21 November 2027\./,
    );
    assert.match((await visitor.get(`/people/${about.personId}/plan`)).body, /going by 21 November 2027/);
  });

  it('P2 begins a conversation 1 on the same story when none is open', async () => {
    const about = await standing();
    await council.as(rowan, async (db) => {
      const [three] = await conversationsOf(db, about.personId);
      if (three)
        await restConversation(db, three, {
          howToComeBack: 'Ring.',
          checkBackOn: null,
          checkBackDeclined: true,
        });
    });
    await catchUp(about);
    const [one] = await council.as(rowan, (db) => conversationsOf(db, about.personId));
    assert.partialDeepStrictEqual(one, { kind: 1, restingOn: null });
    const story = await council.as(rowan, (db) => readTimeline(db, about.personId, 5));
    assert.ok(
      story.some(
        ({ kind, title }) => kind === 'conversation-opened' && title === 'Catch-up on how the plan is going',
      ),
    );
  });

  it('P2 says when the next is due before there was any, and that it is late', async () => {
    const soon = await standing('2026-11-20');
    assert.match(
      (await visitor.get(`/people/${soon.personId}/catch-ups`)).body,
      /between 1 January 2027 and 15 January 2027/,
    );
    const late = await standing('2026-09-20');
    assert.match(
      (await visitor.get(`/people/${late.personId}/catch-ups`)).body,
      /was due by 15 November 2026, 6 days ago/,
    );
  });

  it('P2 is about the plan that ran on its day, though a later one has taken over', async () => {
    const about = await standing('2026-06-01');
    const later = await council.as(rowan, (db) => laterPlan(db, about, '2026-11-01'));
    await catchUp(about, { heldOn: '31 October 2026' });
    await catchUp(about, { heldOn: '1 November 2026' });
    assert.deepEqual(
      (await kept(about)).map(({ planId }) => planId),
      [later, about.planId],
    );
    assert.equal((await catchUp(about, { heldOn: '31 May 2026' })).statusCode, 409);
  });

  it('P2 comes back with what was typed when something is missing', async () => {
    const about = await standing();
    const back = await catchUp(about, { personsView: '' });
    assert.equal(back.statusCode, 422);
    assert.match(back.body, /Write how they say it is going/);
    assert.match(back.body, />The pendant\.</);
  });
});

describe('P3, P1 nothing follows from a catch-up by itself', () => {
  it('P3 is refused for what it costs, and keeps what was typed', async () => {
    const about = await standing();
    const refused = await catchUp(about, { why: 'cost' });
    assert.equal(refused.statusCode, 409);
    assert.match(refused.body, /Rule P3/);
    assert.match(refused.body, /I do my own breakfast now/);
    assert.deepEqual(await kept(about), []);
    assert.doesNotMatch(
      (await visitor.get(`/people/${about.personId}/catch-ups`)).body,
      /name="why"[^>]*value="cost"/,
    );
  });

  it('P3 whatever comes of it, no plan, part or support changes: doing more for oneself is a joy', async () => {
    const about = await standing();
    const before = await planAndSupport(about);
    for (const comesOfIt of ['nothing-changes', 'small-change', 'look-again', 'urgent-help']) {
      const answer = await catchUp(about, {
        comesOfIt,
        comesOfItWords: 'He walks to the shop on his own now.',
        takesNothingAway: 'yes',
      });
      assert.equal(answer.statusCode, 303, answer.body);
    }
    assert.deepEqual(await planAndSupport(about), before);
    assert.equal((await kept(about)).length, 4);
  });

  it('P1 a small change that may take something away is refused', async () => {
    const about = await standing();
    const refused = await catchUp(about, { comesOfIt: 'small-change', comesOfItWords: 'One night fewer.' });
    assert.equal(refused.statusCode, 409);
    assert.match(refused.body, /Rule P1/);
    assert.match(refused.body, /One night fewer\./);
  });

  it('P1 looking again goes on through the gate of conversation 3', async () => {
    const about = await standing();
    await council.as(rowan, (db) =>
      sql`update conversation set opened_at = ${new Date('2026-09-01T10:00:00Z')}, resting_on = '2026-10-01' where id = ${about.conversationId}`.execute(
        db,
      ),
    );
    const looked = await catchUp(about, { comesOfIt: 'look-again', comesOfItWords: 'His hip has healed.' });
    assert.equal(looked.headers.location, `/people/${about.personId}/catch-ups`);
    const page = await visitor.get(`/people/${about.personId}/catch-ups`);
    assert.match(page.body, /value="long-term-support-in-place"/);
    const opened = await visitor.post(`/people/${about.personId}/conversation-3`, {
      way: 'at-once',
      exception: 'long-term-support-in-place',
      reason: 'His hip has healed.',
    });
    assert.match(String(opened.headers.location), /told-beforehand/);
    assert.doesNotMatch(
      (await visitor.get(`/people/${about.personId}/catch-ups`)).body,
      /Begin to look again/,
    );
  });

  it('P1 looking again goes on in the conversation 3 that is open, where C3-1 would refuse another', async () => {
    const about = await standing();
    await council.as(rowan, (db) =>
      sql`update conversation set opened_at = ${new Date('2026-09-01T10:00:00Z')} where id = ${about.conversationId}`.execute(
        db,
      ),
    );
    await catchUp(about, { comesOfIt: 'look-again', comesOfItWords: 'His hip has healed.' });
    const { body } = await visitor.get(`/people/${about.personId}/catch-ups`);
    assert.match(body, new RegExp(`href="/conversations/${about.conversationId}">Look again in that`));
    assert.doesNotMatch(body, /Begin to look again/);
  });

  it('P2 the letter of the plan says when the next is, counted from the one that was held', async () => {
    const about = await standing();
    const letter = async () => (await visitor.get(`/letters/plan/${about.planId}`)).body;
    assert.match(await letter(), /We should have asked you how it is going by 15 November 2026/);
    assert.equal((await catchUp(about, { comesOfIt: 'nothing-changes' })).statusCode, 303);
    assert.match(await letter(), /We will ask you again by 21 November 2027\./);
  });

  it('F6 what is urgent goes on to where it is met', async () => {
    const about = await standing();
    const urgent = await catchUp(about, { comesOfIt: 'urgent-help', comesOfItWords: 'The heating, today.' });
    assert.equal(urgent.headers.location, `/people/${about.personId}/urgent-help`);
  });
});

describe('P2 anybody may ask for a catch-up', () => {
  const ask = async (about: Standing, changes: Record<string, string> = {}) => {
    const answer = await visitor.post(`/people/${about.personId}/catch-up-requests`, {
      askedBy: 'His niece Carol',
      words: 'He is alone too much.',
      askedOn: '1 November 2026',
      ...changes,
    });
    assert.equal(answer.statusCode, 303, answer.body);
    const [request] = await council.as(rowan, (db) => catchUpRequestsOf(db, about.personId));
    assert.ok(request);
    return request;
  };
  const at = ({ id }: { id: string }) => `/catch-up-requests/${id}/answer`;

  it('P2 days are shown until it is answered with a day, and held', async () => {
    const about = await standing();
    const request = await ask(about);
    const page = `/people/${about.personId}/catch-up-requests`;
    assert.match((await visitor.get(page)).body, /20 days since they asked/);
    assert.equal(
      (await visitor.post(at(request), { answer: 'yes', daySet: '25 November 2026' })).statusCode,
      303,
    );
    assert.match((await visitor.get(page)).body, /yes, on 25 November 2026/);
    await catchUp(about, { why: 'they-asked', requestId: request.id });
    assert.match((await visitor.get(page)).body, /We talked on 21 November 2026/);
    assert.equal(
      (await visitor.post(at(request), { answer: 'yes', daySet: '26 November 2026' })).statusCode,
      409,
    );
  });

  it('P2 a no without why, or without how to challenge it, is refused and loses nothing', async () => {
    const about = await standing();
    const request = await ask(about);
    const refused = await visitor.post(at(request), {
      which: request.id,
      answer: 'no',
      words: 'We talked last week.',
    });
    assert.equal(refused.statusCode, 409);
    assert.match(refused.body, />We talked last week\.</);
    const told = { answer: 'no', words: 'We talked last week.', toldHowToChallenge: 'yes' };
    assert.equal((await visitor.post(at(request), told)).statusCode, 303);
    assert.match(
      (await visitor.get(`/people/${about.personId}/catch-up-requests`)).body,
      /not now, because: We talked last week/,
    );
  });

  it('P2 holding it answers it', async () => {
    const about = await standing();
    const request = await ask(about);
    await catchUp(about, { why: 'they-asked', requestId: request.id });
    const [answered] = await council.as(rowan, (db) => catchUpRequestsOf(db, about.personId));
    assert.partialDeepStrictEqual(answered, { answer: 'yes', daySet: '2026-11-21', heldOn: '2026-11-21' });
  });

  it('P2 what somebody else asked is not answered by it', async () => {
    const [about, other] = [await standing(), await standing()];
    const request = await ask(other);
    assert.equal((await catchUp(about, { why: 'they-asked', requestId: request.id })).statusCode, 409);
    assert.deepEqual(await kept(about), []);
  });

  it('W5 is not open to a team that is not alongside', async () => {
    const about = await standing();
    const request = await ask(about);
    const stranger = await house.signIn(council, marsh);
    for (const place of ['catch-ups', 'catch-up-requests'])
      assert.equal((await stranger.get(`/people/${about.personId}/${place}`)).statusCode, 403, place);
    assert.equal((await stranger.post(`/people/${about.personId}/catch-ups`, held)).statusCode, 403);
    const answer = { answer: 'yes', daySet: '25 November 2026' };
    assert.equal((await stranger.post(at(request), answer)).statusCode, 403);
  });
});
