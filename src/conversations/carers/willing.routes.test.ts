import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type TestAccount, testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';
import { caredFor } from '../../people/carers/caring.fixture.ts';
import { saidBy, statementsFor } from '../../people/carers/statements.store.ts';
import { mayLeanOn } from '../../people/carers/willing.ts';
import { addPersonAround } from '../../people/people.store.ts';
import { conversationsOf, openConversation } from '../conversations.store.ts';
import { entriesOf, findEntry, saveEntry } from '../entries.store.ts';
import { tagFact } from '../facts.store.ts';
import { keepSaid } from './saying.store.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const { rowan, marsh } = council.accounts;
const house = await testHouse(database);
const visitor = await house.signIn(council, rowan);

const at = (carerId: string) => `/people/${carerId}/willing-and-able`;
const said = (forPerson: string, changes: Record<string, string> = {}) => ({
  forPerson,
  thing: 'Nights',
  willing: 'yes',
  able: 'yes',
  saidOn: '20 November 2026',
  words: 'I sleep beside him anyway.',
  ...changes,
});
const spoken = (carerId: string) => council.as(rowan, (db) => saidBy(db, carerId));
const may = async (personId: string, thing: string) =>
  mayLeanOn(await council.as(rowan, (db) => statementsFor(db, personId)), thing, '2026-11-21');

/** One carer, who looks out for one person. */
async function two(person = 'Wilfred Acheson', carer = 'Jean Acheson') {
  const { personId, carerIds } = await caredFor(council, person, carer);
  return { personId, carerId: carerIds[0] ?? '' };
}

describe('N5 what a carer is willing and able to do', () => {
  it('N5 is said on their own record: their words as an entry of theirs, and a dated statement for each side', async () => {
    const { personId, carerId } = await two();
    const answer = await visitor.post(at(carerId), said(personId));
    assert.equal(answer.statusCode, 303, answer.body);
    const statements = await spoken(carerId);
    assert.deepEqual(
      statements.map(({ side, answer, saidOn, thing }) => `${thing} ${side} ${answer} ${saidOn}`).toSorted(),
      ['Nights able yes 2026-11-20', 'Nights willing yes 2026-11-20'],
    );
    const [conversation] = await council.as(rowan, (db) => conversationsOf(db, carerId));
    assert.equal(conversation?.kind, 1);
    const [entry] = await council.as(rowan, (db) => entriesOf(db, conversation?.id ?? ''));
    assert.equal(entry?.said, 'I sleep beside him anyway.');
    assert.ok(statements.every(({ entryId }) => entryId === entry?.id));
    assert.equal(await may(personId, 'nights'), null);
    const page = await visitor.get(at(carerId));
    assert.match(page.body, /Willing: yes, 20 November 2026/);
    assert.match(page.body, /I sleep beside him anyway\./);
    assert.match(page.body, /Wilfred Acheson/);
  });

  it('N5 goes into the conversation they have open, whichever it is', async () => {
    const { personId, carerId } = await two();
    const open = await council.as(rowan, (db) => openConversation(db, { personId: carerId, kind: 3 }));
    await visitor.post(at(carerId), said(personId));
    assert.equal((await council.as(rowan, (db) => entriesOf(db, open))).length, 1);
  });

  it('N5 a new statement takes the place of the old, which is kept; the other side stays as it was', async () => {
    const { personId, carerId } = await two();
    await visitor.post(at(carerId), said(personId, { saidOn: '10 November 2026' }));
    await visitor.post(
      at(carerId),
      said(personId, { willing: '', able: 'no', words: 'My back has gone.', saidOn: '20 November 2026' }),
    );
    assert.match((await may(personId, 'nights'))?.because ?? '', /not able/);
    const statements = await spoken(carerId);
    assert.equal(statements.length, 3);
    assert.equal(statements.filter(({ isCurrent }) => isCurrent).length, 2);
    const page = await visitor.get(at(carerId));
    assert.match(page.body, /Willing: yes, 10 November 2026/);
    assert.match(page.body, /Able: no, 20 November 2026/);
    assert.match(page.body, /What was said before/);
  });

  it('N5 what is written up late about an earlier day does not undo the last word', async () => {
    const { personId, carerId } = await two();
    await visitor.post(at(carerId), said(personId));
    await visitor.post(at(carerId), said(personId, { able: 'no', saidOn: '1 November 2026' }));
    assert.equal(await may(personId, 'nights'), null);
    assert.equal((await spoken(carerId)).length, 4);
  });

  it('N5 is not dated after today, nor about somebody they do not look out for', async () => {
    const { personId, carerId } = await two();
    const stranger = await two('Somebody Else', 'Another Carer');
    for (const fields of [said(personId, { saidOn: '22 November 2026' }), said(stranger.personId)]) {
      const answer = await visitor.post(at(carerId), fields);
      assert.equal(answer.statusCode, 409);
      assert.match(answer.body, /Rule N5/);
      assert.match(answer.body, /I sleep beside him anyway\./);
    }
    assert.equal((await spoken(carerId)).length, 0);
  });

  it('N5 the day is England’s: half past midnight in July is still June by Greenwich’s clock', async () => {
    const { personId, carerId } = await two();
    const late = new Date('2026-06-30T23:30:00Z');
    const on = (saidOn: string) =>
      council.as(
        rowan,
        (db) =>
          keepSaid(db, carerId, {
            ...{ forPerson: personId, thing: 'Nights', willing: 'yes', able: 'yes', words: 'Yes.' },
            saidOn,
          }),
        late,
      );
    assert.equal((await on('2026-07-02'))?.refused, 'N5');
    assert.equal(await on('2026-07-01'), null);
    assert.equal((await spoken(carerId)).length, 2);
  });

  it('N5 asks for one side at least, for words and for a day', async () => {
    const { personId, carerId } = await two();
    for (const missing of [{ willing: '', able: '' }, { words: '' }, { saidOn: '' }, { thing: '' }])
      assert.equal((await visitor.post(at(carerId), said(personId, missing))).statusCode, 422);
  });

  it('W5 is not for another team', async () => {
    const { personId, carerId } = await two();
    const other = await house.signIn(council, marsh);
    assert.equal((await other.get(at(carerId))).statusCode, 403);
    assert.equal((await other.post(at(carerId), said(personId))).statusCode, 403);
  });

  it('N5 two colleagues writing at once leave one last word', async () => {
    const { personId, carerId } = await two();
    const answers = await Promise.all(
      ['yes', 'no'].map((able) => visitor.post(at(carerId), said(personId, { able }))),
    );
    assert.deepEqual(
      answers.map(({ statusCode }) => statusCode),
      [303, 303],
    );
    const current = (await spoken(carerId)).filter(({ isCurrent, side }) => isCurrent && side === 'able');
    assert.equal(current.length, 1);
  });
});

