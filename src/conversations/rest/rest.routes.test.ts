import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';
import { makePerson } from '../../people/people.store.ts';
import { openConversation } from '../conversations.store.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const home = await testHouse(database);
const { rowan: rowanAccount } = council.accounts;
const rowan = await home.signIn(council, rowanAccount);
const marlow = await home.signIn(council, council.accounts.marsh);

const begun = (personId?: string) =>
  council.as(rowanAccount, async (db) => {
    const id = personId ?? (await makePerson(db, { fullName: 'Wilfred Acheson', knownAs: 'Wilf' }));
    return { personId: id, conversationId: await openConversation(db, { personId: id, kind: 1 }) };
  });

const answers = [
  { kind: 'what-matters', voice: 'said', sentence: 'I want to hear an engine turn over.' },
  { kind: 'carer-asked', sentence: 'Carol looks out for him and is glad to.', answer: 'not-now' },
  {
    kind: 'information-given',
    sentence: 'Talked through pension advice.',
    what: 'pension advice',
    format: 'large print',
    givenOn: '17 November 2026',
  },
  {
    kind: 'how-to-come-back',
    voice: 'agreed',
    sentence: 'Ring the Harbour team and say you spoke to Rowan.',
  },
  { kind: 'check-back', sentence: 'I ring before Christmas.', checkBackOn: '15/12/2026' },
];
const no = {
  kind: 'declined',
  voice: 'said',
  sentence: 'Not now, thank you.',
  declinedOn: '17 November 2026',
  capacity: 'not-in-doubt',
  abuseRisk: 'no',
  wouldBringBack: 'If eating gets harder',
};

async function answered(conversationId: string, all: Record<string, string>[]) {
  for (const answer of all)
    assert.equal((await rowan.post(`/conversations/${conversationId}/answers`, answer)).statusCode, 303);
}
const refusedAttempts = (personId: string) =>
  council.as(rowanAccount, async (db) => {
    const { rows } = await sql<{
      rule: string;
      tried: string;
    }>`select rule, tried from refused_attempt where person_id = ${personId}`.execute(db);
    return rows;
  });

