import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testCouncil, testNow } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';
import { comeAlongside } from '../../people/opening.store.ts';
import { makePerson } from '../../people/people.store.ts';
import { openConversation } from '../conversations.store.ts';
import { findEntry, saveEntry } from '../entries.store.ts';
import { tagFact } from '../facts.store.ts';
import { advocacyInASentence, advocacyOf } from './advocacy.store.ts';
import { advocateBlocks, advocateWanted } from './advocacy.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const { rowan, marsh } = council.accounts;
const home = await testHouse(database);
const asRowan = await home.signIn(council, rowan);

const someone = () =>
  council.as(rowan, async (db) => {
    const personId = await makePerson(db, { fullName: 'Idris Penhale', knownAs: 'Idris' });
    await comeAlongside(db, personId, { teamId: council.teams.harbour }, 'contact');
    return personId;
  });
const hard = {
  hard: ['understanding', 'weighing'],
  words: 'He says yes to whoever spoke last',
  lookedOn: '',
  appropriatePerson: '',
  considered: '',
};
const helped = {
  ...hard,
  appropriatePerson: 'Bronwen',
  appropriateRelation: 'his sister',
  isPaid: 'no',
  isAgreedByPerson: 'yes',
  appropriateAgreedOn: '20 November 2026',
};
const see = (personId: string, fields: Record<string, string | string[]>) =>
  asRowan.post(`/people/${personId}/involvement`, fields);
const advocacy = (personId: string) => council.as(rowan, (db) => advocacyOf(db, personId));
const page = async (personId: string) => (await asRowan.get(`/people/${personId}/advocate`)).body;

async function asked(personId: string) {
  const answer = await asRowan.post(`/people/${personId}/advocates`, {
    ...{ whatFor: 'his needs assessment', askedOf: 'Saltbeck Voices', askedOn: '2 November 2026' },
  });
  assert.equal(answer.statusCode, 303, answer.body);
  const [advocate] = (await advocacy(personId)).advocates;
  if (!advocate) throw new Error('nobody was asked for');
  return advocate;
}

describe('N3 on the page', () => {
  it('N3 what would be very hard is kept with what shows it, and the page says what the law holds up', async () => {
    const personId = await someone();
    assert.equal((await see(personId, hard)).statusCode, 303);
    const body = await page(personId);
    assert.match(body, /understand what is being said or weigh it up/);
    assert.match(body, /He says yes to whoever spoke last/);
    assert.match(body, /Urgent help need not wait/);
    assert.match(body, /<title>Being heard/);
  });

  it('N3 somebody appropriate who said yes takes the place of an advocate, until they no longer do', async () => {
    const personId = await someone();
    await see(personId, helped);
    assert.equal(advocateWanted((await advocacy(personId)).involvement), false);
    assert.match(await page(personId), /Bronwen, his sister helps them to be heard/);
    await see(personId, { ...helped, isPaid: 'yes' });
    assert.equal(advocateWanted((await advocacy(personId)).involvement), true);
    assert.match(await page(personId), /Bronwen is paid, or is involved as a professional/);
    assert.match(await page(personId), /What we saw before/);
  });

  it('N3 naming somebody asks whether they are paid and whether the person agrees', async () => {
    const personId = await someone();
    const back = await see(personId, { ...hard, appropriatePerson: 'Bronwen' });
    assert.equal(back.statusCode, 422);
    assert.match(back.body, /href="#isPaid"/);
    assert.match(back.body, /href="#isAgreedByPerson"/);
    assert.match(back.body, /He says yes to whoever spoke last/);
  });

  it('N3 an advocate is thought about anyway before a long stay, and the page says what was thought', async () => {
    const personId = await someone();
    await see(personId, { ...helped, hasLongStayAhead: 'yes', considered: 'Bronwen visits every day' });
    const body = await page(personId);
    assert.match(body, /Think about an advocate all the same: a stay of 28 days/);
    assert.match(body, /Bronwen visits every day/);
  });

  it('N3 marked in their words, it holds up what the law says until somebody has looked', async () => {
    const personId = await someone();
    const held = async () => advocateBlocks(await advocacy(personId), 'plan', '2026-11-21')?.refused;
    await council.as(rowan, async (db) => {
      const conversationId = await openConversation(db, { personId, kind: 1 });
      const said = 'I lose the thread.';
      const entryId = await saveEntry(db, {
        ...{ personId, conversationId, kind: 1 as const, happenedAt: testNow, isWithPerson: true, said },
      });
      await tagFact(db, {
        ...{ entry: await findEntry(db, entryId), voice: 'said' as const, startsAt: 0, endsAt: said.length },
        ...{ kind: 'substantial-difficulty' as const, details: { answer: 'yes' } },
      });
    });
    assert.equal(await held(), 'N3');
    assert.match(await page(personId), /It was marked on 21 November 2026/);
    await see(personId, helped);
    assert.equal(await held(), undefined);
  });

  it('N3 a day after today is refused', async () => {
    const personId = await someone();
    assert.equal((await see(personId, { ...hard, lookedOn: '22 November 2026' })).statusCode, 409);
    assert.equal((await advocacy(personId)).involvement, null);
  });
});

