import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';
import {
  findConversation,
  openConversation,
  openConversationOf,
} from '../../conversations/conversations.store.ts';
import { saveToldBeforehand } from '../../conversations/gate/told-beforehand.store.ts';
import { comeAlongside } from '../../people/opening.store.ts';
import { makePerson } from '../../people/people.store.ts';
import { readTimeline } from '../../people/timeline/timeline.fixture.ts';
import { readRows } from '../../platform/db/council.ts';
import { isRefusal } from '../../platform/refusal.ts';
import { agreePlan } from '../agreement/agreeing.store.ts';
import { saveDetermination } from '../determinations/determinations.store.ts';
import { endAsAsked } from '../ending/ending.store.ts';
import { beginPlan, holdPlan, plansOf } from '../plans.store.ts';
import { supportOf } from '../support.store.ts';
import { findMove, movesOf } from './moves.store.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const { rowan, priya, marsh } = council.accounts;
const house = await testHouse(database);
const visitor = await house.signIn(council, rowan);
const other = await house.signIn(council, marsh);

const wilf = () =>
  council.as(rowan, async (db) => {
    const personId = await makePerson(db, { fullName: 'Wilfred Acheson', knownAs: 'Wilf' });
    await comeAlongside(db, personId, { teamId: council.teams.harbour }, 'contact');
    return personId;
  });

/** Somebody moving, told on 1 October; the day is 18 November unless said. */
async function moving(fields: Record<string, string> = {}) {
  const personId = await wilf();
  const made = await visitor.json(`/people/${personId}/moves`, {
    direction: 'here',
    otherCouncil: 'Fenholt',
    toldOn: '1 October 2026',
    toldBy: 'Carol',
    movesOn: '18 November 2026',
    ...fields,
  });
  return { personId, moveId: String(made.body.moveId) };
}

const addNeed = (moveId: string, fields: Record<string, string> = {}) =>
  visitor.post(`/moves/${moveId}/needs`, {
    need: 'Getting up',
    metThere: 'Two calls a day',
    weekly: '180',
    ...fields,
  });

const decision = {
  kind: 'adult' as const,
  causeIsMet: true,
  causeWords: 'His hip.',
  outcomes: [],
  healthAtRisk: false,
  impactIsMet: true,
  impactWords: 'He does not sleep.',
  isEligible: true,
  personsWish: 'My own door.',
  practitionersView: 'Nights are the thing.',
  viewById: rowan.accountId,
  reasons: 'Two outcomes.',
  decidedOn: '2026-11-20',
  writtenAdvice: null,
};

