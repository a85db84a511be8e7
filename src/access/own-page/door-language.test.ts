import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';
import { doorLanguages, languages } from '../../own/words/languages.ts';
import { madeUp } from '../../own/words/made-up.fixture.ts';
import { languageFor } from './door-words.ts';

const { database } = await testDatabase();
await testCouncil(database, 'saltbeck-test');
const { house } = await testHouse(database);
const url = '/at/saltbeck-test/me';
const ours = { host: 'localhost', origin: 'http://localhost', 'sec-fetch-site': 'same-origin' };
const asks = { 'accept-language': 'art-x-brackets,en;q=0.5' };
languages['Made up'] = madeUp;
after(() => {
  delete languages['Made up'];
});

describe('the language of the door', () => {
  it('is the first that the browser asks for and there is, else the one there always is', () => {
    const signOf = (asked: string) => languageFor(asked, doorLanguages()).said.lang;
    assert.equal(signOf('art-x-brackets'), 'art-x-brackets');
    assert.equal(signOf('en;q=0.2, ART-X-BRACKETS;q=0.9'), 'art-x-brackets');
    for (const asked of ['', ',', 'fr-FR', 'art-x-brackets;q=0', 'en-US,art-x-brackets;q=0.9', ';;q=,*'])
      assert.equal(signOf(asked), 'en-GB', asked);
  });

  it('is that of the whole page, of its title and of what is wrong', async () => {
    const door = await house.server.inject({ url, headers: asks });
    assert.match(door.body, /^<!doctype html><html lang="art-x-brackets"/);
    assert.match(door.body, /<title>⟦Open my page⟧ – Alongside/);
    const back = await house.server.inject({
      method: 'POST',
      url,
      headers: { ...ours, ...asks },
      payload: {},
    });
    assert.equal(back.statusCode, 422);
    assert.match(back.body, /<title>⟦Error⟧: /);
    assert.match(back.body, /⟦Type your number⟧/);
  });

  it('is chosen there, and stays chosen in that browser', async () => {
    const chosen = await house.server.inject({ url: `${url}?in=art-x-brackets` });
    assert.match(chosen.body, /lang="art-x-brackets"/);
    const cookie = /alongside-lang=[^;]+/.exec(String(chosen.headers['set-cookie']))?.[0] ?? '';
    const again = await house.server.inject({ url, headers: { cookie, 'accept-language': 'en-GB' } });
    assert.match(again.body, /<html lang="art-x-brackets"/);
    assert.match(again.body, /\?in=en-GB" lang="en-GB"/);
  });
});
