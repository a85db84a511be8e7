import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse, type Visitor } from '../../../test/house.ts';
import { seenOn } from '../../community/public/qr.fixture.ts';
import { comeAlongside } from '../opening.store.ts';
import { makePerson } from '../people.store.ts';

const { database } = await testDatabase();
const { house, signIn } = await testHouse(database);
const council = await testCouncil(database, 'own-pages');
const rowan = await signIn(council, council.accounts.rowan);
const number = '402917';

describe('a person’s own page, opened with them', () => {
  it('is off until it was talked about, and needs a word on who else might look', async () => {
    const { at } = await somebody();
    assert.match((await rowan.get(at)).body, /Who else might look, or press them to show it\?/);
    const answer = await rowan.post(at, { ...agreed, talked: ' ' });
    assert.equal(answer.statusCode, 422);
    assert.match(answer.body, /Write what you talked about/);
    assert.match((await rowan.get(at)).body, /is opened when you have talked about it/);
  });

  it('is opened with a letter that works once, and only with the number', async () => {
    const { at } = await somebody();
    assert.equal((await rowan.post(at, agreed)).statusCode, 303);
    const open = (await rowan.get(at)).body;
    assert.match(open, /Last used/);
    assert.match(open, /Her brother has her post/);
    assert.doesNotMatch(open, new RegExp(number));
    const { code, body } = await letterFor(at);
    assert.doesNotMatch(body, new RegExp(`${number}|brother`));
    assert.match(body, /localhost\/at\/own-pages\/me/);
    assert.equal((await knock(code, '730158')).statusCode, 422);
    assert.equal((await knock(code, number)).headers.location, '/my');
    assert.equal((await knock(code, number)).statusCode, 422);
  });

  it('S2 has a square on the letter that holds a way in and opens nothing without the number', async () => {
    const { at } = await somebody();
    await rowan.post(at, agreed);
    const { body } = await letterFor(at, 'large');
    assert.match(body, /app-copy--large/);
    const address = seenOn(body)[0] ?? assert.fail('no square');
    assert.match(address, /^http:\/\/localhost\/at\/own-pages\/me\/[0-9a-hjkmnp-tv-z]{26}$/);
    const token = address.split('/').at(-1) ?? '';
    const door = await house.server.inject({ method: 'GET', url: `/at/own-pages/me/${token}` });
    assert.equal(door.headers.location, '/at/own-pages/me');
    assert.equal((await knock(token, '')).statusCode, 422);
    assert.equal((await knock(token, number)).statusCode, 303);
  });

  it('never shows a letter’s code again, and a new letter ends the one before', async () => {
    const { at } = await somebody();
    await rowan.post(at, agreed);
    const first = await letterFor(at);
    assert.doesNotMatch((await rowan.get(at)).body, new RegExp(first.code, 'i'));
    const second = await letterFor(at);
    assert.equal((await knock(first.code, number)).statusCode, 422);
    assert.equal((await knock(second.code, number)).statusCode, 303);
  });

  it('S6 signs out every browser when another number is chosen, and when it is closed', async () => {
    const { at } = await somebody();
    await rowan.post(at, agreed);
    const first = await comeIn(at, number);
    assert.equal((await rowan.post(`${at}/number`, { number: '123456' })).statusCode, 422);
    assert.equal((await rowan.post(`${at}/number`, { number: '730158' })).statusCode, 303);
    assert.equal(await isIn(first), false);
    const second = await comeIn(at, '730158');
    const { code } = await letterFor(at);
    assert.equal((await rowan.post(`${at}/shut`, {})).statusCode, 303);
    assert.equal(await isIn(second), false);
    assert.equal((await knock(code, '730158')).statusCode, 422);
    assert.equal((await rowan.post(`${at}/letter`, {})).headers.location, at);
    assert.match((await rowan.post(`${at}/shut`, {})).body, /Somebody may have shut it meanwhile/);
  });

  it('D5 says in their story that it was opened, and nothing of who might press them', async () => {
    const { at, personId } = await somebody();
    await rowan.post(at, agreed);
    const story = (await rowan.get(`/people/${personId}`)).body;
    assert.match(story, /Has their own page now/);
    assert.doesNotMatch(story, /brother/);
  });

  it('takes a mobile for a text, an address for an e-mail, and no number that two at one address share', async () => {
    const { at } = await somebody();
    const other = await somebody();
    const text = { ...agreed, messageBy: 'text', mobile: '01632 960001' };
    assert.match((await rowan.post(at, text)).body, /house telephone/);
    assert.equal((await rowan.post(at, { ...text, mobile: '07700 900455' })).statusCode, 303);
    const same = { ...text, mobile: '+44 7700 900 455' };
    assert.match((await rowan.post(other.at, same)).body, /Choose other figures/);
    assert.equal((await rowan.post(other.at, { ...same, number: '730158' })).statusCode, 303);
  });

  it('W5 W3 is for who is alongside them, from our own pages, and who looked says so', async () => {
    const { at, personId } = await somebody(false);
    await council.as(council.accounts.rowan, (db) =>
      comeAlongside(db, personId, { accountId: council.accounts.rowan.accountId }, 'cover'),
    );
    await rowan.post(at, agreed);
    const stranger = await signIn(council, council.accounts.priya);
    const analyst = await signIn(council, council.accounts.analyst);
    for (const visitor of [stranger, analyst])
      assert.equal((await visitor.post(`${at}/letter`, {})).statusCode, 403);
    assert.equal((await rowan.post(`${at}/letter`, { csrf: 'another' })).statusCode, 403);
    await letterFor(at);
    const looked = await rowan.get(`/people/${personId}/who-looked`);
    assert.match(looked.body, /wrote: A letter with a way in to somebody’s own page/);
  });
});

const agreed = {
  talked: 'Her brother has her post; she will have it handed to her.',
  talkedOn: '20 November 2026',
  messageBy: 'none',
  number,
};

async function somebody(isAlongside = true) {
  const { rowan: account } = council.accounts;
  const personId = await council.as(account, async (db) => {
    const id = await makePerson(db, { fullName: 'Edie Marsh' });
    if (isAlongside) await comeAlongside(db, id, { accountId: account.accountId }, 'cover');
    return id;
  });
  return { personId, at: `/people/${personId}/own-page` };
}

async function letterFor(at: string, print = 'standard', visitor: Visitor = rowan) {
  const { statusCode, body } = await visitor.post(`${at}/letter`, { print });
  assert.equal(statusCode, 200, body);
  return { body, code: /class="app-code">([^<]+)/.exec(body)?.[1] ?? assert.fail('no code') };
}

const knock = (typed: string, tried: string) =>
  house.server.inject({
    method: 'POST',
    url: '/at/own-pages/me',
    headers: {
      ...{ host: 'localhost', origin: 'http://localhost', 'sec-fetch-site': 'same-origin' },
      'content-type': 'application/x-www-form-urlencoded',
      cookie: 'alongside-kept=yes',
    },
    payload: new URLSearchParams({ typed, number: tried }).toString(),
  });

async function comeIn(at: string, tried: string): Promise<string> {
  const { headers } = await knock((await letterFor(at)).code, tried);
  const cookie = /alongside=[^;]+/.exec(String(headers['set-cookie']))?.[0] ?? '';
  assert.equal(await isIn(cookie), true);
  return cookie;
}

async function isIn(cookie: string): Promise<boolean> {
  const root = await house.server.inject({ method: 'GET', url: '/', headers: { cookie } });
  return root.headers.location === '/my';
}