describe('P4 moving here with no gap', () => {
  it('P4 the page says what is still to do, and nothing once it is done', async () => {
    const { personId, moveId } = await moving({ movesOn: '' });
    const before = await visitor.get(`/moves/${moveId}`);
    assert.match(before.body, /Moving here from Fenholt/);
    assert.match(before.body, /Nobody knows the day they move yet/);
    assert.match(before.body, /Their plan has not arrived from Fenholt/);
    await addNeed(moveId);
    await visitor.post(`/moves/${moveId}`, {
      satisfiedOn: '10 October 2026',
      satisfiedWords: 'He has a tenancy on the quay.',
      planPassedOn: '20 October 2026',
      movesOn: '1 December 2026',
      version: '1',
    });
    const begun = await visitor.post(`/moves/${moveId}/conversation-3`, {});
    assert.equal(begun.statusCode, 303);
    const after = await visitor.get(`/moves/${moveId}`);
    assert.doesNotMatch(after.body, /Still to do/);
    assert.match(after.body, /tenancy on the quay/);
    const conversation = await council.as(rowan, (db) => openConversationOf(db, personId, 3));
    assert.equal(conversation?.openedByException, 'moved-in-with-support');
    const list = await visitor.get(`/people/${personId}/moves`);
    assert.match(list.body, /The day is 1 December 2026/);
  });

  it('P4 pressed late, the same needs are met from the day they moved, with the gap in plain sight', async () => {
    const { personId, moveId } = await moving();
    await addNeed(moveId);
    await addNeed(moveId, {
      need: 'Company',
      metThere: 'A club on Fridays',
      weekly: '',
      metHere: 'The quay club',
    });
    assert.match((await visitor.get(`/moves/${moveId}`)).body, /nothing was set going for 3 days/);
    const met = await visitor.post(`/moves/${moveId}/same-needs`, {});
    assert.equal(met.statusCode, 303, met.body);
    const [plan] = await council.as(rowan, (db) => plansOf(db, personId));
    assert.partialDeepStrictEqual(plan, { state: 'standing', startsOn: '2026-11-18', agreement: null });
    assert.deepEqual(
      plan?.needs.map(({ need, how, isEligible }) => ({ need, how, isEligible })),
      [
        { need: 'Getting up', how: 'Two calls a day', isEligible: true },
        { need: 'Company', how: 'The quay club', isEligible: true },
      ],
    );
    const support = await council.as(rowan, (db) => supportOf(db, personId));
    assert.equal(support.length, 2);
    for (const one of support)
      assert.partialDeepStrictEqual(one, { kind: 'ongoing', startedOn: '2026-11-18', endedOn: null });
    const move = await council.as(rowan, (db) => findMove(db, moveId));
    assert.partialDeepStrictEqual(move, { sameNeedsFrom: '2026-11-18', planId: plan?.id });
    const [told] = await council.as(rowan, (db) => readTimeline(db, personId, 1));
    assert.match(told?.voices[0]?.words ?? '', /for 3 days/);
    const page = await visitor.get(`/people/${personId}/plan`);
    assert.match(page.body, /not because Wilf agreed to it/);
    assert.match(
      (await visitor.get(`/moves/${moveId}`)).body,
      /The same needs are met here from 18 November 2026/,
    );
  });

  it('P4 pressing twice, by two people at once, makes one plan', async () => {
    const { personId, moveId } = await moving();
    await addNeed(moveId);
    const colleague = await house.signIn(council, priya);
    const answers = await Promise.all([
      visitor.post(`/moves/${moveId}/same-needs`, {}),
      colleague.post(`/moves/${moveId}/same-needs`, {}),
    ]);
    assert.deepEqual(answers.map(({ statusCode }) => statusCode).toSorted(), [303, 409]);
    assert.equal((await council.as(rowan, (db) => plansOf(db, personId))).length, 1);
    assert.equal((await council.as(rowan, (db) => supportOf(db, personId))).length, 1);
  });

  it('P4 is refused before the day and with nothing written down, and keeps the page', async () => {
    const { moveId } = await moving({ movesOn: '22 November 2026' });
    const early = await visitor.post(`/moves/${moveId}/same-needs`, {});
    assert.equal(early.statusCode, 409);
    assert.match(early.body, /the duty begins that day/);
    const bare = await moving();
    assert.match((await visitor.post(`/moves/${bare.moveId}/same-needs`, {})).body, /not written down/);
  });

  it('P4 the day of a decision is taken from it, and one that must help settles nothing until a plan stands', async () => {
    const { personId, moveId } = await moving({ movesOn: '21 November 2026' });
    await addNeed(moveId);
    await council.as(rowan, async (db) => {
      const conversationId = await openConversation(db, { personId, kind: 3 });
      await saveDetermination(db, { ...decision, personId, conversationId });
    });
    const move = await council.as(rowan, (db) => findMove(db, moveId));
    assert.equal(move.decidedHereOn, '2026-11-20');
    assert.match((await visitor.get(`/moves/${moveId}`)).body, /no plan of ours stands yet/);
    const onTheCalendar = () =>
      council.as(rowan, (db) =>
        readRows(db, sql`select 1 from clock_fact where person_id = ${personId} and kind = 'move-here'`),
      );
    assert.ok((await onTheCalendar()).length > 0, 'owed, so on the calendar');
    assert.equal((await visitor.post(`/moves/${moveId}/same-needs`, {})).statusCode, 303);
    assert.deepEqual(await onTheCalendar(), []);
  });

  it('P4 a decision that the law does not require us to help settles it', async () => {
    const { personId, moveId } = await moving({ movesOn: '21 November 2026' });
    await addNeed(moveId);
    await council.as(rowan, async (db) => {
      const conversationId = await openConversation(db, { personId, kind: 3 });
      const no = { ...decision, isEligible: false, writtenAdvice: 'The library.' };
      await saveDetermination(db, { ...no, personId, conversationId });
    });
    assert.doesNotMatch((await visitor.get(`/moves/${moveId}`)).body, /Meet the same needs/);
    const refused = await visitor.post(`/moves/${moveId}/same-needs`, {});
    assert.equal(refused.statusCode, 409);
    assert.match(refused.body, /does not require us to help/);
  });

  it('P4 a decision given before we were told is about another time', async () => {
    const personId = await wilf();
    await council.as(rowan, async (db) => {
      const conversationId = await openConversation(db, { personId, kind: 3 });
      await saveDetermination(db, { ...decision, personId, conversationId, decidedOn: '2026-09-30' });
    });
    await visitor.post(`/people/${personId}/moves`, {
      direction: 'here',
      otherCouncil: 'Fenholt',
      toldOn: '1 October 2026',
      toldBy: 'Carol',
    });
    const [move] = await council.as(rowan, (db) => movesOf(db, personId));
    assert.equal(move?.decidedHereOn, null);
  });

  it('P4 holds with a conversation 2 open: the day was not ours to choose', async () => {
    const { personId, moveId } = await moving();
    await addNeed(moveId);
    await council.as(rowan, (db) =>
      openConversation(db, {
        personId,
        kind: 2,
        namedAccountId: rowan.accountId,
        coverAccountId: priya.accountId,
      }),
    );
    assert.equal((await visitor.post(`/moves/${moveId}/same-needs`, {})).statusCode, 303);
  });

  it('P4 a plan of our own that differs waits for the explanation in writing', async () => {
    const { personId, moveId } = await moving();
    await addNeed(moveId);
    await visitor.post(`/moves/${moveId}/same-needs`, {});
    const conversation = await council.as(rowan, (db) => openConversationOf(db, personId, 3));
    const conversationId = conversation?.id ?? '';
    const stand = () =>
      council.as(rowan, async (db) => {
        const planId = await beginPlan(db, { personId, conversationId });
        const plan = await holdPlan(db, planId);
        if (isRefusal(plan)) return plan;
        return agreePlan(db, plan, { startsOn: '2026-11-21', agreement: 'agree', agreementWords: 'Good.' });
      });
    await council.as(rowan, async (db) => {
      await saveToldBeforehand(db, await findConversation(db, conversationId), {
        toldOn: '2026-11-18',
        format: 'out loud',
      });
      await saveDetermination(db, { ...decision, personId, conversationId });
      const planId = await beginPlan(db, { personId, conversationId });
      await sql`update plan set good_life = 'My own door.', advice = 'The library.', direct_payment = 'offered-and-declined'
        where id = ${planId}`.execute(db);
      await sql`update plan_need set how = 'One visit, for longer' where plan_id = ${planId}`.execute(db);
    });
    const refused = await stand();
    assert.equal(refused?.refused, 'P4', refused?.because);
    assert.match(refused?.because ?? '', /met in another way/);
    await visitor.post(`/moves/${moveId}/difference`, {
      differenceWords: 'One longer visit, because you asked for fewer faces.',
      differenceSentOn: '21 November 2026',
    });
    assert.equal(await stand(), null);
    const plans = await council.as(rowan, (db) => plansOf(db, personId));
    assert.deepEqual(plans.map(({ state }) => state).toSorted(), ['followed-by-a-later-one', 'standing']);
    assert.match((await visitor.get(`/moves/${moveId}`)).body, /because you asked for fewer faces/);
  });
});

