import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { type TestAccount, testCouncil } from '../../../../test/council.ts';
import { testDatabase } from '../../../../test/database.ts';
import { openPerson } from '../../../people/opening.store.ts';
import { readTimeline } from '../../../people/timeline/timeline.fixture.ts';
import { Unknown } from '../../../platform/http/problems.ts';
import { isRefusal } from '../../../platform/refusal.ts';
import { findConversation } from '../../conversations.store.ts';
import { someoneInCrisis } from '../crisis.fixture.ts';
import {
  answerNamedPerson,
  askNamedPerson,
  changeCover,
  namedPersonAsksOfMe,
  openAskIn,
} from './named-person.store.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const { rowan, priya, sam, marsh } = council.accounts;
const ask = async (by: TestAccount, conversationId: string, to: TestAccount): Promise<string> => {
  assert.equal(
    await council.as(by, (db) =>
      askNamedPerson(db, conversationId, { toAccountId: to.accountId, sentence: 'She trusts them' }),
    ),
    null,
  );
  const waiting = await council.as(by, (db) => openAskIn(db, conversationId));
  assert.ok(waiting);
  return waiting.id;
};
const held = async (conversationId: string) => {
  const { namedPerson, cover } = await council.as(rowan, (db) => findConversation(db, conversationId));
  return [namedPerson, cover];
};

describe('C2-2 the named person changes only when both have said yes', () => {
  it('C2-2 asking is the asker’s own yes; the second yes makes the change and tells the story', async () => {
    const { personId, conversationId } = await someoneInCrisis(council);
    const id = await ask(rowan, conversationId, marsh);
    assert.deepEqual(await held(conversationId), ['Rowan', 'Priya']);
    assert.deepEqual(
      (await council.as(marsh, (db) => namedPersonAsksOfMe(db))).map((one) => one.id),
      [id],
    );
    assert.deepEqual(await council.as(marsh, (db) => answerNamedPerson(db, id, 'yes')), { isChanged: true });
    assert.deepEqual(await held(conversationId), ['Marlow', 'Priya']);
    assert.equal((await council.as(marsh, (db) => openPerson(db, personId))).personId, personId);
    const story = await council.as(rowan, (db) => readTimeline(db, personId, 3));
    assert.equal(story.find(({ kind }) => kind === 'named-person')?.byLine, 'Rowan and Marlow both said yes');
  });

  it('C2-2 somebody else’s asking is nobody’s yes; both pressing yes at once make one change', async () => {
    const { personId, conversationId } = await someoneInCrisis(council);
    const id = await ask(priya, conversationId, sam);
    const answers = await Promise.all(
      [rowan, sam].map((who) => council.as(who, (db) => answerNamedPerson(db, id, 'yes'))),
    );
    assert.deepEqual(answers.map((answer) => !isRefusal(answer) && answer.isChanged).sort(), [false, true]);
    assert.deepEqual(await held(conversationId), ['Sam', 'Priya']);
    const story = await council.as(rowan, (db) => readTimeline(db, personId, 10));
    assert.equal(story.filter(({ kind }) => kind === 'named-person').length, 1);
  });

  it('C2-2 pressing yes twice, in two windows, is one yes', async () => {
    const { conversationId } = await someoneInCrisis(council);
    const id = await ask(rowan, conversationId, sam);
    const answers = await Promise.all(
      [sam, sam].map((who) => council.as(who, (db) => answerNamedPerson(db, id, 'yes'))),
    );
    assert.equal(answers.filter(isRefusal).length, 1);
    assert.deepEqual(await held(conversationId), ['Sam', 'Priya']);
  });

  it('C2-2 “not now” leaves it where it is, and another may be asked', async () => {
    const { conversationId } = await someoneInCrisis(council);
    const id = await ask(rowan, conversationId, sam);
    await council.as(sam, (db) => answerNamedPerson(db, id, 'not-now'));
    assert.deepEqual(await held(conversationId), ['Rowan', 'Priya']);
    const late = await council.as(rowan, (db) => answerNamedPerson(db, id, 'yes'));
    assert.match(isRefusal(late) ? late.because : '', /not now/);
    await ask(rowan, conversationId, marsh);
  });

  it('C2-2 two colleagues asking at once leave one waiting', async () => {
    const { conversationId } = await someoneInCrisis(council);
    const answers = await Promise.all(
      [rowan, priya].map((who) =>
        council.as(who, (db) =>
          askNamedPerson(db, conversationId, { toAccountId: sam.accountId, sentence: 'Why' }),
        ),
      ),
    );
    assert.deepEqual(
      answers.filter(isRefusal).map(({ refused }) => refused),
      ['C2-2'],
    );
  });

  it('C2-2 nobody answers for somebody else', async () => {
    const { conversationId } = await someoneInCrisis(council);
    const id = await ask(rowan, conversationId, sam);
    await assert.rejects(
      council.as(priya, (db) => answerNamedPerson(db, id, 'yes')),
      Unknown,
    );
  });

  it('C2-2 a cover who takes over is covered by the one before', async () => {
    const { conversationId } = await someoneInCrisis(council);
    const id = await ask(rowan, conversationId, priya);
    await council.as(priya, (db) => answerNamedPerson(db, id, 'yes'));
    assert.deepEqual(await held(conversationId), ['Priya', 'Rowan']);
  });

  it('C2-1 cover changes to somebody else, never to the named person', async () => {
    const { conversationId } = await someoneInCrisis(council);
    assert.equal(
      (await council.as(rowan, (db) => changeCover(db, conversationId, rowan.accountId)))?.refused,
      'C2-1',
    );
    assert.equal(await council.as(rowan, (db) => changeCover(db, conversationId, sam.accountId)), null);
    assert.deepEqual(await held(conversationId), ['Rowan', 'Sam']);
  });

  it('C2-2 when the named person has left, their cover says yes for them', async () => {
    const { conversationId } = await someoneInCrisis(council, { namedAccountId: sam.accountId });
    await council.as(rowan, (db) =>
      sql`update account set disabled_at = now() where id = ${sam.accountId}`.execute(db),
    );
    const id = await ask(rowan, conversationId, rowan);
    assert.deepEqual(await council.as(priya, (db) => answerNamedPerson(db, id, 'yes')), { isChanged: true });
    assert.deepEqual(await held(conversationId), ['Rowan', 'Priya']);
  });
});
