import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { testCouncil, testNow } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { saveContact } from '../../people/contacts/contacts.store.ts';
import { openPerson } from '../../people/opening.store.ts';
import { makePerson } from '../../people/people.store.ts';
import { readTimeline } from '../../people/timeline/timeline.fixture.ts';
import { Conflict, Unknown } from '../../platform/http/problems.ts';
import { isRefusal } from '../../platform/refusal.ts';
import { findConversation } from '../conversations.store.ts';
import { crisisOf, someoneInCrisis } from './crisis.fixture.ts';
import { changePlan, openCrisis, type PlanChange } from './crisis.store.ts';
import { logContact, spendMoney, tellPeers } from './crisis-log.store.ts';
import { readCrisis } from './crisis-page.store.ts';
import { endCrisis } from './ending.store.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const { rowan, priya, sam, marsh, analyst } = council.accounts;
const later = (hours: number): Date => new Date(testNow.getTime() + hours * 3_600_000);
const line = (words = 'Rang; slept a little', at = testNow) => ({
  line: words,
  isWithPerson: true,
  rereadPlan: false,
  at,
  nextContactAt: null,
});
const page = (id: string, now = testNow) =>
  council.as(
    rowan,
    async (db) => {
      const conversation = await findConversation(db, id);
      return readCrisis(db, conversation, conversation.personId);
    },
    now,
  );
const refusals = (personId: string) =>
  council.as(
    rowan,
    async (db) =>
      (
        await sql<{
          rule: string;
          tried: string;
        }>`select rule, tried from refused_attempt where person_id = ${personId} order by id`.execute(db)
      ).rows,
  );

describe('C2-1 opening conversation 2', () => {
  it('C2-2 two browsers opening it at once for one person leave exactly one open, and the other is told who holds it', async () => {
    const personId = await council.as(rowan, (db) => makePerson(db, { fullName: 'Bert Lowther' }));
    const opened = await Promise.all(
      [rowan, priya, sam, rowan].map((who) =>
        council.as(who, (db) => openCrisis(db, personId, crisisOf(council))),
      ),
    );
    assert.equal(opened.filter((one) => typeof one === 'string').length, 1);
    assert.deepEqual(
      opened.filter(isRefusal).map(({ refused }) => refused),
      ['C2-2', 'C2-2', 'C2-2'],
    );
    const { rows } = await council.as(rowan, (db) =>
      sql<{
        open: number;
      }>`select count(*)::integer as open from conversation where person_id = ${personId}`.execute(db),
    );
    assert.deepEqual(rows, [{ open: 1 }]);
    assert.equal((await refusals(personId)).length, 3);
  });

  it('C2-1 a refused attempt is kept, and an account that is not alongside people cannot be named', async () => {
    const personId = await council.as(rowan, (db) => makePerson(db, { fullName: 'Nell Farrow' }));
    const own = await council.as(rowan, (db) =>
      openCrisis(db, personId, crisisOf(council, { coverAccountId: rowan.accountId })),
    );
    const figures = await council.as(rowan, (db) =>
      openCrisis(db, personId, crisisOf(council, { coverAccountId: analyst.accountId })),
    );
    assert.match(isRefusal(own) ? own.because : '', /their own cover/);
    assert.match(isRefusal(figures) ? figures.because : '', /cover who works here/);
    assert.deepEqual(await refusals(personId), [
      { rule: 'C2-1', tried: 'open conversation 2' },
      { rule: 'C2-1', tried: 'open conversation 2' },
    ]);
  });

  it('W5 cover from another team may open the record from then on', async () => {
    const { personId } = await someoneInCrisis(council, { coverAccountId: marsh.accountId });
    assert.equal((await council.as(marsh, (db) => openPerson(db, personId))).personId, personId);
  });
});

