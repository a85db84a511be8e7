import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testCouncil, testNow } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse, type Visitor } from '../../../test/house.ts';
import { saveInvolvement } from '../../conversations/advocacy/advocacy.store.ts';
import { conversationsOf, openConversation } from '../../conversations/conversations.store.ts';
import { entriesOf } from '../../conversations/entries.store.ts';
import { listFacts } from '../../conversations/facts.store.ts';
import { comeAlongside } from '../../people/opening.store.ts';
import { makePerson } from '../../people/people.store.ts';
import { readTimeline } from '../../people/timeline/timeline.fixture.ts';
import { standing } from '../changing/changing.fixture.ts';
import { supportOf } from '../support.store.ts';
import { urgentHelpOf } from './urgent-help.store.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const { rowan, priya, marsh } = council.accounts;
const house = await testHouse(database);
const visitor = await house.signIn(council, rowan);

const help = {
  what: 'Somebody stays the night',
  why: 'Carol was taken in by ambulance at four.',
  metOn: '21 November 2026',
  untilOn: '25 November 2026',
  costPence: '120.50',
  howOften: 'weekly',
};
const someone = () =>
  council.as(rowan, async (db) => {
    const personId = await makePerson(db, { fullName: 'Wilfred Acheson', knownAs: 'Wilf' });
    await comeAlongside(db, personId, { teamId: council.teams.harbour }, 'conversation');
    return personId;
  });
const helpOf = (personId: string) => council.as(rowan, (db) => urgentHelpOf(db, personId));
const support = (personId: string) => council.as(rowan, (db) => supportOf(db, personId));

async function met(personId: string): Promise<string> {
  const made = await visitor.post(`/people/${personId}/urgent-help`, help);
  assert.equal(made.statusCode, 303, made.body);
  const [one] = await helpOf(personId);
  return one?.id ?? '';
}
const look = (id: string, changes: Record<string, string>, by = visitor) =>
  by.post(`/urgent-help/${id}/looked-again`, {
    ...{ helpId: id, foundWords: 'We sat with Wilf and Carol.', againUntilOn: '' },
    ...changes,
  });
/** Rowan, signed in on a later day. */
async function on<Value>(day: string, act: (later: Visitor) => Promise<Value>): Promise<Value> {
  house.clock.set(`${day}T09:32:00Z`);
  try {
    return await act(await house.signIn(council, rowan));
  } finally {
    house.clock.set(testNow.toISOString());
  }
}

describe('F6 an urgent need is met at once', () => {
  it('F6 before anything else: a new conversation 1 with its fact, support, and the story', async () => {
    const personId = await someone();
    await met(personId);
    const [conversation] = await council.as(rowan, (db) => conversationsOf(db, personId));
    assert.equal(conversation?.kind, 1);
    const [fact] = await council.as(rowan, (db) => listFacts(db, conversation?.id ?? ''));
    assert.partialDeepStrictEqual(fact, {
      kind: 'urgent-need',
      voice: 'noticed',
      phrase:
        'Somebody stays the night, from 21 November 2026 until 25 November 2026, when we look at it again: £120.50 a week.',
      details: { metOn: '2026-11-21', until: '2026-11-25', cost: '£120.50 a week', why: help.why },
    });
    assert.partialDeepStrictEqual(await support(personId), [
      {
        kind: 'short-term',
        what: help.what,
        startedOn: '2026-11-21',
        untilOn: '2026-11-25',
        endedOn: null,
        weeklyPence: 12_050,
      },
    ]);
    const story = await council.as(rowan, (db) => readTimeline(db, personId, 5));
    assert.ok(story.some(({ title }) => title === 'Something urgent was met at once'));
  });

  it('F6 in the conversation that is open, whichever it is, also in a crisis', async () => {
    const personId = await someone();
    const conversationId = await council.as(rowan, (db) =>
      openConversation(db, {
        ...{ personId, kind: 2, namedAccountId: rowan.accountId, coverAccountId: priya.accountId },
      }),
    );
    await met(personId);
    const [entry] = await council.as(rowan, (db) => entriesOf(db, conversationId));
    assert.match(
      entry?.noticed ?? '',
      /^Carol was taken in by ambulance at four\.\nSomebody stays the night, from/,
    );
  });

  it('F6 although no advocate is in place (N3), which holds up every plan', async () => {
    const personId = await someone();
    await council.as(rowan, (db) =>
      saveInvolvement(db, personId, {
        ...{ lookedOn: '2026-11-21', words: 'He lost the thread each time.', considered: null },
        ...{ understanding: true, retaining: true, weighing: true, communicating: true },
        ...{ appropriatePerson: null, appropriateRelation: null, appropriateAgreedOn: null },
        ...{ isAgreedByPerson: null, isPaid: null, hasLongStayAhead: false, hasDisagreement: false },
      }),
    );
    await met(personId);
    assert.equal((await helpOf(personId)).length, 1);
  });

  it('F6 shows on the plan that stands as an urgent change', async () => {
    const { personId, planId } = await standing(council, rowan);
    await met(personId);
    for (const url of [`/people/${personId}/plan`, `/plans/${planId}`]) {
      const { body } = await visitor.get(url);
      assert.match(body, /Changed at once, because it could not wait:.*Somebody stays the night/s);
    }
  });

  it('F6 shows where there is no plan', async () => {
    const personId = await someone();
    await met(personId);
    assert.match(
      (await visitor.get(`/people/${personId}/plan`)).body,
      /Helped at once, because it could not wait/,
    );
  });

  it('F6 comes back with what was typed when a field is missing, or it would be over before it began', async () => {
    const personId = await someone();
    const back = await visitor.post(`/people/${personId}/urgent-help`, {
      ...{ ...help, why: '', untilOn: '20 November 2026' },
    });
    assert.equal(back.statusCode, 422);
    assert.match(back.body, /Write why it could not wait/);
    assert.match(back.body, /Somebody stays the night/);
    const over = await visitor.post(`/people/${personId}/urgent-help`, { ...help, untilOn: '20/11/2026' });
    assert.match(over.body, /Choose a day on or after it begins/);
    assert.deepEqual(await helpOf(personId), []);
  });

  it('W5 only by those alongside', async () => {
    const personId = await someone();
    const id = await met(personId);
    const stranger = await house.signIn(council, marsh);
    assert.equal((await stranger.post(`/people/${personId}/urgent-help`, help)).statusCode, 403);
    assert.equal((await stranger.get(`/people/${personId}/urgent-help`)).statusCode, 403);
    const looked = await stranger.post(`/urgent-help/${id}/looked-again`, {
      thenWhat: 'ended',
      foundWords: 'x',
    });
    assert.equal(looked.statusCode, 403);
  });
});

