import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { magsAtHome, promiseOf } from '../say/say.fixture.ts';
import { addingUrls, addsADay, addsADayOf } from './enough-today.ts';

const { account, asRowan, council, home, mags, personId, rowan } = await magsAtHome();
const set = (settings: string) =>
  asRowan((db) => sql`update council set settings = ${settings}::jsonb`.execute(db));
const written = () =>
  asRowan(async (db) => {
    const { rows } = await sql<{ many: number }>`select count(*)::int as many from own_message`.execute(db);
    return rows[0]?.many;
  });

describe('how much somebody adds at their own page in a day', () => {
  it('is enough after so much: said kindly, with whom to ring, and nothing typed is lost', async () => {
    await set('{"phone": "01632 960 000", "addsADay": 10}');
    for (let sent = 0; sent < 9; sent += 1)
      assert.equal((await mags.post('/my/message', { words: `Thing ${sent}` })).statusCode, 303);
    const promise = await asRowan((db) => promiseOf(db, personId, 'Rowan'));
    const say = `/my/say/promise/${promise}`;
    assert.equal((await mags.post(say, { what: 'beside', words: 'I rang too.' })).statusCode, 303);
    const enough = await mags.post('/my/message', { words: 'The eleventh thing.' });
    assert.equal(enough.statusCode, 422);
    assert.match(enough.body, /You have told us a lot today, and we have it all/);
    assert.match(enough.body, /Ring us on 01632 960 000\. If you or somebody else is in danger, ring 999\./);
    assert.match(enough.body, /The eleventh thing\.<\/textarea>/);
    assert.equal(await written(), 9);
    const beside = await mags.post(say, { what: 'beside', words: 'And once more.' });
    assert.equal(beside.statusCode, 422);
    assert.match(beside.body, /And once more\./);
    assert.equal((await mags.json('/my/message', { words: 'As data.' })).status, 422);
  });

  it('never stops a worker who writes down what they were told, nor what the law answers or what shuts a page', async () => {
    const told = { words: 'On the paper she posted.', told: 'paper' };
    assert.equal((await rowan.post(`/people/${personId}/together/message`, told)).statusCode, 303);
    assert.equal((await mags.post('/my/wishes', { ways: ['post'], version: '0' })).statusCode, 303);
    assert.notEqual((await mags.post('/my/entitled', { words: 'Am I?' })).statusCode, 422);
    for (const url of [
      '/entitled',
      '/shut',
      '/stories/:story/take-down',
      '/sharing/with/:sharing/end',
      '/wishes/codes',
    ])
      assert.ok(!addingUrls.includes(url), url);
  });

  it('begins again the next day, in London', async () => {
    home.clock.set('2026-11-22T00:00:00Z');
    const next = await home.signIn(council, account);
    assert.equal((await next.post('/my/message', { words: 'Good morning.' })).statusCode, 303);
  });

  it('is forms that there are, and a council’s own number within bounds', () => {
    const posts = new Set(home.house.routes.filter(({ method }) => method === 'POST').map(({ url }) => url));
    assert.deepEqual(
      addingUrls.filter((url) => !posts.has(`/my${url}`)),
      [],
    );
    assert.equal(addsADayOf({ addsADay: 12 }), 12);
    for (const own of [9, 1_001, '40', 20.5, null]) assert.equal(addsADayOf({ addsADay: own }), addsADay);
  });
});
