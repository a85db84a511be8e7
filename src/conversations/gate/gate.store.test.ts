import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { makePerson } from '../../people/people.store.ts';
import { readTimeline } from '../../people/timeline/timeline.fixture.ts';
import { newId } from '../../platform/ids.ts';
import { refuse } from '../../platform/refusal.ts';
import { findConversation, openConversation } from '../conversations.store.ts';
import { saveEntry } from '../entries.store.ts';
import { keepRefused } from '../refused.store.ts';
import { readGate, savePeerTest } from './gate.store.ts';
import { saveToldBeforehand, toldBeforehand } from './told-beforehand.store.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const { rowan, priya } = council.accounts;
const wilf = () =>
  council.as(rowan, (db) => makePerson(db, { fullName: 'Wilfred Acheson', knownAs: 'Wilf' }));

describe('what the gate is judged by', () => {
  it('is empty, not missing, for somebody nobody has met', async () => {
    const personId = await wilf();
    assert.deepEqual(await council.as(rowan, (db) => readGate(db, personId)), {
      conversations: [],
      peerTests: [],
      lastRereadAt: null,
      triedBefore: [],
    });
  });

  it('C3-1 tells what each conversation has done, counting only times together', async () => {
    const personId = await wilf();
    await council.as(rowan, async (db) => {
      const conversationId = await openConversation(db, {
        personId,
        kind: 1,
        openedAt: new Date('2026-11-02T23:30:00Z'),
      });
      const entry = {
        personId,
        conversationId,
        kind: 1 as const,
        happenedAt: new Date('2026-11-03T10:00:00Z'),
        noticed: 'Thinner.',
      };
      await saveEntry(db, { ...entry, isWithPerson: true });
      await saveEntry(db, { ...entry, isWithPerson: false });
    });
    const { conversations } = await council.as(rowan, (db) => readGate(db, personId));
    assert.equal(conversations.length, 1);
    assert.partialDeepStrictEqual(conversations[0], {
      kind: 1,
      openedOn: '2026-11-02',
      restingOn: null,
      timesTogether: 1,
    });
  });

  it('C3-1 finds when the crisis plan was last read again, and not a contact that did not', async () => {
    const personId = await wilf();
    await council.as(rowan, async (db) => {
      const conversation_id = await openConversation(db, {
        personId,
        kind: 2,
        namedAccountId: rowan.accountId,
        coverAccountId: priya.accountId,
      });
      const contact = {
        council_id: council.councilId,
        conversation_id,
        person_id: personId,
        account_id: rowan.accountId,
        line: 'Rang.',
      };
      await db
        .insertInto('crisis_contact')
        .values([
          { ...contact, id: newId(), at: new Date('2026-11-18T09:00:00Z'), reread_plan: true },
          { ...contact, id: newId(), at: new Date('2026-11-20T09:00:00Z'), reread_plan: false },
        ])
        .execute();
    });
    const gate = await council.as(rowan, (db) => readGate(db, personId));
    assert.equal(gate.lastRereadAt?.toISOString(), '2026-11-18T09:00:00.000Z');
    assert.equal(gate.conversations[0]?.timesTogether, 2);
  });

  it('C3-1 keeps a peer test with its names, once each, and tells the story', async () => {
    const personId = await wilf();
    await council.as(rowan, (db) =>
      savePeerTest(db, {
        personId,
        sharedAt: new Date('2026-11-20T00:10:00Z'),
        presenterId: rowan.accountId,
        attendeeIds: [rowan.accountId, priya.accountId, priya.accountId],
        personWasInvited: true,
        whatWeHeard: '',
        why1UsedUp: 'He knows what is on.',
        why2UsedUp: 'Not needed.',
      }),
    );
    const { peerTests } = await council.as(rowan, (db) => readGate(db, personId));
    assert.partialDeepStrictEqual(peerTests, [
      { sharedOn: '2026-11-20', presenter: 'Rowan', attendees: ['Priya', 'Rowan'], personWasInvited: true },
    ]);
    const [told] = await council.as(rowan, (db) => readTimeline(db, personId, 1));
    assert.equal(told?.kind, 'peer-test');
  });

  it('C3-1 keeps a refused attempt with its rule and what would satisfy it, and leaves the story alone', async () => {
    const personId = await wilf();
    await council.as(rowan, (db) =>
      keepRefused(db, personId, 'open conversation 3', refuse('C3-1', 'nobody tested it', 'test it')),
    );
    const { triedBefore } = await council.as(priya, (db) => readGate(db, personId));
    assert.partialDeepStrictEqual(triedBefore, [
      { by: 'Rowan', rule: 'C3-1', because: 'nobody tested it', satisfyBy: 'test it' },
    ]);
    assert.deepEqual(await council.as(rowan, (db) => readTimeline(db, personId, 5)), []);
  });
});

describe('C3-3 told beforehand', () => {
  it('C3-3 keeps the first day and the format as a fact in words the story shows', async () => {
    const personId = await wilf();
    const id = await council.as(rowan, (db) => openConversation(db, { personId, kind: 3 }));
    await council.as(rowan, async (db) => {
      assert.equal(await toldBeforehand(db, id), null);
      const conversation = await findConversation(db, id);
      await saveToldBeforehand(db, conversation, { toldOn: '2026-11-21', format: 'in large print' });
      await saveToldBeforehand(db, conversation, { toldOn: '2026-11-19', format: 'out loud' });
    });
    const told = await council.as(rowan, (db) => toldBeforehand(db, id));
    assert.deepEqual(told, { toldOn: '2026-11-19', format: 'out loud' });
    const story = await council.as(rowan, (db) => readTimeline(db, personId, 1));
    assert.equal(story[0]?.facts[0]?.kind, 'told-beforehand');
  });
});