describe('letting a conversation rest', () => {
  it('C1-1 is answered question by question, and rests with how to come back on the story', async () => {
    const { personId, conversationId } = await begun();
    await answered(conversationId, [...answers, no]);
    assert.match((await rowan.get(`/conversations/${conversationId}/rest`)).body, /Everything is there/);
    const rested = await rowan.post(`/conversations/${conversationId}/rest`, {});
    assert.equal(rested.statusCode, 303);
    const story = (await rowan.get(`/people/${personId}`)).body;
    assert.match(story, /Conversation 1 is resting/);
    assert.match(story, /Ring the Harbour team and say you spoke to Rowan\./);
    assert.match(story, /app-matters[^>]*>I want to hear an engine turn over\./);
    assert.match(
      (await rowan.get(`/people/${personId}/conversations`)).body,
      /We ask how it went on Tuesday 15 December/,
    );
    assert.equal(
      (await rowan.post(`/conversations/${conversationId}/rest`, {})).statusCode,
      303,
      'already resting is no fault',
    );
  });

  it('C1-1 is refused with each rule and what would satisfy it, and the attempt is kept for learning', async () => {
    const { personId, conversationId } = await begun();
    const refused = await rowan.post(`/conversations/${conversationId}/rest`, {});
    assert.equal(refused.statusCode, 409);
    for (const words of [
      /Rule C1-1/,
      /nobody has written what matters to them/,
      /mark a sentence as “what matters”/,
      /What matters to them\?/,
    ])
      assert.match(refused.body, words);
    assert.equal((await refusedAttempts(personId)).length, 6);
    const json = await rowan.json(`/conversations/${conversationId}/rest`, {});
    assert.equal(json.status, 409);
    assert.equal(json.body.rule, 'C1-1');
  });

  it('C1-2 names the rule when the “no” does not count', async () => {
    const { personId, conversationId } = await begun();
    await answered(conversationId, [...answers, { ...no, abuseRisk: 'yes' }]);
    const refused = await rowan.post(`/conversations/${conversationId}/rest`, {});
    assert.match(refused.body, /Rule C1-2/);
    assert.match(refused.body, /the duty to make a needs assessment stands/);
    assert.deepEqual(await refusedAttempts(personId), [{ rule: 'C1-2', tried: 'let conversation 1 rest' }]);
  });

  it('what we know ends each sentence once, however the words ended', async () => {
    const { conversationId } = await begun();
    await answered(conversationId, [...answers, { ...no, wouldBringBack: 'If the stairs get harder.' }]);
    const { body } = await rowan.get(`/conversations/${conversationId}/rest`);
    assert.match(body, /If the stairs get harder\./);
    assert.doesNotMatch(body, /harder\.\./);
  });

  it('gives back the words typed when a day cannot be read', async () => {
    const { conversationId } = await begun();
    const back = await rowan.post(`/conversations/${conversationId}/answers`, {
      kind: 'under-way',
      sentence: 'It began on Monday.',
      startsOn: 'Monday-ish',
    });
    assert.equal(back.statusCode, 422);
    for (const words of [/It began on Monday\./, /value="Monday-ish"/, /Write the day like/])
      assert.match(back.body, words);
  });

  it('R2 on return, what they said before is offered back to be put right', async () => {
    const { personId, conversationId } = await begun();
    await answered(conversationId, answers);
    const again = await begun(personId);
    const page = (await rowan.get(`/conversations/${again.conversationId}/rest`)).body;
    assert.match(page, /On 21 November 2026: “I want to hear an engine turn over\.” Is it still so\?/);
  });

  it('N1 asked what they are entitled to, conversation 1 may rest once conversation 3 is open to answer it', async () => {
    const { personId, conversationId } = await begun();
    await answered(conversationId, [
      ...answers,
      { kind: 'asked-if-entitled', sentence: 'Am I owed help?', askedOn: '17 November 2026' },
    ]);
    const refused = await rowan.post(`/conversations/${conversationId}/rest`, {});
    assert.equal(refused.statusCode, 409);
    assert.match(refused.body, /Rule N1/);
    await council.as(rowanAccount, (db) =>
      openConversation(db, { personId, kind: 3, openedByException: 'asked-for-a-determination' }),
    );
    assert.equal((await rowan.post(`/conversations/${conversationId}/rest`, {})).statusCode, 303);
  });

  it('C3-4 conversation 3 asks its plain questions with the law that asks, and none holds anything up', async () => {
    const { personId } = await begun();
    const id = await council.as(rowanAccount, (db) => openConversation(db, { personId, kind: 3 }));
    const page = (await rowan.get(`/conversations/${id}/rest`)).body;
    assert.match(page, /Were they offered to lead their needs assessment themselves/);
    assert.match(page, /SI 2014\/2827 reg 2/);
    await answered(id, [
      { kind: 'deafblind', sentence: 'She hears and sees well.', answer: 'no', saidBy: 'her sister May' },
      { kind: 'how-to-come-back', voice: 'agreed', sentence: 'Ring Rowan.' },
    ]);
    const later = (await rowan.get(`/conversations/${id}/rest`)).body;
    assert.doesNotMatch(later, /Are they deafblind/);
    assert.equal((await rowan.post(`/conversations/${id}/rest`, {})).statusCode, 303);
  });

  it('W5 another team may neither see it, answer, nor let it rest', async () => {
    const { personId, conversationId } = await begun();
    const asked = [
      await marlow.get(`/conversations/${conversationId}/rest`),
      await marlow.get(`/people/${personId}/conversations`),
      await marlow.post(`/conversations/${conversationId}/rest`, {}),
      await marlow.post(`/conversations/${conversationId}/answers`, no),
    ];
    assert.deepEqual(
      asked.map(({ statusCode }) => statusCode),
      [403, 403, 403, 403],
    );
    assert.equal((await refusedAttempts(personId)).length, 0);
  });
});