describe('F6 it never just stops', () => {
  it('F6 past its day, while nobody has looked, it goes on and says so', async () => {
    const personId = await someone();
    await met(personId);
    const page = await on('2026-12-20', (later) => later.get(`/people/${personId}/urgent-help`));
    assert.match(page.body, /25 days ago\. Nobody has yet, so it is going on\./);
    assert.partialDeepStrictEqual(await support(personId), [{ endedOn: null }]);
  });

  it('F6 is looked at again and goes on, to be looked at again', async () => {
    const personId = await someone();
    const id = await met(personId);
    const refused = await look(id, { thenWhat: 'goes-on' });
    assert.equal(refused.statusCode, 409);
    assert.match(refused.body, /until which day it goes on/);
    assert.match(refused.body, /We sat with Wilf and Carol\./);
    const said = await look(id, { thenWhat: 'goes-on', againUntilOn: '9 December 2026' });
    assert.equal(said.statusCode, 303, said.body);
    assert.partialDeepStrictEqual(await helpOf(personId), [
      { untilOn: '2026-12-09', lookedAgainOn: null },
      { untilOn: '2026-11-25', lookedAgainOn: '2026-11-21', thenWhat: 'goes-on' },
    ]);
    assert.partialDeepStrictEqual(await support(personId), [{ untilOn: '2026-12-09', endedOn: null }]);
    assert.match((await look(id, { thenWhat: 'ended' })).body, /it was looked at again on 21 November 2026/i);
  });

  it('F6 ends from the day we said and not before, and the story tells it', async () => {
    const personId = await someone();
    const id = await met(personId);
    const early = await look(id, { thenWhat: 'ended' });
    assert.equal(early.statusCode, 409);
    assert.match(early.body, /e said it would go on until 25 November 2026/);
    const ended = await on('2026-11-25', (later) => look(id, { thenWhat: 'ended' }, later));
    assert.equal(ended.statusCode, 303, ended.body);
    assert.partialDeepStrictEqual(await support(personId), [
      { endedOn: '2026-11-25', endedBecause: 'time-was-up', endedWords: 'We sat with Wilf and Carol.' },
    ]);
    const [told] = await council.as(rowan, (db) => readTimeline(db, personId, 1));
    assert.match(told?.title ?? '', /looked at again: it has ended/);
  });

  it('F6 is in the plan only when one stands that began since', async () => {
    const { personId } = await standing(council, rowan);
    const id = await met(personId);
    const refused = await look(id, { thenWhat: 'in-the-plan' });
    assert.equal(refused.statusCode, 409);
    assert.match(refused.body, /o plan stands that began since/);
    assert.partialDeepStrictEqual((await support(personId))[0], { kind: 'short-term', endedOn: null });
  });

  it('two people looking at once: the second is told', async () => {
    const personId = await someone();
    const id = await met(personId);
    const both = await on('2026-11-26', (later) =>
      Promise.all([look(id, { thenWhat: 'ended' }, later), look(id, { thenWhat: 'ended' }, later)]),
    );
    assert.deepEqual(both.map(({ statusCode }) => statusCode).toSorted(), [303, 409]);
  });
});
