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

  it('C1-2 a day that has not come is refused, with what was typed', async () => {
    const { entryId, conversationId } = await written();
    const back = await rowan.post(`/entries/${entryId}/facts`, {
      place: 'agreed:2-18',
      kind: 'declined',
      declinedOn: '22 November 2026',
      wouldBringBack: 'If eating gets harder',
    });
    assert.equal(back.statusCode, 409);
    for (const words of [/Rule C1-2/, /value="22 November 2026"/, /If eating gets harder/])
      assert.match(back.body, words);
    assert.equal((await factsOf(conversationId)).length, 0);
  });

  it('takes the exact words as they were copied, and says beside the field when they are not there', async () => {
    const { entryId } = await written();
    const at = (exact: string) =>
      rowan.get(`/entries/${entryId}/facts?kind=what-matters&exact=${encodeURIComponent(exact)}`);
    const found = (await at('an engine  TURN over')).body;
    assert.match(found, /<mark class="app-fact">an engine turn over<\/mark>/);
    const at0 = said.indexOf('an engine');
    assert.match(found, new RegExp(`name="place" value="said:${at0}-${at0 + 19}"`));
    const lost = (await at('a brass band')).body;
    assert.match(lost, /value="a brass band"/);
    assert.match(lost, /id="exact-error".*These words are not in what was written/s);
    assert.match(lost, /href="#exact"/);
  });

  it('keeps who said it: plain from the voice, or as the writer says', async () => {
    const { entryId, conversationId } = await written();
    const page = (await rowan.get(`/entries/${entryId}/facts?place=agreed:2-18&kind=declined`)).body;
    assert.match(page, /value="Wilf and Rowan"[^>]* id="saidBy"/);
    await rowan.post(`/entries/${entryId}/facts`, { place: 'said:0-41', kind: 'impact' });
    await rowan.post(`/entries/${entryId}/facts`, {
      place: 'said:42-96',
      kind: 'what-matters',
      saidBy: 'his niece Carol',
    });
    assert.deepEqual(
      (await factsOf(conversationId)).map(({ saidBy }) => saidBy),
      ['Wilf', 'his niece Carol'],
    );
    assert.match((await rowan.get(`/entries/${entryId}/facts`)).body, /his niece Carol\./);
  });

  it('C3-4 shows what conversation 3 has not heard as plain questions, to mark or to write', async () => {
    const { personId } = await written();
    const entryId = await council.as(rowanAccount, async (db) => {
      const conversationId = await openConversation(db, { personId, kind: 3 });
      const happenedAt = new Date('2026-11-18T14:30:00Z');
      return saveEntry(db, { personId, conversationId, kind: 3, happenedAt, isWithPerson: true, said });
    });
    const page = (await rowan.get(`/entries/${entryId}/facts`)).body;
    assert.match(page, /Who did they want involved, and were they\?/);
    assert.match(page, /facts\?kind=who-was-involved/);
    await rowan.post(`/entries/${entryId}/facts`, { place: 'said:0-41', kind: 'who-was-involved' });
    assert.doesNotMatch(
      (await rowan.get(`/entries/${entryId}/facts`)).body,
      /Who did they want involved, and were they\?/,
    );
  });

  it('R2 words of a later entry put right a fact of an earlier conversation, which is kept', async () => {
    const { personId, entryId, conversationId } = await written();
    await rowan.post(`/entries/${entryId}/facts`, { place: 'said:42-96', kind: 'what-matters' });
    const [first] = await factsOf(conversationId);
    const later = await council.as(rowanAccount, async (db) => {
      const conversationId = await openConversation(db, { personId, kind: 3 });
      const happenedAt = new Date('2026-11-18T14:30:00Z');
      const words = { happenedAt, isWithPerson: true, said: 'Never mind engines.' };
      const entryId = await saveEntry(db, { personId, conversationId, kind: 3, ...words });
      return { conversationId, entryId };
    });
    const chosen = { place: 'said:0-19', kind: 'what-matters', replaces: first?.id ?? '' };
    const form = await rowan.get(`/entries/${later.entryId}/facts?${new URLSearchParams(chosen)}`);
    assert.match(form.body, /Correct “What matters”/);
    assert.equal((await rowan.post(`/entries/${later.entryId}/facts`, chosen)).statusCode, 303);
    assert.equal((await factsOf(conversationId)).length, 0);
    assert.deepEqual(
      (await factsOf(later.conversationId)).map(({ phrase, replaces }) => [phrase, replaces]),
      [['Never mind engines.', first?.id]],
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
