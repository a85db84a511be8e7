import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';
import { saveContact } from '../../people/contacts/contacts.store.ts';
import { makePerson } from '../../people/people.store.ts';
import { findConversation, openConversation, restConversation } from '../conversations.store.ts';
import { findEntry, saveEntry } from '../entries.store.ts';
import { tagFact } from '../facts.store.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const home = await testHouse(database);
const { rowan: account } = council.accounts;
const rowan = await home.signIn(council, account);
const marsh = await home.signIn(council, council.accounts.marsh);

const words = 'I want to hear an engine turn over.';

/** Somebody who was with us in spring, rested on 1 April, and has got in touch again. */
const cameBack = async () => {
  const spring = new Date('2026-03-02T10:00:00Z');
  const personId = await council.as(account, (db) =>
    makePerson(db, { fullName: 'Wilfred Acheson', knownAs: 'Wilf' }),
  );
  await council.as(
    account,
    async (db) => {
      const conversationId = await openConversation(db, { personId, kind: 1 });
      const about = { personId, conversationId, kind: 1 as const, happenedAt: spring, isWithPerson: true };
      const entry = await findEntry(db, await saveEntry(db, { ...about, said: words }));
      await tagFact(db, {
        entry,
        voice: 'said',
        startsAt: 0,
        endsAt: words.length,
        kind: 'what-matters',
        details: {},
      });
    },
    spring,
  );
  await council.as(
    account,
    async (db) => {
      const rows = await db
        .selectFrom('conversation')
        .select('id')
        .where('person_id', '=', personId)
        .execute();
      const conversation = await findConversation(db, rows[0]?.id ?? '');
      await restConversation(db, conversation, {
        howToComeBack: 'Ring the Harbour team.',
        checkBackOn: null,
        checkBackDeclined: true,
      });
    },
    new Date('2026-04-01T10:00:00Z'),
  );
  await council.as(account, (db) =>
    saveContact(db, {
      personId,
      madeAt: new Date('2026-11-20T10:00:00Z'),
      how: 'phone',
      madeBy: 'Wilf',
      madeByRelation: 'themselves',
      permission: 'own-words',
      words: 'It is me again.',
    }),
  );
  return personId;
};

describe('what somebody told us before', () => {
  it('R2 is offered back to be read out, with how long they were away and what we had agreed', async () => {
    const personId = await cameBack();
    const page = (await rowan.get(`/people/${personId}/before`)).body;
    assert.match(page, /I want to hear an engine turn over\./);
    assert.match(page, /Wilf came back 233 days after everything had come to rest/);
    assert.match(page, /What we had agreed: Ring the Harbour team\./);
  });

  it('R2 a line that is right still is kept as said again today, and stays', async () => {
    const personId = await cameBack();
    const page = (await rowan.get(`/people/${personId}/before`)).body;
    const [, url] = /action="(\/facts\/[^"]+\/said-again)"/.exec(page) ?? [];
    assert.ok(url);
    const said = await rowan.post(url, { saidBy: 'Wilf' });
    assert.equal(said.statusCode, 303);
    assert.equal(said.headers.location, `/people/${personId}/before`);
    assert.match((await rowan.get(`/people/${personId}/before`)).body, /Still right on .*, said Wilf/);
  });

  it('R2 what is put right is offered in its new words, and the old ones stay in the story with their day', async () => {
    const personId = await cameBack();
    const page = (await rowan.get(`/people/${personId}/before`)).body;
    const [, url] = /href="(\/facts\/[^"]+\/correction)"/.exec(page) ?? [];
    assert.ok(url);
    const kept = await rowan.post(url, {
      kind: 'what-matters',
      sentence: 'I want to see the boats go out.',
      voice: 'said',
      saidBy: 'Wilf',
    });
    assert.equal(kept.statusCode, 303);
    const after = (await rowan.get(`/people/${personId}/before`)).body;
    assert.match(after, /I want to see the boats go out\./);
    assert.doesNotMatch(after, /app-matters">I want to hear an engine/);
    assert.match((await rowan.get(`/people/${personId}/story`)).body, /I want to hear an engine turn over\./);
  });

  it('W5 opens to no other team', async () => {
    assert.equal((await marsh.get(`/people/${await cameBack()}/before`)).statusCode, 403);
  });
});