describe('P4 moving away with no gap', () => {
  it('P4 support here goes on until the other council says that it has taken over', async () => {
    const { personId, moveId } = await moving({ direction: 'away' });
    const page = await visitor.get(`/moves/${moveId}`);
    assert.match(page.body, /Until Fenholt says that it has taken over/);
    const early = await visitor.post(`/moves/${moveId}/taken-over`, {
      takenOverOn: '17 November 2026',
      takenOverWords: 'An email.',
    });
    assert.equal(early.statusCode, 409);
    const taken = await visitor.post(`/moves/${moveId}/taken-over`, {
      takenOverOn: '20 November 2026',
      takenOverWords: 'Dee from Fenholt rang: calls begin tonight.',
    });
    assert.equal(taken.statusCode, 303);
    assert.match((await visitor.get(`/moves/${moveId}`)).body, /calls begin tonight/);
    const [person] = await council.as(rowan, (db) =>
      readRows<{ moved_away_on: string }>(db, sql`select moved_away_on from person where id = ${personId}`),
    );
    assert.equal(person?.moved_away_on, '2026-11-18');
  });

  it('P4 somebody who comes back lives here again once their needs are met here', async () => {
    const { personId, moveId } = await moving({ direction: 'away' });
    await visitor.post(`/moves/${moveId}/taken-over`, {
      takenOverOn: '20 November 2026',
      takenOverWords: 'Rang.',
    });
    const back = await visitor.json(`/people/${personId}/moves`, {
      direction: 'here',
      otherCouncil: 'Fenholt',
      toldOn: '20 November 2026',
      toldBy: 'Wilf',
      movesOn: '21 November 2026',
    });
    await addNeed(String(back.body.moveId));
    await visitor.post(`/moves/${back.body.moveId}/same-needs`, {});
    const stops = await council.as(rowan, async (db) => {
      const [running] = await supportOf(db, personId);
      const asked = { because: 'moved-and-met-there', words: '', endsOn: '2026-11-21' };
      return endAsAsked(db, running?.id ?? '', asked);
    });
    assert.match(stops?.because ?? '', /they moved here, not away/, 'an old move away ends nothing here');
    const [person] = await council.as(rowan, (db) =>
      readRows<{ moved_away_on: string | null }>(
        db,
        sql`select moved_away_on from person where id = ${personId}`,
      ),
    );
    assert.equal(person?.moved_away_on, null);
  });
});

