import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openConversation } from '../../conversations/conversations.store.ts';
import { markSpoken, notYetSpokenWith } from '../../people/contacts/contacts.store.ts';
import { nowOf } from '../../platform/db/council.ts';
import { magsAtHome, newPerson } from '../say/say.fixture.ts';

const { asRowan, council, mags, marlow, personId, rowan, worker } = await magsAtHome();
const contacts = (id = personId) =>
  asRowan((db) =>
    db
      .selectFrom('contact')
      .select(['id', 'how', 'words', 'held_by', 'team_id', 'made_by'])
      .where('person_id', '=', id)
      .orderBy('made_at')
      .orderBy('id')
      .execute(),
  );

describe('F1, F2: writing to us while nothing is open is getting in touch', () => {
  it('is a contact nobody holds yet, among those their team has not spoken with', async () => {
    assert.equal((await mags.post('/my/message', { words: 'I would like to talk.' })).statusCode, 303);
    const [contact, ...others] = await contacts();
    assert.deepEqual(others, []);
    assert.partialDeepStrictEqual(contact, {
      ...{ how: 'online', words: 'I would like to talk.', held_by: null, made_by: 'Mags' },
      team_id: council.teams.harbour,
    });
    const waiting = await asRowan((db) => notYetSpokenWith(db));
    assert.partialDeepStrictEqual(waiting, [{ contactId: contact?.id, heldBy: null }]);
    assert.match((await rowan.get('/today')).body, new RegExp(`/contacts/${contact?.id}`));
  });

  it('is one contact until somebody has spoken with them, however much they write, and at once', async () => {
    await Promise.all(
      ['And one thing more.', 'And another.'].map((words) => mags.post('/my/message', { words })),
    );
    assert.equal((await contacts()).length, 1);
    await asRowan((db) => markSpoken(db, personId, nowOf(db)));
    await mags.post('/my/message', { words: 'A new thing.' });
    assert.equal((await contacts()).length, 2);
  });

  it('whoever of their team sees it takes it on, once', async () => {
    const contact = (await contacts()).find(({ words }) => words === 'A new thing.');
    const at = `/contacts/${contact?.id}`;
    assert.match((await rowan.get(at)).body, /Nobody holds it/);
    assert.equal((await rowan.post(`${at}/holder`, {})).statusCode, 303);
    assert.match((await rowan.get(at)).body, /It is yours/);
    assert.equal((await rowan.post(`${at}/holder`, {})).statusCode, 409);
    assert.equal((await marlow.post(`${at}/holder`, {})).statusCode, 403);
    assert.equal((await contacts()).find(({ id }) => id === contact?.id)?.held_by, worker.accountId);
  });

  it('told to a worker it is theirs, as they were told', async () => {
    const alan = await asRowan((db) => newPerson(db, council.teams.harbour, 'Alan'));
    const told = { words: 'Ring me about the bed.', told: 'phone' };
    assert.equal((await rowan.post(`/people/${alan}/together/message`, told)).statusCode, 303);
    assert.partialDeepStrictEqual(await contacts(alan), [{ how: 'phone', held_by: worker.accountId }]);
  });

  it('is only a message while a conversation is open', async () => {
    const bess = await asRowan(async (db) => {
      const id = await newPerson(db, council.teams.harbour, 'Bess');
      await openConversation(db, { personId: id, kind: 1 });
      return id;
    });
    await rowan.post(`/people/${bess}/together/message`, { words: 'Hello.', told: 'together' });
    assert.deepEqual(await contacts(bess), []);
  });
});
