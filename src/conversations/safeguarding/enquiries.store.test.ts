import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { testCouncil, testNow } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { openPerson } from '../../people/opening.store.ts';
import { makePerson } from '../../people/people.store.ts';
import { readTimeline } from '../../people/timeline/timeline.fixture.ts';
import { dayOf } from '../../platform/clock.ts';
import { Conflict, Unknown } from '../../platform/http/problems.ts';
import { openConversation } from '../conversations.store.ts';
import { findEntry, saveEntry } from '../entries.store.ts';
import { tagFact } from '../facts.store.ts';
import {
  enquiriesOf,
  findEnquiry,
  hasOpenEnquiry,
  keepAnswers,
  type NewAnswers,
  safeguardingInASentence,
} from './enquiries.store.ts';
import { addOutcome, endEnquiry, outcomesOf, stepsOf, takeLead } from './enquiry-changes.store.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const { rowan, priya, marsh } = council.accounts;

const answers: NewAnswers = {
  hasNeeds: 'yes',
  atRisk: 'suspected',
  cannotProtect: 'yes',
  words: 'He takes my card on Fridays',
  toldBy: 'Nell',
  whyNot: null,
};
const someone = () => council.as(rowan, (db) => makePerson(db, { fullName: 'Nell Farrow', knownAs: 'Nell' }));
const answer = (personId: string, given: Partial<NewAnswers> = {}, now = testNow, who = rowan) =>
  council.as(who, (db) => keepAnswers(db, personId, { ...answers, ...given }), now);
const isOpen = (personId: string) => council.as(rowan, (db) => hasOpenEnquiry(db, personId));
const story = (personId: string) => council.as(rowan, (db) => readTimeline(db, personId, 10));

describe('N2 opening an enquiry', () => {
  it('N2 opens the same instant the answers are given, with no conversation and no team of the person’s own', async () => {
    const personId = await someone();
    const { id, isOpened } = await answer(personId);
    assert.equal(isOpened, true);
    const enquiry = await council.as(rowan, (db) => findEnquiry(db, id));
    assert.deepEqual(enquiry.openedAt, testNow);
    assert.deepEqual(enquiry.answeredAt, testNow);
    assert.equal(enquiry.lead, 'Rowan');
    assert.equal(await isOpen(personId), true);
    await council.as(priya, (db) => openPerson(db, personId));
  });

  it('N2 a no opens none and keeps the answers with why; answering again opens one', async () => {
    const personId = await someone();
    const none = await answer(personId, { cannotProtect: 'no', whyNot: 'She moved the card herself' });
    assert.equal(none.isOpened, false);
    assert.equal(await isOpen(personId), false);
    await assert.rejects(
      council.as(rowan, (db) => findEnquiry(db, none.id)),
      Unknown,
    );
    assert.deepEqual(await story(personId), []);
    const later = new Date(testNow.getTime() + 60_000);
    assert.equal((await answer(personId, {}, later)).isOpened, true);
    const all = await council.as(rowan, (db) => enquiriesOf(db, personId));
    assert.deepEqual(
      all.map(({ openedAt, whyNot }) => [openedAt, whyNot]),
      [
        [later, null],
        [null, 'She moved the card herself'],
      ],
    );
  });

  it('N2 answers at 23:59 and 00:01 in England are of two days, each opened in its own minute', async () => {
    const personId = await someone();
    const before = new Date('2026-06-30T22:59:00Z');
    const after = new Date('2026-06-30T23:01:00Z');
    await answer(personId, {}, before);
    await answer(personId, {}, after);
    const all = await council.as(rowan, (db) => enquiriesOf(db, personId));
    assert.deepEqual(
      all.map(({ openedAt }) => openedAt && dayOf(openedAt)),
      ['2026-07-01', '2026-06-30'],
    );
  });

  it('N2 two sets of answers in one minute both stand: nothing is lost and nothing waits', async () => {
    const personId = await someone();
    const both = await Promise.all([
      answer(personId),
      answer(personId, { words: 'He shouts', toldBy: 'A neighbour' }, testNow, priya),
    ]);
    assert.deepEqual(
      both.map(({ isOpened }) => isOpened),
      [true, true],
    );
    assert.match(
      (await council.as(rowan, (db) => safeguardingInASentence(db, personId))) ?? '',
      /^2 safeguarding enquiries are open/,
    );
  });

  it('N2 the story says that it opened and ended, and holds no word of it', async () => {
    const personId = await someone();
    const { id } = await answer(personId);
    await council.as(rowan, async (db) => {
      await addOutcome(db, await findEnquiry(db, id), { wanted: 'my card back', saidOn: '2026-11-21' });
    });
    const told = await story(personId);
    assert.deepEqual(
      told.map(({ title, voices }) => [title, voices]),
      [['A safeguarding enquiry opened', []]],
    );
    assert.doesNotMatch(JSON.stringify(told), /card|Fridays/);
  });

  it('N2 belongs to its council: another sees neither the person nor the enquiry', async () => {
    const personId = await someone();
    const { id } = await answer(personId);
    const elsewhere = await testCouncil(database, 'elsewhere-test');
    await assert.rejects(
      elsewhere.as(elsewhere.accounts.rowan, (db) => findEnquiry(db, id)),
      Unknown,
    );
    assert.equal(await elsewhere.as(elsewhere.accounts.rowan, (db) => hasOpenEnquiry(db, personId)), false);
  });

  it('W5 the team of whoever answered comes alongside, and no other', async () => {
    const personId = await someone();
    await answer(personId);
    await assert.rejects(council.as(marsh, (db) => openPerson(db, personId)));
  });
});

