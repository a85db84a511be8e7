import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { extractText, getDocumentProxy } from 'unpdf';
import { testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';
import { findEntry, saveEntry } from '../../conversations/entries.store.ts';
import { tagFact } from '../../conversations/facts.store.ts';
import { kindsInWords, layouts, letterKinds } from './letter.ts';
import { said, wholeRecord } from './letters.fixture.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const { rowan } = council.accounts;
const house = await testHouse(database);
const visitor = await house.signIn(council, rowan);
const wilf = await wholeRecord(council, rowan);
const yes = { hasNeeds: 'yes', atRisk: 'yes', cannotProtect: 'yes' };

/** Words in which somebody is marked as perhaps being hurt, and which are marked as what difference it makes too. */
async function marked(words: string, withWhom: string, isWithPerson: boolean, rest = '') {
  await council.as(rowan, async (db) => {
    const { personId, things } = wilf;
    const about = { personId, conversationId: things['needs-assessment'], kind: 3 as const };
    const happenedAt = new Date('2026-11-20T10:00:00Z');
    const id = await saveEntry(db, { ...about, happenedAt, said: words + rest, withWhom, isWithPerson });
    const entry = await findEntry(db, id);
    const tag = { entry, voice: 'said' as const, startsAt: 0, endsAt: words.length };
    await tagFact(db, { ...tag, kind: 'safeguarding-answer', details: yes });
    await tagFact(db, { ...tag, kind: 'impact', details: {} });
    const [startsAt, endsAt] = [words.length, words.length + rest.length];
    if (rest) await tagFact(db, { ...tag, startsAt, endsAt, kind: 'impact', details: {} });
  });
}

await marked('zqtold his brother takes his card', 'zqneighbour', false);
await marked('zqhurt he takes my card', 'Wilf and zqbeside Ama', true, ' and I cannot buy bread');

async function everyLetter(): Promise<{ where: string; text: string }[]> {
  const letters: { where: string; text: string }[] = [];
  for (const kind of letterKinds)
    for (const layout of layouts)
      for (const face of ['', '/letter.pdf']) {
        const where = `/letters/${kindsInWords[kind].place}/${wilf.things[kind]}${face}?format=${layout}`;
        const { statusCode, body, rawPayload } = await visitor.get(where);
        assert.equal(statusCode, 200, where);
        if (!face) letters.push({ where, text: body });
        else {
          const pdf = await getDocumentProxy(new Uint8Array(rawPayload));
          letters.push({ where, text: String((await extractText(pdf, { mergePages: true })).text) });
        }
      }
  return letters;
}

describe('N2 letters, which whoever does the harm may open', () => {
  it('N2 no letter in any face has a word that was marked, or says who told us', async () => {
    const letters = await everyLetter();
    const telling = letters.filter(({ text }) => /zq(told|hurt|neighbour)/.test(text));
    assert.deepEqual(
      telling.map(({ where }) => where),
      [],
    );
  });

  it('N2 everything else they said, and who was there, is still theirs to have (s12(3))', async () => {
    const found = (await everyLetter())[letterKinds.indexOf('needs-assessment') * layouts.length * 2];
    assert.match(found?.text ?? '', /cannot buy bread/);
    assert.match(found?.text ?? '', /zqbeside Ama/);
    assert.ok(found?.text.includes(said.impact));
  });
});
