import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';
import { openConversation } from '../../conversations/conversations.store.ts';
import { saveEntry } from '../../conversations/entries.store.ts';
import { saveContact } from '../../people/contacts/contacts.store.ts';
import { makePerson } from '../../people/people.store.ts';
import { makePromise, settlePromise } from '../../people/promises/promises.store.ts';
import { makeSite } from '../site/site.store.ts';
import type { SiteMeter } from './meter.store.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const home = await testHouse(database);
const { rowan: rowanAccount, priya: priyaAccount } = council.accounts;
const rowan = await home.signIn(council, rowanAccount);
const marsh = await home.signIn(council, council.accounts.marsh);

await council.as(rowanAccount, (db) =>
  makeSite(db, {
    name: 'Harbour',
    teamId: council.teams.harbour,
    startedOn: '2026-06-01',
    scope: 'Everybody new.',
    agreedRules: [],
    owner: 'Helen',
    ifItWorks: 'The front door goes.',
    comparison: 'Marsh.',
    tap: [],
    measures: [],
  }),
);

/** Somebody who waited four days, was heard by two of us, and to whom a promise was broken. */
async function putThrough() {
  const personId = await council.as(rowanAccount, async (db) => {
    const personId = await makePerson(db, { fullName: 'Ada Thorne' });
    await saveContact(db, {
      personId,
      madeAt: new Date('2026-11-02T10:00:00Z'),
      how: 'phone',
      madeBy: 'Ada',
      madeByRelation: 'herself',
      permission: 'own-words',
      words: 'I would like a hand.',
    });
    const promise = await makePromise(db, {
      personId,
      who: 'Rowan',
      accountId: rowanAccount.accountId,
      what: 'will ring',
    });
    await settlePromise(db, promise, { state: 'broken', why: 'I forgot', newDueOn: null, version: 1 });
    await makePromise(db, { personId, who: 'Bob next door', what: 'will come' });
    return personId;
  });
  const talk = (who: typeof rowanAccount, at: string) =>
    council.as(who, async (db) => {
      const conversationId = await openConversation(db, { personId, kind: 1 });
      const entry = { personId, conversationId, kind: 1 as const, isWithPerson: true, said: 'Hello.' };
      await saveEntry(db, { ...entry, happenedAt: new Date(at) });
      return conversationId;
    });
  const conversationId = await talk(rowanAccount, '2026-11-06T10:00:00Z');
  await talk(priyaAccount, '2026-11-10T10:00:00Z');
  return { personId, conversationId };
}

describe('the bad-experience meter', () => {
  it('is shown for a person in sentences, and to nobody of another team', async () => {
    const { personId } = await putThrough();
    const page = (await rowan.get(`/people/${personId}/how-it-has-been`)).body;
    assert.match(page, /They have told their story again once\./);
    assert.match(page, /The longest they waited for a first conversation was 4 days\./);
    assert.match(page, /We have broken one promise to them\./);
    assert.equal((await marsh.get(`/people/${personId}/how-it-has-been`)).statusCode, 403);
  });

  it('is counted for a site, by how many people and the most for anybody, naming nobody', async () => {
    const { personId } = await putThrough();
    const { body } = await rowan.json('/evidence/how-it-has-been');
    const { people, lines } = body.meter as SiteMeter;
    const line = (name: string) => lines.find((one) => one.name === name);
    assert.equal(line('promisesBroken')?.people, people);
    assert.deepEqual(line('daysToConversation'), {
      name: 'daysToConversation',
      people,
      outOf: people,
      most: 4,
    });
    assert.equal(line('longestGap')?.outOf, 0);
    const page = (await rowan.get('/evidence/how-it-has-been')).body;
    assert.doesNotMatch(page, new RegExp(`Ada Thorne|${personId}`));
  });

  it('what a rule said “not yet” to is shown with who tried, why, and what happened next', async () => {
    const { conversationId } = await putThrough();
    assert.equal((await rowan.post(`/conversations/${conversationId}/plans`, {})).statusCode, 409);
    const page = (await rowan.get('/evidence/not-yet')).body;
    assert.match(page, /Begin a plan/);
    assert.match(page, /Rule C3-5/);
    assert.match(page, /It has not been done since/);
    assert.doesNotMatch(page, /Ada Thorne/);
  });

  it('W5 the words of a “not yet” are for those alongside whom it was about', async () => {
    const { conversationId } = await putThrough();
    await rowan.post(`/conversations/${conversationId}/plans`, {});
    const words = /a plan is written in an open conversation 3/i;
    assert.match((await rowan.get('/evidence/not-yet')).body, words);
    const elsewhere = (await marsh.get('/evidence/not-yet')).body;
    assert.match(elsewhere, /Rule C3-5/);
    assert.doesNotMatch(elsewhere, words);
  });
});