describe('contacts in conversation 2', () => {
  it('F2 a contact with the person stops the clock and tells their story; one about them does neither', async () => {
    const { personId, conversationId } = await someoneInCrisis(council);
    await council.as(rowan, (db) =>
      saveContact(db, {
        personId,
        madeAt: testNow,
        how: 'phone',
        madeBy: 'Dilys',
        madeByRelation: 'themselves',
        permission: 'own-words',
        words: 'I cannot go home',
      }),
    );
    const spoken = async () =>
      council.as(
        rowan,
        async (db) =>
          (
            await sql<{
              on: string | null;
            }>`select spoken_on as on from contact where person_id = ${personId}`.execute(db)
          ).rows[0]?.on,
      );
    await council.as(rowan, (db) =>
      logContact(db, conversationId, { ...line('Rang the surgery'), isWithPerson: false }),
    );
    assert.equal(await spoken(), null);
    await council.as(rowan, (db) => logContact(db, conversationId, line('Sat with her')));
    assert.equal(await spoken(), '2026-11-21');
    const story = await council.as(rowan, (db) => readTimeline(db, personId, 20));
    assert.deepEqual(
      story.filter(({ kind }) => kind === 'crisis-contact').map(({ voices }) => voices[0]?.words),
      ['Sat with her'],
    );
  });

  it('C2-4 the rhythm and the longest gap are reckoned from contacts with the person alone', async () => {
    const { conversationId } = await someoneInCrisis(council);
    await council.as(priya, (db) => logContact(db, conversationId, line('Rang', later(20))), later(20));
    await council.as(
      priya,
      (db) => logContact(db, conversationId, { ...line('Rang the surgery', later(60)), isWithPerson: false }),
      later(60),
    );
    const crisis = await page(conversationId, later(100));
    assert.equal(crisis.rhythm.dayNumber, 5);
    assert.equal(
      crisis.rhythm.contact.sentence,
      'Contact was due on Monday 23 November, 2 days ago. The last was on Sunday 22 November, 3 days ago.',
    );
    assert.deepEqual(crisis.gap, { days: 3, from: '2026-11-22', to: '2026-11-25', isNow: true });
    assert.equal(crisis.contacts.length, 2);
  });

  it('C2-4 reading the plan again is always with the person, and an agreed contact is settled by one that day', async () => {
    const { conversationId } = await someoneInCrisis(council, { nextContactAt: later(5) });
    await council.as(rowan, (db) =>
      logContact(db, conversationId, { ...line(), isWithPerson: false, rereadPlan: true }),
    );
    const crisis = await page(conversationId);
    assert.deepEqual(
      crisis.contacts.map(({ isWithPerson, rereadPlan }) => [isWithPerson, rereadPlan]),
      [[true, true]],
    );
    assert.equal(crisis.plan.nextContactAt, null);
  });

  it('C2-4 nothing is logged before it has happened, nor once it rests', async () => {
    const { conversationId } = await someoneInCrisis(council);
    const early = await council.as(rowan, (db) =>
      logContact(db, conversationId, line('Will ring', later(1))),
    );
    assert.equal(early?.refused, 'C2-4');
    await council.as(rowan, (db) => endCrisis(db, conversationId, ending));
    const resting = await council.as(rowan, (db) => logContact(db, conversationId, line()));
    assert.equal(resting?.refused, 'R1');
  });
});

describe('C2-5 small money', () => {
  const money = (amountPence: number) => ({
    spentOn: '2026-11-21',
    amountPence,
    whatFor: 'a taxi home',
    whatItChanged: '',
  });

  it('C2-5 two people spending at once do not pass the site’s limit together, and what was refused is kept', async () => {
    const { personId, conversationId } = await someoneInCrisis(council);
    const answers = await Promise.all(
      [rowan, priya, sam].map((who) => council.as(who, (db) => spendMoney(db, conversationId, money(9_000)))),
    );
    assert.deepEqual(
      answers.filter(isRefusal).map(({ refused }) => refused),
      ['C2-5'],
    );
    const crisis = await page(conversationId);
    assert.equal(crisis.spentPence, 18_000);
    assert.deepEqual(await refusals(personId), [{ rule: 'C2-5', tried: 'spend small money' }]);
  });
});

describe('the crisis plan', () => {
  const change: PlanChange = {
    ...{
      mustChange: 'I need a key that works',
      safetyNote: 'Ring first',
      steadyLooksLike: '',
      todaysOneThing: 'Find the key',
    },
    ...{ todayAccountId: priya.accountId, state: 'steadier', version: 1 },
  };

  it('when two people change it at once one is kept, and the other is shown both texts', async () => {
    const { conversationId } = await someoneInCrisis(council);
    const settled = await Promise.allSettled([
      council.as(rowan, (db) =>
        changePlan(db, conversationId, { ...change, mustChange: 'The key, says Rowan' }),
      ),
      council.as(priya, (db) =>
        changePlan(db, conversationId, { ...change, mustChange: 'The key, says Priya' }),
      ),
    ]);
    const lost = settled.find((one) => one.status === 'rejected');
    assert.ok(lost?.reason instanceof Conflict);
    const kept = (await page(conversationId)).plan;
    assert.equal(kept.version, 2);
    assert.ok(lost.reason.theirs.words.includes(kept.mustChange));
    assert.ok(!lost.reason.yours.includes(kept.mustChange));
    assert.ok(['Rowan', 'Priya'].includes(lost.reason.theirs.who));
  });

  it('C2-2 nobody is given today unasked: the named person, their cover or whoever says so themselves', async () => {
    const { conversationId } = await someoneInCrisis(council);
    const given = await council.as(rowan, (db) =>
      changePlan(db, conversationId, { ...change, todayAccountId: sam.accountId }),
    );
    assert.equal(given?.refused, 'C2-2');
    assert.equal(
      await council.as(sam, (db) =>
        changePlan(db, conversationId, { ...change, todayAccountId: sam.accountId }),
      ),
      null,
    );
    assert.equal((await page(conversationId)).plan.todayName, 'Sam');
  });
});

