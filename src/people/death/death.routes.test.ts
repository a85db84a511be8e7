import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';
import { saveContact } from '../contacts/contacts.store.ts';
import { makePerson } from '../people.store.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const home = await testHouse(database);
const { rowan: account } = council.accounts;
const rowan = await home.signIn(council, account);
const marsh = await home.signIn(council, council.accounts.marsh);

const somebody = () =>
  council.as(account, async (db) => {
    const personId = await makePerson(db, { fullName: 'Ada Thorne' });
    await saveContact(db, {
      personId,
      madeAt: new Date('2026-11-20T10:00:00Z'),
      how: 'phone',
      madeBy: 'Ada',
      madeByRelation: 'themselves',
      permission: 'own-words',
      words: 'I would like a hand.',
    });
    return personId;
  });
const death = { on: '21/11/2026', toldBy: 'her son', words: 'At home, in her sleep.' };

describe('a death', () => {
  it('is written in one place, stops her being listed as not yet spoken with, and is told once', async () => {
    const personId = await somebody();
    assert.match((await rowan.get('/today')).body, /Ada Thorne/);
    assert.equal((await rowan.post(`/people/${personId}/death`, death)).statusCode, 303);
    assert.doesNotMatch((await rowan.get('/today')).body, new RegExp(personId));
    assert.match((await rowan.get(`/people/${personId}`)).body, /Died on 21 November 2026/);
    assert.equal((await rowan.post(`/people/${personId}/death`, death)).statusCode, 409);
  });

  it('written by mistake is taken back with why, and both stay in the story', async () => {
    const personId = await somebody();
    await rowan.post(`/people/${personId}/death`, death);
    assert.equal((await rowan.post(`/people/${personId}/death/mistake`, { why: '' })).statusCode, 422);
    assert.equal(
      (await rowan.post(`/people/${personId}/death/mistake`, { why: 'Another Ada.' })).statusCode,
      303,
    );
    assert.match((await rowan.get('/today')).body, new RegExp(personId));
    const story = (await rowan.get(`/people/${personId}`)).body;
    assert.match(story, /Died on 21 November 2026/);
    assert.match(story, /Another Ada\./);
  });

  it('gives back what was typed when the day cannot be read', async () => {
    const personId = await somebody();
    const back = await rowan.post(`/people/${personId}/death`, { ...death, on: 'last week' });
    assert.equal(back.statusCode, 422);
    assert.match(back.body, /value="last week"/);
    assert.match(back.body, /At home, in her sleep\./);
  });

  it('W5 is nobody’s to write of another team', async () => {
    const personId = await somebody();
    assert.equal((await marsh.post(`/people/${personId}/death`, death)).statusCode, 403);
    assert.equal((await marsh.get(`/people/${personId}/death`)).statusCode, 403);
  });
});
