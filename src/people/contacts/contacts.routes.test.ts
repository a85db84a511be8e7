import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';
import { newId } from '../../platform/ids.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const home = await testHouse(database);
const rowan = await home.signIn(council, council.accounts.rowan);
const marlow = await home.signIn(council, council.accounts.marsh);

const carolRings = {
  name: 'Wilfred Acheson',
  reach: '01632 960114',
  permission: 'agreed',
  madeBy: 'Carol',
  madeByRelation: 'niece',
  words: 'Uncle Wilf has stopped coming to us. He says he’s busy. He isn’t.',
};

describe('somebody gets in touch', () => {
  it('F3 needs only who, who is speaking and the words; F1 it belongs to whoever answered', async () => {
    const saved = await rowan.json('/contacts', carolRings);
    assert.equal(saved.status, 200);
    const page = await rowan.get(String(saved.body.location));
    assert.equal(page.statusCode, 200);
    assert.match(page.body, /Uncle Wilf has stopped coming to us/);
    assert.match(page.body, /answered by Rowan/);
    assert.match(page.body, /Not yet spoken with/);
  });

  it('F4 somebody we may already know is shown before another record is made, and what was typed stays', async () => {
    const again = await rowan.post('/contacts', {
      ...carolRings,
      name: 'acheson wilf',
      words: 'It is me again',
    });
    assert.equal(again.statusCode, 409);
    assert.match(again.body, /Wilfred Acheson/);
    assert.match(again.body, /It is me again/);
    assert.match(again.body, /Uncle Wilf has stopped coming to us/);
  });

  it('says beside the field what is missing, and keeps every word', async () => {
    const back = await rowan.post('/contacts', { name: 'Bea Lindqvist', words: 'I am fine' });
    assert.equal(back.statusCode, 422);
    assert.match(back.body, /Say who is speaking/);
    assert.match(back.body, /I am fine/);
  });

  it('R3 pressing twice, even at once, saves one contact and gives the same receipt', async () => {
    const submission = newId();
    const form = { ...carolRings, name: 'Twice Pressed', reach: '', submission };
    const answers = await Promise.all(Array.from({ length: 5 }, () => rowan.post('/contacts', form)));
    assert.deepEqual([...new Set(answers.map(({ statusCode }) => statusCode))], [303]);
    assert.equal(new Set(answers.map(({ headers }) => headers.location)).size, 1);
    const { rows } = await council.as(council.accounts.rowan, (db) =>
      sql<{ n: number }>`select count(*) as n from person where full_name = 'Twice Pressed'`.execute(db),
    );
    assert.equal(rows[0]?.n, 1);
  });

  it('F5 the page and everything it may ask say nothing of money or of what anybody is due', async () => {
    const page = (await rowan.get('/contacts/new?q=Nobody Known')).body;
    const asked = page.slice(page.indexOf('<main'), page.indexOf('</main>')).replaceAll(/<[^>]+>/g, ' ');
    assert.match(asked, /What did they say/);
    assert.doesNotMatch(
      asked,
      /money|income|saving|afford|\bpay|£|eligib|entitle|benefit|budget|means test/i,
    );
  });

  it('F1 moves only when a colleague says yes', async () => {
    const { body } = await rowan.json('/contacts', { ...carolRings, name: 'Olu Adeyemi', reach: '' });
    const contact = `/contacts/${body.contactId}`;
    const asked = await rowan.post(`${contact}/asks`, {
      colleague: council.accounts.priya.accountId,
      sentence: 'You know the chandlery',
    });
    assert.equal(asked.statusCode, 303);
    const still = await rowan.json(contact);
    assert.equal((still.body.contact as { heldBy: string }).heldBy, 'Rowan');
    const askId = (still.body.contact as { asked: { id: string }[] }).asked[0]?.id;
    const priya = await home.signIn(council, council.accounts.priya);
    assert.equal((await priya.post(`/asks/${askId}/answer`, { answer: 'yes' })).statusCode, 303);
    const moved = await rowan.json(contact);
    assert.equal((moved.body.contact as { heldBy: string }).heldBy, 'Priya');
  });

  it('F2 the clock cannot be restarted, even below the routes', async () => {
    await assert.rejects(
      council.as(council.accounts.rowan, (db) => sql`update contact set made_at = now()`.execute(db)),
      /F2/,
    );
  });
});

describe('who may open a record', () => {
  it('W5 a worker of another team is asked for a reason, then may look for an hour, and the person can see it', async () => {
    const { body } = await rowan.json('/contacts', { ...carolRings, name: 'Petra Novak', reach: '' });
    const url = `/people/${body.personId}`;
    const refused = await marlow.get(url);
    assert.equal(refused.statusCode, 403);
    assert.doesNotMatch(refused.body, /Petra/);
    assert.equal((await marlow.post(`${url}/break-glass`, { reason: '' })).statusCode, 422);
    await marlow.post(`${url}/break-glass`, { reason: 'She rang our line in tears' });
    assert.equal((await marlow.get(url)).statusCode, 200);
    assert.match((await rowan.get(`${url}/who-looked`)).body, /She rang our line in tears/);
    home.clock.set('2026-11-21T10:45:00Z');
    const later = await home.signIn(council, council.accounts.marsh);
    assert.equal((await later.get(url)).statusCode, 403);
    home.clock.set('2026-11-21T09:32:00Z');
  });

  it('a form without this session’s token, or from elsewhere, changes nothing', async () => {
    const send = (headers: Record<string, string>, csrf: string) =>
      home.house.server.inject({
        method: 'POST',
        url: '/contacts',
        headers: { host: 'localhost', cookie: rowan.cookie, accept: 'text/html', ...headers },
        payload: { ...carolRings, name: 'Nobody Atall', reach: '', csrf },
      });
    const ours = { origin: 'http://localhost', 'sec-fetch-site': 'same-origin' };
    for (const attempt of [
      send(ours, ''),
      send(ours, marlow.csrf),
      send({ origin: 'https://elsewhere.example' }, rowan.csrf),
      send({ 'sec-fetch-site': 'cross-site' }, rowan.csrf),
      send({}, rowan.csrf),
    ])
      assert.equal((await attempt).statusCode, 403);
  });
});