describe('N3 an advocate, asked for, in place and gone', () => {
  it('N3 begins and ends on its own days, told in the story without their name', async () => {
    const personId = await someone();
    const { id } = await asked(personId);
    const began = { name: 'Meera Sandhu', inPlaceOn: '10 November 2026', version: '1' };
    assert.equal((await asRowan.post(`/advocates/${id}/began`, began)).statusCode, 303);
    assert.equal(
      await council.as(rowan, (db) => advocacyInASentence(db, personId, 'your')),
      'Your advocate is Meera Sandhu, since 10 November 2026.',
    );
    const story = (await asRowan.get(`/people/${personId}`)).body;
    assert.match(story, /An advocate is in place/);
    assert.doesNotMatch(story, /Meera/);
    const ended = { endedBecause: 'She moved away', endedOn: '', version: '2' };
    assert.equal((await asRowan.post(`/advocates/${id}/ended`, ended)).statusCode, 303);
    assert.equal((await asRowan.post(`/advocates/${id}/ended`, { ...ended, version: '3' })).statusCode, 409);
  });

  it('N3 two people writing the name at once: the second is shown the first', async () => {
    const personId = await someone();
    const { id } = await asked(personId);
    const began = { name: 'Meera Sandhu', inPlaceOn: '10 November 2026', version: '7' };
    const answer = await asRowan.post(`/advocates/${id}/began`, began);
    assert.equal(answer.statusCode, 409);
    assert.match(answer.body, /Meera Sandhu/);
    assert.equal((await advocacy(personId)).advocates[0]?.name, null);
  });

  it('N3 a conversation is not let rest on a needs assessment nobody was heard in, and is once somebody was', async () => {
    const personId = await someone();
    const conversationId = await council.as(rowan, (db) => openConversation(db, { personId, kind: 3 }));
    const answer = (kind: string, details: Record<string, string> = {}) =>
      asRowan.post(`/conversations/${conversationId}/answers`, {
        ...{ kind, sentence: 'It is so.', voice: 'agreed', ...details },
      });
    await answer('how-to-come-back');
    const made = await answer('needs-assessment-made', {
      ...{ madeOn: '20 November 2026', toldOn: '10 November 2026', format: 'large print' },
    });
    assert.equal(made.statusCode, 303, made.body);
    await see(personId, hard);
    const refused = await asRowan.post(`/conversations/${conversationId}/rest`, {});
    assert.equal(refused.statusCode, 409);
    assert.match(refused.body, /no advocate was in place that day/);
    const { id } = await asked(personId);
    await asRowan.post(`/advocates/${id}/began`, {
      ...{ name: 'Meera Sandhu', inPlaceOn: '20 November 2026', version: '1' },
    });
    assert.equal((await asRowan.post(`/conversations/${conversationId}/rest`, {})).statusCode, 303);
  });

  it('W5 another team gets neither page nor form', async () => {
    const personId = await someone();
    const { id } = await asked(personId);
    const stranger = await home.signIn(council, marsh);
    assert.equal((await stranger.get(`/people/${personId}/advocate`)).statusCode, 403);
    assert.equal((await stranger.post(`/people/${personId}/involvement`, hard)).statusCode, 403);
    const began = { name: 'x', inPlaceOn: '', version: '1' };
    assert.equal((await stranger.post(`/advocates/${id}/began`, began)).statusCode, 403);
  });
});
