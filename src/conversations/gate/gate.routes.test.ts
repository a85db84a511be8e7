import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';
import { makePerson } from '../../people/people.store.ts';
import { conversationsOf, openConversation } from '../conversations.store.ts';
import { entriesOf } from '../entries.store.ts';
import { toldBeforehand } from './told-beforehand.store.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const { rowan, priya, marsh } = council.accounts;
const house = await testHouse(database);
const visitor = await house.signIn(council, rowan);

/** Somebody with conversation 1 open, so that Rowan's team is alongside them. */
async function wilf(): Promise<string> {
  return council.as(rowan, async (db) => {
    const personId = await makePerson(db, { fullName: 'Wilfred Acheson', knownAs: 'Wilf' });
    await openConversation(db, { personId, kind: 1 });
    return personId;
  });
}
const open3 = (personId: string) =>
  council.as(rowan, async (db) => (await conversationsOf(db, personId)).filter(({ kind }) => kind === 3));
const test = {
  why1UsedUp: 'He knows what is on, and nights still need more.',
  why2UsedUp: 'Not needed: nothing was about to fall apart.',
  attendees: priya.accountId,
};

describe('C3-1 the way to conversation 3', () => {
  it('C3-1 says what is missing, is refused, and remembers having been tried', async () => {
    const personId = await wilf();
    const before = await visitor.get(`/people/${personId}/conversation-3`);
    assert.equal(before.statusCode, 200);
    assert.match(before.body, /No colleague has tested whether/);
    const refused = await visitor.post(`/people/${personId}/conversation-3`, { way: 'tested' });
    assert.equal(refused.statusCode, 409);
    assert.match(refused.body, /talk it through with a colleague/);
    assert.match(refused.body, /Tried before/);
    assert.equal((await open3(personId)).length, 0);
    assert.match((await visitor.get(`/people/${personId}/conversation-3`)).body, /Tried before/);
  });

  it('C3-1 opens after a peer test, once, however often it is asked', async () => {
    const personId = await wilf();
    const kept = await visitor.post(`/people/${personId}/peer-tests`, test);
    assert.equal(kept.statusCode, 303);
    assert.match((await visitor.get(`/people/${personId}/conversation-3`)).body, /Rowan with Priya/);
    const [one, other] = await Promise.all([
      visitor.post(`/people/${personId}/conversation-3`, { way: 'tested' }),
      visitor.post(`/people/${personId}/conversation-3`, { way: 'tested' }),
    ]);
    assert.deepEqual([one.statusCode, other.statusCode].toSorted(), [303, 409]);
    const [opened, ...more] = await open3(personId);
    assert.equal(more.length, 0);
    const went = one.statusCode === 303 ? one : other;
    assert.equal(went.headers.location, `/conversations/${opened?.id}/told-beforehand`);
    assert.equal(opened?.openedByException, null);
  });

  it('C3-1 a peer test without a colleague comes back with what was typed', async () => {
    const personId = await wilf();
    const { attendees: _, ...alone } = test;
    const back = await visitor.post(`/people/${personId}/peer-tests`, alone);
    assert.equal(back.statusCode, 422);
    assert.match(back.body, /Tick at least one colleague who was there/);
    assert.match(back.body, /nights still need more/);
    const onlyMe = await visitor.post(`/people/${personId}/peer-tests`, {
      ...test,
      attendees: rowan.accountId,
    });
    assert.equal(onlyMe.statusCode, 409);
    const later = await visitor.post(`/people/${personId}/peer-tests`, {
      ...test,
      sharedOn: '1 December 2026',
    });
    assert.equal(later.statusCode, 409);
  });

  it('C2-3 a conversation 2 that is open keeps conversation 3 shut, and an exception opens it', async () => {
    const personId = await wilf();
    await council.as(rowan, (db) =>
      openConversation(db, {
        personId,
        kind: 2,
        namedAccountId: rowan.accountId,
        coverAccountId: priya.accountId,
      }),
    );
    await visitor.post(`/people/${personId}/peer-tests`, test);
    const refused = await visitor.post(`/people/${personId}/conversation-3`, { way: 'tested' });
    assert.match(refused.body, /Conversation 2 is still open/);
    const opened = await visitor.post(`/people/${personId}/conversation-3`, {
      way: 'at-once',
      exception: 'asked-for-a-determination',
      reason: 'Wilf asked on the phone what he is entitled to.',
    });
    assert.equal(opened.statusCode, 303);
    const [conversation] = await open3(personId);
    assert.equal(conversation?.openedByException, 'asked-for-a-determination');
    const [reason] = await council.as(rowan, (db) => entriesOf(db, conversation?.id ?? ''));
    assert.equal(reason?.think, 'Wilf asked on the phone what he is entitled to.');
  });

  it('C3-2 an exception needs its kind and its sentence', async () => {
    const personId = await wilf();
    const noKind = await visitor.post(`/people/${personId}/conversation-3`, {
      way: 'at-once',
      reason: 'A reason.',
    });
    assert.equal(noKind.statusCode, 422);
    assert.match(noKind.body, /A reason\./);
    const noReason = await visitor.post(`/people/${personId}/conversation-3`, {
      way: 'at-once',
      exception: 's117',
      reason: '',
    });
    assert.equal(noReason.statusCode, 409);
    assert.match(noReason.body, /no sentence saying why/);
  });

  it('W5 is not open to a team that is not alongside', async () => {
    const personId = await wilf();
    const other = await house.signIn(council, marsh);
    assert.equal((await other.get(`/people/${personId}/conversation-3`)).statusCode, 403);
    assert.equal((await other.post(`/people/${personId}/peer-tests`, test)).statusCode, 403);
    assert.equal((await other.post(`/people/${personId}/conversation-3`, { way: 'tested' })).statusCode, 403);
  });

  it('C3-1 the JSON face refuses with the rule and what would satisfy it', async () => {
    const personId = await wilf();
    const { status, body } = await visitor.json(`/people/${personId}/conversation-3`, { way: 'tested' });
    assert.equal(status, 409);
    assert.equal(body.rule, 'C3-1');
    assert.match(String(body.satisfyBy), /talk it through/);
  });
});

describe('C3-3 told beforehand', () => {
  it('C3-3 keeps the day and the format, and not a day that has not come', async () => {
    const personId = await wilf();
    const id = await council.as(rowan, (db) => openConversation(db, { personId, kind: 3 }));
    const tooSoon = await visitor.post(`/conversations/${id}/told-beforehand`, {
      toldOn: '22 November 2026',
      format: 'bsl',
    });
    assert.equal(tooSoon.statusCode, 409);
    const kept = await visitor.post(`/conversations/${id}/told-beforehand`, {
      toldOn: '20 November 2026',
      format: 'easy-read',
      formatDetail: 'with photographs',
    });
    assert.equal(kept.statusCode, 303);
    assert.deepEqual(await council.as(rowan, (db) => toldBeforehand(db, id)), {
      toldOn: '2026-11-20',
      format: 'in Easy Read: with photographs',
    });
    assert.match(
      (await visitor.get(`/conversations/${id}/told-beforehand`)).body,
      /was told on 20 November 2026, in Easy Read: with photographs/,
    );
  });
});
