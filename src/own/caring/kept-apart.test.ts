import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse, type Visitor } from '../../../test/house.ts';
import { ownAccount } from '../../../test/own.ts';
import { openConversation } from '../../conversations/conversations.store.ts';
import { saveEntry } from '../../conversations/entries.store.ts';
import { headingsHere } from '../../people/about-me/about-me.store.ts';
import { caringKeys } from '../../people/about-me/headings.ts';
import { caredFor } from '../../people/carers/caring.fixture.ts';
import { agree, of, planned, says, written } from '../../plans/carers/carers.fixture.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const { rowan } = council.accounts;
const house = await testHouse(database);
const worker = await house.signIn(council, rowan);

const { personId, carerIds } = await caredFor(council, 'Wilfred Acheson', 'Jean Acheson');
const jeanId = carerIds[0] ?? '';
const wilf = await house.signIn(council, await ownAccount(council, personId, 'Wilf'));
const jean = await house.signIn(council, await ownAccount(council, jeanId, 'Jean'));
const headings = await council.as(rowan, headingsHere);

/** Everything somebody can say on a page of their own, and what a worker wrote with them; each word marked as theirs. */
async function lived(who: Visitor, id: string, whose: string): Promise<void> {
  await council.as(rowan, async (db) => {
    const conversationId = await openConversation(db, { personId: id, kind: 1 });
    const happenedAt = new Date('2026-11-18T10:00:00Z');
    const about = { personId: id, conversationId, kind: 1 as const, happenedAt, isWithPerson: true };
    await saveEntry(db, { ...about, said: of(whose, 'said'), agreed: of(whose, 'agreed') });
  });
  for (const { key } of headings) await who.post(`/my/about/${key}`, { words: of(whose, key), instead: '' });
  for (const key of caringKeys)
    await who.post(`/my/caring/words/${key}`, { words: of(whose, key), instead: '' });
  await who.post('/my/around/add', {
    ...{ name: of(whose, 'friend'), relation: of(whose, 'relation'), gives: of(whose, 'gives') },
    ...{ howOften: 'most-days', mustNotKnow: of(whose, 'secret') },
  });
}

await says(worker, jeanId, personId);
const plan = await planned(council, worker, personId, 'wilf');
await written(council, worker, plan, 'wilf', { who: 'Jean', leansOn: `${jeanId} nights` });
await agree(council, worker, plan, 'wilf');
await lived(wilf, personId, 'wilf');
await lived(jean, jeanId, 'jean');
await jean.post('/my/caring/can', {
  ...{ forPerson: personId, thing: 'nights', willing: 'no', able: 'no', saidOn: '21 November 2026' },
  words: of('jean', 'back'),
});

/** Every page that leads on from the first, as a page and as JSON. */
async function everyPage(who: Visitor, base: string): Promise<{ url: string; body: string }[]> {
  const faces: { url: string; body: string }[] = [];
  const waiting = [base];
  const seen = new Set(waiting);
  for (let url = waiting.shift(); url; url = waiting.shift()) {
    const page = await who.get(url);
    faces.push({ url, body: page.body });
    const json = await house.house.server.inject({
      ...{ method: 'GET', url },
      headers: { host: 'localhost', accept: 'application/json', cookie: who.cookie },
    });
    faces.push({ url: `${url} as JSON`, body: json.body });
    for (const [, link = ''] of page.body.matchAll(/href="([^"#]*)/g)) {
      const to = link.replaceAll('&amp;', '&');
      // Letters as PDF are the same letters: plans/carers/kept-apart.test.ts reads them.
      if (!to.startsWith(base) || to.includes('.pdf') || seen.has(to)) continue;
      seen.add(to);
      waiting.push(to);
    }
  }
  return faces;
}

const saying = (faces: { url: string; body: string }[], whose: string): string[] =>
  faces.filter(({ body }) => body.includes(`zq${whose}`)).map(({ url }) => url);

describe('W2 a carer’s own page and that of the one they look after are kept apart', () => {
  for (const [name, who, base, whose, others] of [
    ['Wilf’s own', wilf, '/my', 'wilf', 'jean'],
    ['Jean’s own', jean, '/my', 'jean', 'wilf'],
    ['Wilf’s, read with a worker', worker, `/people/${personId}/together`, 'wilf', 'jean'],
    ['Jean’s, read with a worker', worker, `/people/${jeanId}/together`, 'jean', 'wilf'],
  ] as const)
    it(`W2 no page of ${name} has a word of the other’s, as a page or as JSON`, async () => {
      const faces = await everyPage(who, base);
      assert.ok(faces.length >= 40, `only ${faces.length} faces`);
      assert.ok(saying(faces, whose).length >= 8, 'their own words are on their own pages');
      assert.deepEqual(saying(faces, others), []);
    });

  it('W2 what crosses is a first name to the carer, and to the other that the plan is open again', async () => {
    assert.match((await jean.get('/my/caring')).body, /What you can do for Wilfred/);
    assert.match((await worker.get(`/people/${personId}`)).body, /The plan is open again for “nights”/);
  });

  it('W2 a line of the other’s is not there at any address that takes one', async () => {
    const lines = await council.as(rowan, async (db) => {
      const rows = await db
        .selectFrom('person_around')
        .select(['id', 'person_id'])
        .where('name', 'like', 'zq%')
        .execute();
      return Object.fromEntries(rows.map(({ id, person_id }) => [person_id, id]));
    });
    for (const [who, other] of [
      [wilf, jeanId],
      [jean, personId],
    ] as const)
      for (const at of [`/my/around/${lines[other]}`, `/my/say/around/${lines[other]}`])
        assert.equal((await who.get(at)).statusCode, 404, at);
  });
});
