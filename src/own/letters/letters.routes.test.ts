import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { extractText, getDocumentProxy } from 'unpdf';
import { testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';
import { ownAccount } from '../../../test/own.ts';
import { makePerson } from '../../people/people.store.ts';
import { kindsInWords, letterKinds } from '../../plans/letters/letter.ts';
import { protectedHome, wholeRecord } from '../../plans/letters/letters.fixture.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const { rowan } = council.accounts;
const home = await testHouse(database);
const wilf = await wholeRecord(council, rowan);
const account = await ownAccount(council, wilf.personId, 'Wilf');
const visitor = await home.signIn(council, account);
const other = await council.as(rowan, (db) => makePerson(db, { fullName: 'Ivor Pell' }));
const ivor = await home.signIn(council, await ownAccount(council, other, 'Ivor'));
const worker = await home.signIn(council, rowan);

const addressOf = (kind: (typeof letterKinds)[number]) =>
  `/my/letters/${kindsInWords[kind].place}/${wilf.things[kind]}`;

describe('letters, on somebody’s own page', () => {
  it('C3-5 opens every letter that may be given, as a page and as a file', async () => {
    const list = (await visitor.get('/my/letters')).body;
    for (const kind of letterKinds) {
      assert.ok(list.includes(`href="${addressOf(kind)}"`), kind);
      const page = await visitor.get(addressOf(kind));
      assert.equal(page.statusCode, 200, kind);
      assert.match(page.body, /Dear Wilf/);
      const file = await visitor.get(`${addressOf(kind)}/letter.pdf?format=large-print`);
      assert.equal(file.headers['content-type'], 'application/pdf');
      const { text } = await extractText(await getDocumentProxy(new Uint8Array(file.rawPayload)), {
        mergePages: true,
      });
      assert.match(text, /End of letter/);
    }
  });

  it('W4 has a protected address in none of them', async () => {
    for (const kind of letterKinds)
      assert.doesNotMatch((await visitor.get(addressOf(kind))).body, new RegExp(protectedHome.postcode));
  });

  it('W1 is nobody else’s to open, and a plan being written is no letter yet', async () => {
    assert.equal((await ivor.get(addressOf('plan'))).statusCode, 404);
    await council.as(rowan, (db) =>
      sql`update plan set state = 'being-written', starts_on = null, agreement = null, agreement_words = null, agreed_on = null`.execute(
        db,
      ),
    );
    assert.equal((await visitor.get(addressOf('plan'))).statusCode, 404);
    assert.ok(!(await visitor.get('/my/letters')).body.includes(addressOf('plan')));
  });

  it('W1 is the same letter when a worker reads it with them', async () => {
    const { statusCode, body } = await worker.get(
      `/people/${wilf.personId}/together/letters/advice/${wilf.things.advice}?format=easy-read`,
    );
    assert.equal(statusCode, 200);
    assert.match(body, /app-copy--easy/);
  });
});

describe('my plan', () => {
  it('C3-5 begins with a good life, and says of each need who does what', async () => {
    await council.as(rowan, (db) =>
      sql`update plan set state = 'standing', starts_on = '2026-11-20', agreement = 'agree', agreement_words = 'Yes.', agreed_on = '2026-11-20'`.execute(
        db,
      ),
    );
    const { body } = await visitor.get('/my/plan');
    const order = [
      'What makes a good life for you',
      'What you need, and who does what',
      'The money',
      'What you said about it',
      'If you do not agree',
    ];
    const places = order.map((words) => body.indexOf(words));
    assert.ok(
      places.every((place) => place > 0),
      String(places),
    );
    assert.deepEqual(
      places.toSorted((one, other) => one - other),
      places,
    );
    assert.match(body, /Who does it: Night calls\./);
    assert.match(body, /href="\/my\/say\/need\/[0-9a-f-]{36}"/);
    assert.match(body, /We ask how it is going from 1 January 2027 to 15 January 2027/);
  });

  it('W1 is nobody else’s to open, by any address', async () => {
    assert.equal((await ivor.get(`/my/plan/${wilf.things.plan}`)).statusCode, 404);
    assert.match((await ivor.get('/my/plan')).body, /You do not have a plan now/);
  });
});