const ending = {
  next: 'resting' as const,
  whatChanged: 'She is home',
  personsView: 'I can breathe again',
  howToComeBack: 'Ring Rowan on the number on the fridge',
  checkBackOn: '2026-12-05',
  because: null,
};

describe('C2-6 ending conversation 2', () => {
  it('C2-6 rests with what changed and their view in their story, and another may then be opened', async () => {
    const { personId, conversationId } = await someoneInCrisis(council);
    assert.equal(await council.as(rowan, (db) => endCrisis(db, conversationId, ending)), null);
    const { conversation, gap } = await page(conversationId, later(240));
    assert.deepEqual(
      [conversation.restingOn, conversation.whatNext, conversation.checkBackOn],
      ['2026-11-21', 'resting', '2026-12-05'],
    );
    assert.equal(gap.days, 0);
    const story = await council.as(rowan, (db) => readTimeline(db, personId, 5));
    const told = story.find(({ kind }) => kind === 'crisis-ended');
    assert.deepEqual(told?.voices[0], { voice: 'said', who: 'Dilys', words: 'I can breathe again' });
    const again = await council.as(rowan, (db) => openCrisis(db, personId, crisisOf(council)), later(240));
    assert.equal(typeof again, 'string');
  });

  it('C2-6 goes on only with a reason peers have heard since it began, and again only when they have heard since', async () => {
    const { personId, conversationId } = await someoneInCrisis(council);
    const on = { ...ending, next: 'on' as const, because: 'The landlord has not answered' };
    const share = {
      purpose: 'team-talk' as const,
      sharedOn: '2026-11-21',
      attendeeIds: [priya.accountId],
      personWasInvited: true,
      whatWeHeard: 'Ring him together',
    };
    assert.equal(
      (await council.as(rowan, (db) => endCrisis(db, conversationId, on), later(1)))?.refused,
      'C2-6',
    );
    await council.as(rowan, (db) => tellPeers(db, conversationId, share), later(2));
    assert.equal(await council.as(rowan, (db) => endCrisis(db, conversationId, on), later(3)), null);
    assert.equal(
      (await council.as(rowan, (db) => endCrisis(db, conversationId, on), later(4)))?.refused,
      'C2-6',
    );
    const { plan, conversation, shares } = await page(conversationId, later(5));
    assert.equal(plan.wentOnBecause, 'The landlord has not answered');
    assert.equal(conversation.restingOn, null);
    assert.deepEqual(
      shares.map(({ attendees, presenter }) => [presenter, attendees]),
      [['Rowan', ['Priya']]],
    );
    assert.equal((await refusals(personId)).length, 2);
  });

  it('two people ending it at once end it once', async () => {
    const { conversationId } = await someoneInCrisis(council);
    const answers = await Promise.all(
      [rowan, priya].map((who) => council.as(who, (db) => endCrisis(db, conversationId, ending))),
    );
    assert.deepEqual(answers.map((answer) => answer?.refused ?? null).sort(), ['R1', null].sort());
  });
});

describe('C2-4 telling peers', () => {
  it('C2-4 somebody besides the teller was there', async () => {
    const { conversationId } = await someoneInCrisis(council);
    const alone = {
      purpose: 'sharing' as const,
      sharedOn: '2026-11-21',
      attendeeIds: [rowan.accountId],
      personWasInvited: false,
      whatWeHeard: '',
    };
    assert.equal((await council.as(rowan, (db) => tellPeers(db, conversationId, alone)))?.refused, 'C2-4');
  });
});

describe('councils apart', () => {
  it('no other council finds, logs or ends it', async () => {
    const { conversationId } = await someoneInCrisis(council);
    const elsewhere = await testCouncil(database, 'elsewhere-test');
    const stranger = elsewhere.accounts.rowan;
    await assert.rejects(
      elsewhere.as(stranger, (db) => findConversation(db, conversationId)),
      Unknown,
    );
    await assert.rejects(
      elsewhere.as(stranger, (db) => logContact(db, conversationId, line())),
      Unknown,
    );
    await assert.rejects(
      elsewhere.as(stranger, (db) => endCrisis(db, conversationId, ending)),
      Unknown,
    );
  });
});