/** Marks a whole sentence of an entry of the person's own. */
async function marked(
  who: TestAccount,
  personId: string,
  details: Record<string, string>,
  more: { replaces?: string; entryId?: string; saidBy?: string; kind?: 'carer-willing' | 'carer-able' } = {},
) {
  const words = 'I can do the nights.';
  return council.as(who, async (db) => {
    const entryId =
      more.entryId ??
      (await saveEntry(db, {
        personId,
        conversationId: await openConversation(db, { personId, kind: 1 }),
        kind: 1,
        happenedAt: new Date('2026-11-20T10:00:00Z'),
        isWithPerson: true,
        said: words,
      }));
    const factId = await tagFact(db, {
      entry: await findEntry(db, entryId),
      voice: 'said',
      startsAt: 0,
      endsAt: words.length,
      kind: more.kind ?? 'carer-able',
      details,
      replaces: more.replaces ?? null,
      ...(more.saidBy ? { saidBy: more.saidBy } : {}),
    });
    return { factId, entryId };
  });
}

describe('N5 words marked on the carer’s own record', () => {
  const details = { what: 'Nights', answer: 'yes', saidOn: '2026-11-20' };

  it('N5 become a statement at once, with the words they came from', async () => {
    const { personId, carerId } = await two();
    const { entryId } = await marked(rowan, carerId, details);
    assert.partialDeepStrictEqual(await spoken(carerId), [
      {
        forPersonId: personId,
        thing: 'Nights',
        side: 'able',
        answer: 'yes',
        words: 'I can do the nights.',
        entryId,
      },
    ]);
  });

  it('N5 a corrected mark corrects the statement, also when it is about an earlier day', async () => {
    const { carerId } = await two();
    const first = await marked(rowan, carerId, details);
    await marked(
      rowan,
      carerId,
      { ...details, answer: 'no', saidOn: '2026-11-19' },
      { entryId: first.entryId, replaces: first.factId },
    );
    const current = (await spoken(carerId)).filter(({ isCurrent }) => isCurrent);
    assert.deepEqual(
      current.map(({ answer, saidOn }) => `${answer} ${saidOn}`),
      ['no 2026-11-19'],
    );
  });

  it('N5 are no statement when somebody else said them, when dated ahead, or on the other person’s record', async () => {
    const { personId, carerId } = await two();
    await marked(rowan, carerId, details, { saidBy: 'Wilf' });
    await marked(rowan, carerId, { ...details, saidOn: '2026-11-22' });
    await marked(rowan, personId, details);
    assert.equal((await spoken(carerId)).length, 0);
  });

  it('N5 of one who looks out for several are asked about, and say for whom when it is named', async () => {
    const { personId, carerId } = await two();
    const other = await two('Mabel Tarrant', 'Nobody Much');
    await council.as(rowan, (db) =>
      addPersonAround(db, other.personId, {
        name: 'Jean',
        relation: 'sister',
        phone: null,
        gives: null,
        ifItStopped: null,
        isCarer: true,
        carerPersonId: carerId,
      }),
    );
    await marked(rowan, carerId, details);
    assert.equal((await spoken(carerId)).length, 0);
    assert.match((await visitor.get(at(carerId))).body, /Say for whom/);
    await marked(rowan, carerId, { ...details, forWhom: 'Wilf' });
    assert.deepEqual(
      (await spoken(carerId)).map(({ forPersonId }) => forPersonId),
      [personId],
    );
  });
});