describe('N2 answers marked in somebody’s words', () => {
  const marked = async (details: Record<string, string>) => {
    const personId = await someone();
    const mark = (replaces: string | null = null, given = details) =>
      council.as(rowan, async (db) => {
        const conversationId = await openConversation(db, { personId, kind: 1 });
        const said = 'He takes my card on Fridays';
        const entryId = await saveEntry(db, {
          ...{ personId, conversationId, kind: 1 as const, happenedAt: testNow, isWithPerson: true, said },
        });
        const entry = await findEntry(db, entryId);
        return tagFact(db, {
          ...{ entry, voice: 'said' as const, startsAt: 0, endsAt: said.length, replaces },
          ...{ kind: 'safeguarding-answer' as const, details: given },
        });
      });
    return { personId, mark, first: await mark() };
  };
  const three = { hasNeeds: 'yes', atRisk: 'yes', cannotProtect: 'suspected' };

  it('N2 open the enquiry in the same transaction, with the words and who said them', async () => {
    const { personId } = await marked(three);
    const [enquiry] = await council.as(rowan, (db) => enquiriesOf(db, personId));
    assert.equal(enquiry?.words, 'He takes my card on Fridays');
    assert.equal(enquiry?.toldBy, 'Nell');
    assert.deepEqual(enquiry?.openedAt, testNow);
  });

  it('N2 are kept with a no, and open one when they are corrected to yes', async () => {
    const { personId, mark, first } = await marked({ ...three, atRisk: 'no' });
    assert.equal(await isOpen(personId), false);
    await mark(first, three);
    assert.equal(await isOpen(personId), true);
  });

  it('N2 corrected while their enquiry is open, open no second one', async () => {
    const { personId, mark, first } = await marked(three);
    await mark(first, { ...three, cannotProtect: 'yes' });
    assert.equal((await council.as(rowan, (db) => enquiriesOf(db, personId))).length, 1);
  });

  it('N2 wait for nothing but the third answer', async () => {
    const { personId } = await marked({ hasNeeds: 'yes', atRisk: 'yes' });
    assert.deepEqual(await council.as(rowan, (db) => enquiriesOf(db, personId)), []);
  });
});

describe('N2 two people on one enquiry', () => {
  it('N2 two outcomes written at once both stand, in order', async () => {
    const personId = await someone();
    const { id } = await answer(personId);
    await Promise.all(
      ['my card back', 'nobody told off'].map((wanted) =>
        council.as(rowan, async (db) =>
          addOutcome(db, await findEnquiry(db, id), { wanted, saidOn: '2026-11-21' }),
        ),
      ),
    );
    const outcomes = await council.as(rowan, (db) => outcomesOf(db, id));
    assert.deepEqual(outcomes.map(({ wanted }) => wanted).toSorted(), ['my card back', 'nobody told off']);
  });

  it('N2 ending what a colleague has just changed shows both texts, and ends nothing', async () => {
    const personId = await someone();
    const { id } = await answer(personId);
    const read = await council.as(rowan, (db) => findEnquiry(db, id));
    await council.as(priya, async (db) => takeLead(db, await findEnquiry(db, id), read.version));
    await council.as(rowan, async (db) => {
      await addOutcome(db, await findEnquiry(db, id), { wanted: 'my card back', saidOn: '2026-11-21' });
    });
    const ending = {
      ...{ personsView: 'It will do', riskNow: 'less' as const, whatWasDone: 'The bank sent a new card' },
      ...{ endedOn: '2026-11-21', version: read.version },
    };
    const refusal = await council.as(rowan, async (db) => endEnquiry(db, await findEnquiry(db, id), ending));
    assert.equal(refusal?.refused, 'N2');
    await council.as(rowan, async (db) => {
      await sql`update enquiry_outcome set is_met = 'fully', is_met_words = 'It came on Monday'
        where enquiry_id = ${id}`.execute(db);
    });
    await assert.rejects(
      council.as(rowan, async (db) => endEnquiry(db, await findEnquiry(db, id), ending)),
      (error) => error instanceof Conflict && /Priya leads it/.test(error.theirs.words),
    );
    assert.equal(await isOpen(personId), true);
    assert.deepEqual(await council.as(rowan, (db) => stepsOf(db, id)), []);
  });
});