describe('a move as it is written down', () => {
  it('P4 a day that changes twice is told as changed each time', async () => {
    const { personId, moveId } = await moving();
    for (const [version, movesOn] of [
      ['1', '25 November 2026'],
      ['2', '2 December 2026'],
    ] as const)
      await visitor.post(`/moves/${moveId}`, { movesOn, version });
    const [last, first] = await council.as(rowan, (db) => readTimeline(db, personId, 2));
    assert.match(last?.voices[0]?.words ?? '', /2 December 2026, not 25 November 2026/);
    assert.match(first?.voices[0]?.words ?? '', /25 November 2026, not 18 November 2026/);
  });

  it('two people writing at once: the second is shown both texts', async () => {
    const { moveId } = await moving();
    await visitor.post(`/moves/${moveId}`, { movesOn: '25 November 2026', version: '1' });
    const second = await visitor.post(`/moves/${moveId}`, { movesOn: '26 November 2026', version: '1' });
    assert.equal(second.statusCode, 409);
    assert.match(second.body, /Moving on 25 November 2026/);
  });

  it('a need is mended and taken out, until it is met here', async () => {
    const { moveId } = await moving();
    await addNeed(moveId);
    await addNeed(moveId, { need: 'Written twice' });
    const { body } = await visitor.json(`/moves/${moveId}`);
    const [one, two] = body.needs as { id: string }[];
    assert.match((await visitor.get(`/moves/${moveId}/needs/${one?.id}`)).body, /Two calls a day/);
    await visitor.post(`/moves/${moveId}/needs/${one?.id}`, { need: 'Rising', metThere: 'Three calls' });
    await visitor.post(`/moves/${moveId}/needs/${two?.id}/removal`, {});
    const now = (await visitor.json(`/moves/${moveId}`)).body.needs as { need: string }[];
    assert.deepEqual(
      now.map(({ need }) => need),
      ['Rising'],
    );
    await visitor.post(`/moves/${moveId}/same-needs`, {});
    const late = await visitor.post(`/moves/${moveId}/needs/${one?.id}/removal`, {});
    assert.equal(late.statusCode, 409);
  });

  it('P4 a move that did not happen says so, and asks nothing more', async () => {
    const { personId, moveId } = await moving();
    const answer = await visitor.post(`/moves/${moveId}/did-not-happen`, {
      whatHappened: 'He likes it here.',
    });
    assert.equal(answer.statusCode, 303);
    assert.match((await visitor.get(`/people/${personId}/moves`)).body, /It did not happen/);
    assert.doesNotMatch((await visitor.get(`/moves/${moveId}`)).body, /Still to do|Meet the same needs/);
  });

  it('W5 another team is asked why, and a form that is short of something comes back as typed', async () => {
    const { personId, moveId } = await moving();
    assert.equal((await other.get(`/moves/${moveId}`)).statusCode, 403);
    assert.equal((await other.get(`/people/${personId}/moves`)).statusCode, 403);
    assert.equal((await other.post(`/moves/${moveId}/same-needs`, {})).statusCode, 403);
    const short = await visitor.post(`/people/${personId}/moves`, { direction: 'here', toldBy: 'The vicar' });
    assert.equal(short.statusCode, 422);
    assert.match(short.body, /The vicar/);
    assert.match(short.body, /Write which council/);
  });
});
