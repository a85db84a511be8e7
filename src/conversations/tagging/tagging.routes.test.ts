import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';
import { makePerson } from '../../people/people.store.ts';
import { openConversation } from '../conversations.store.ts';
import { saveEntry } from '../entries.store.ts';
import { listFacts } from '../facts.store.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const home = await testHouse(database);
const { rowan: rowanAccount } = council.accounts;
const rowan = await home.signIn(council, rowanAccount);
const marlow = await home.signIn(council, council.accounts.marsh);

const said =
  'Since Jean died the days are all one day. I want to hear an engine turn over because I fixed it.';
const written = () =>
  council.as(rowanAccount, async (db) => {
    const personId = await makePerson(db, { fullName: 'Wilfred Acheson', knownAs: 'Wilf' });
    const conversationId = await openConversation(db, { personId, kind: 1 });
    const happenedAt = new Date('2026-11-17T14:30:00Z');
    const entryId = await saveEntry(db, {
      personId,
      conversationId,
      kind: 1,
      happenedAt,
      isWithPerson: true,
      said,
      agreed: '- Not now, he said',
    });
    return { personId, conversationId, entryId };
  });
const factsOf = (conversationId: string) => council.as(rowanAccount, (db) => listFacts(db, conversationId));

describe('marking words as a fact', () => {
  it('offers every sentence, then underlines the one chosen in the story', async () => {
    const { personId, entryId, conversationId } = await written();
    const page = (await rowan.get(`/entries/${entryId}/facts`)).body;
    assert.match(page, /value="said:42-96"/);
    assert.match(page, /What matters to them\?/);
    const second = (await rowan.get(`/entries/${entryId}/facts?place=said:42-96&kind=what-matters`)).body;
    assert.match(
      second,
      /<mark class="app-fact">I want to hear an engine turn over because I fixed it\.<\/mark>/,
    );
    assert.equal(
      (await rowan.post(`/entries/${entryId}/facts`, { place: 'said:42-96', kind: 'what-matters' }))
        .statusCode,
      303,
    );
    const [fact] = await factsOf(conversationId);
    assert.equal(fact?.phrase, said.slice(42));
    assert.equal(fact?.happenedOn, '2026-11-17');
    assert.match((await rowan.get(`/people/${personId}`)).body, /id="fact-/);
  });

  it('takes a few words selected inside a sentence, without the spaces around them', async () => {
    const { entryId, conversationId } = await written();
    const at = said.indexOf(' engine ');
    await rowan.post(`/entries/${entryId}/facts`, { place: `said:${at}-${at + 8}`, kind: 'what-matters' });
    assert.equal((await factsOf(conversationId))[0]?.phrase, 'engine');
  });

  it('reads the phrase from the entry, never from outside, and not past its end', async () => {
    const { entryId, conversationId } = await written();
    for (const place of ['noticed:0-4', 'said:900-910', 'said:5-5'])
      assert.equal(
        (await rowan.post(`/entries/${entryId}/facts`, { place, kind: 'what-matters' })).statusCode,
        404,
        place,
      );
    assert.equal(
      (await rowan.post(`/entries/${entryId}/facts`, { place: 'said', kind: 'what-matters' })).statusCode,
      422,
    );
    assert.equal(
      (await rowan.post(`/entries/${entryId}/facts`, { place: 'said:0-4', kind: 'nothing' })).statusCode,
      422,
    );
    assert.equal((await factsOf(conversationId)).length, 0);
  });

  it('gives back what was typed when a day cannot be read', async () => {
    const { entryId } = await written();
    const back = await rowan.post(`/entries/${entryId}/facts`, {
      place: 'agreed:2-18',
      kind: 'declined',
      declinedOn: 'last week',
      wouldBringBack: 'If eating gets harder',
    });
    assert.equal(back.statusCode, 422);
    for (const words of [/value="last week"/, /If eating gets harder/, /Write the day like/])
      assert.match(back.body, words);
  });

  it('correcting keeps the old, said to be corrected, and counts only the new', async () => {
    const { entryId, conversationId } = await written();
    const declined = { place: 'agreed:2-18', kind: 'declined', declinedOn: '17 November 2026' };
    await rowan.post(`/entries/${entryId}/facts`, declined);
    const [first] = await factsOf(conversationId);
    assert.ok(first);
    const form = (
      await rowan.get(`/entries/${entryId}/facts?place=agreed:2-18&kind=declined&replaces=${first.id}`)
    ).body;
    assert.match(form, /value="17 November 2026"/);
    await rowan.post(`/entries/${entryId}/facts`, {
      ...declined,
      declinedOn: '16 November 2026',
      replaces: first.id,
    });
    const now = await factsOf(conversationId);
    assert.deepEqual(
      now.map(({ details, replaces }) => [details.declinedOn, replaces]),
      [['2026-11-16', first.id]],
    );
    assert.match((await rowan.get(`/entries/${entryId}/facts`)).body, /Corrected since/);
    assert.equal(
      (await rowan.post(`/entries/${entryId}/facts`, { ...declined, replaces: first.id })).statusCode,
      404,
    );
  });

  it('W5 another team may neither read nor mark', async () => {
    const { entryId, conversationId } = await written();
    assert.equal((await marlow.get(`/entries/${entryId}/facts`)).statusCode, 403);
    assert.equal(
      (await marlow.post(`/entries/${entryId}/facts`, { place: 'said:0-4', kind: 'what-matters' }))
        .statusCode,
      403,
    );
    assert.equal((await factsOf(conversationId)).length, 0);
  });
});
