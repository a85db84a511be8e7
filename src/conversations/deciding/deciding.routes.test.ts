import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';
import { makePerson } from '../../people/people.store.ts';
import type { CouncilDb } from '../../platform/db/council.ts';
import { openConversation } from '../conversations.store.ts';
import { decidingFor } from './deciding.store.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const home = await testHouse(database);
const rowan = await home.signIn(council, council.accounts.rowan);
const marlow = await home.signIn(council, council.accounts.marsh);

const as = <Value>(act: (db: CouncilDb) => Promise<Value>) => council.as(council.accounts.rowan, act);
const somebody = () =>
  as(async (db) => {
    const personId = await makePerson(db, { fullName: 'Ida Marsh' });
    await openConversation(db, { personId, kind: 1 });
    return personId;
  });
const carol = {
  name: 'Carol Finch',
  authority: 'lasting-power-health',
  scope: 'Care, health and where to live',
  seenOn: '2 November 2026',
};
const found = {
  kind: 'capacity',
  sentence: 'She could not say what the two homes were, twice, with pictures.',
  voice: 'noticed',
  decision: 'Where to live',
  about: 'care',
  lookedAtOn: '20 November 2026',
  helpGiven: 'Pictures, mornings, her niece beside her',
  finding: 'cannot',
  consulted: 'Carol',
};

describe('N4 deciding, one thing at a time', () => {
  it('N4 keeps a finding about one decision, with help given and who was asked, and says who decides that', async () => {
    const personId = await somebody();
    await rowan.post(`/people/${personId}/said`, found);
    const alone = (await rowan.get(`/people/${personId}/deciding`)).body;
    for (const words of [
      /<h3>Where to live<\/h3>/,
      /Looked at on 20 November 2026, written by Rowan/,
      /What helped: Pictures, mornings/,
      /Who was asked: Carol\./,
      /decided in their best interests/,
    ])
      assert.match(alone, words);
    assert.doesNotMatch(alone, /lacks capacity/i);
    await rowan.post(`/people/${personId}/deciding-for`, carol);
    assert.match((await rowan.get(`/people/${personId}/deciding`)).body, /Carol Finch may decide this/);
  });

  it('N4 a document nobody has seen decides nothing, until it is seen', async () => {
    const personId = await somebody();
    await rowan.post(`/people/${personId}/said`, found);
    await rowan.post(`/people/${personId}/deciding-for`, { ...carol, seenOn: '' });
    assert.match((await rowan.get(`/people/${personId}/deciding`)).body, /see it first/);
    const [kept] = await as((db) => decidingFor(db, personId));
    assert.ok(kept);
    const early = await rowan.post(`/deciding-for/${kept.id}/seen`, { seenOn: '22 November 2026' });
    assert.equal(early.statusCode, 409);
    await rowan.post(`/deciding-for/${kept.id}/seen`, { seenOn: '21 November 2026' });
    assert.doesNotMatch((await rowan.get(`/people/${personId}/deciding`)).body, /see it first/);
  });

  it('N4 an authority ends on a day, once, and stays written', async () => {
    const personId = await somebody();
    await rowan.post(`/people/${personId}/deciding-for`, { ...carol, fromOn: '1 November 2026' });
    const [kept] = await as((db) => decidingFor(db, personId));
    assert.ok(kept);
    const backwards = await rowan.post(`/deciding-for/${kept.id}/end`, { untilOn: '31 October 2026' });
    assert.equal(backwards.statusCode, 409);
    const unread = await rowan.post(`/deciding-for/${kept.id}/end`, { untilOn: 'soon', which: kept.id });
    assert.equal(unread.statusCode, 422);
    assert.match(unread.body, /value="soon"/);
    assert.equal(
      (await rowan.post(`/deciding-for/${kept.id}/end`, { untilOn: '20 November 2026' })).statusCode,
      303,
    );
    assert.equal(
      (await rowan.post(`/deciding-for/${kept.id}/end`, { untilOn: '25 November 2026' })).statusCode,
      409,
    );
    assert.match((await rowan.get(`/people/${personId}/deciding`)).body, /Ended on 20 November 2026/);
    assert.match((await rowan.get(`/people/${personId}`)).body, /No longer attorney for health and care/);
  });

  it('gives back what was typed when something is missing', async () => {
    const personId = await somebody();
    const back = await rowan.post(`/people/${personId}/deciding-for`, { ...carol, scope: '' });
    assert.equal(back.statusCode, 422);
    assert.match(back.body, /Write exactly what they may decide/);
    assert.match(back.body, /value="Carol Finch"/);
  });

  it('W5 another team may neither read nor write', async () => {
    const personId = await somebody();
    await rowan.post(`/people/${personId}/deciding-for`, carol);
    const [kept] = await as((db) => decidingFor(db, personId));
    const asked = [
      await marlow.get(`/people/${personId}/deciding`),
      await marlow.post(`/people/${personId}/deciding-for`, carol),
      await marlow.post(`/deciding-for/${kept?.id}/end`, { untilOn: '25 November 2026' }),
    ];
    assert.deepEqual(
      asked.map(({ statusCode }) => statusCode),
      [403, 403, 403],
    );
  });
});
