import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { pinFor, testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';
import { houseEnglish } from '../../access/said/house-english.ts';
import { newId } from '../../platform/ids.ts';
import { renderPage } from '../../platform/ui/page.tsx';
import { at, feedFile, service, weekly } from '../feeds/feed.fixture.ts';
import { importFeed } from '../feeds/import-feed.ts';
import { seenOn } from './qr.fixture.ts';
import { readShort } from './short-address.ts';
import { WhichPage } from './which.pages.tsx';

const { database } = await testDatabase();
const council = await testCouncil(database);
await testCouncil(database, 'elsewhere');
const origin = 'https://alongside.saltbeck.example';
const { house, signIn } = await testHouse(database, { publicUrl: origin });
const { editor, rowan } = council.accounts;
const nearby = '/at/saltbeck-test/nearby';

const records = [
  service('choir', 'Harbour Choir', { ...at('Chandlery', 'ZZ1 1AA', 53.4, -1.5), ...weekly('TU') }),
  service('bell', 'Bell Choir', {
    ...at('Belfry', 'ZZ1 3AA', 53.42, -1.5),
    contacts: [{ id: 'c', name: 'Wilhelmina', phones: [{ id: 'p', number: '07700 900123' }] }],
  }),
  service('refuge', 'Women’s refuge choir', {
    ...at('Quiet House', 'ZZ1 9QQ', 53.43, -1.51),
    description: 'A refuge from domestic abuse, with singing.',
  }),
  service('old', 'Chapel Choir', { assured_date: '2026-01-10' }),
  ...Array.from({ length: 12 }, (_, n) =>
    service(`walk-${n}`, `Walking group ${n}`, {
      ...at(`Hall ${n}`, 'ZZ1 1AB', 53.4, -1.49),
      ...weekly('WE'),
    }),
  ),
];
const ids = new Map<string, string>();

before(async () => {
  await importFeed(database, pinFor(council.councilId, editor), {
    source: feedFile(records),
    name: 'Saltbeck directory',
  });
  const { rows } = await sql<{ id: string; name: string }>`select id, name from listing
    where council_id = ${council.councilId}`.execute(database);
  for (const { id, name } of rows) ids.set(name, id);
});

const idOf = (name: string): string => ids.get(name) ?? '';
const get = (url: string, headers = {}) =>
  house.server.inject({ url, headers: { accept: 'text/html', ...headers } });
const ours = { host: 'localhost', origin: 'http://localhost', 'sec-fetch-site': 'same-origin' };
const post = (url: string, fields: Record<string, string>, headers: Record<string, string> = ours) =>
  house.server.inject({
    method: 'POST',
    url,
    headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
    payload: new URLSearchParams(fields).toString(),
  });

describe('the finder for whoever comes', () => {
  it('a place said among the words is where to look, once it is known; whom to ring is said as well', async () => {
    await council.as(editor, (db) =>
      sql`update council set settings = settings || '{"phone": "01632 960 000"}'`.execute(db),
    );
    const inZz1 = await get(`${nearby}?q=a+choir+in+ZZ1&near=`);
    assert.match(inZz1.body, /<input[^>]*value="ZZ1"[^>]*name="near"|name="near"[^>]*value="ZZ1"/);
    assert.match(inZz1.body, /Harbour Choir.*mile away/s);
    assert.match(inZz1.body, /ring .* on <a href="tel:01632960000">01632 960 000/);
    const nowhere = await get(`${nearby}?q=a+choir+in+Atlantis`);
    assert.doesNotMatch(nowhere.body, /We do not know where/, 'it may be no place at all');
  });

  it('needs no account, and its name at the top leads back to it', async () => {
    for (const url of ['/at/saltbeck-test', nearby]) {
      const page = await get(`${url}?q=somewhere+to+sing&near=ZZ1`);
      assert.equal(page.statusCode, 200, url);
      for (const words of ['Harbour Choir', 'Next on Tuesday 24 November', 'Checked 21 days ago'])
        assert.ok(page.body.includes(words), words);
      assert.match(page.body, /role="status">/);
      assert.match(page.body, /1 older one, ring first/);
      assert.match(page.body, /href="\/at\/saltbeck-test"/);
      assert.ok(!page.body.includes('/people/'), 'no way into anybody’s record');
      assert.ok(!page.body.includes('/community'), 'no way to colleagues’ pages');
    }
    assert.equal((await get('/at/nowhere/nearby')).statusCode, 404);
  });

  it('names nobody it is for, whatever the address says', async () => {
    const page = await get(`${nearby}?person=${newId()}&q=choir`);
    assert.equal(page.statusCode, 200);
    assert.ok(!page.body.includes('Introduce'));
  });

  it('shows no place that must stay unknown, and nobody’s own telephone', async () => {
    for (const url of [
      `${nearby}?q=choir`,
      `${nearby}/${idOf('Women’s refuge choir')}`,
      `${nearby}/${idOf('Bell Choir')}`,
    ])
      for (const accept of ['text/html', 'application/json']) {
        const { body, statusCode } = await get(url, { accept });
        assert.equal(statusCode, 200, url);
        for (const secret of ['Quiet House', 'ZZ1 9QQ', '53.43', '07700', 'Wilhelmina'])
          assert.ok(!body.includes(secret), `${secret} at ${url} as ${accept}`);
      }
    const quiet = (await get(`${nearby}/${idOf('Women’s refuge choir')}`)).body;
    assert.match(
      quiet,
      /kept quiet, for people’s safety\. Ask first/,
      'nobody is told to ring with no number',
    );
    assert.match(quiet, /They give no number of their own\. Ring .*01632 960 000/);
  });

  it('keeps to what was asked for, and says what it kept to', async () => {
    const page = await get(
      `${nearby}?q=choir&day=TU&cost=0&access=step-free&access=quiet&age=70&way=At+a+place`,
    );
    assert.equal(page.statusCode, 200);
    assert.match(page.body, /Kept to: free, no steps, somewhere quiet, at a place, for somebody aged 70/);
    const odd = await get(`${nearby}?cost=x&access=wings&age=-4&way=flying&within=9999&page=0&near=a&near=b`);
    assert.equal(odd.statusCode, 200);
  });

  it('a wish for what is not there is kept without whose it is', async () => {
    const sent = await post(`${nearby}/gaps`, { words: 'somewhere to race pigeons', place: 'ZZ1' });
    assert.equal(sent.statusCode, 303);
    assert.equal(sent.headers.location, nearby);
    const { rows } = await council.as(rowan, (db) =>
      sql`select words, person_id, asked_by from gap where words like '%pigeons%'`.execute(db),
    );
    assert.deepEqual(rows, [{ words: 'somewhere to race pigeons', person_id: null, asked_by: null }]);
    const empty = await post(`${nearby}/gaps`, { words: ' ', place: 'ZZ1' });
    assert.equal(empty.statusCode, 422);
    assert.match(empty.body, /Write what you looked for/);
  });

  it('takes forms from its own pages only', async () => {
    for (const url of [`${nearby}/gaps`, `${nearby}/${idOf('Harbour Choir')}/wrong`]) {
      const sent = await post(url, { words: 'x' }, { host: 'localhost', origin: 'http://elsewhere.example' });
      assert.equal(sent.statusCode, 403, url);
    }
  });
});

describe('one listing for whoever comes', () => {
  it('is said to be wrong in one tap; colleagues read it, whoever comes does not', async () => {
    const url = `${nearby}/${idOf('Harbour Choir')}`;
    assert.match((await get(url)).body, /Tell us it is wrong/);
    assert.equal((await post(`${url}/wrong`, { wrong: '' })).statusCode, 303);
    assert.equal((await post(`${url}/wrong`, { wrong: 'It moved to Thursdays' })).statusCode, 303);
    const staff = await (await signIn(council, editor)).get(`/community/${idOf('Harbour Choir')}`);
    assert.match(
      staff.body,
      /Somebody who looked told us on 21 November 2026 that something is wrong: It moved/,
    );
    assert.ok(!(await get(url)).body.includes('Thursdays'));
  });

  it('a machine that taps for ever adds no more than anybody will read', async () => {
    const url = `${nearby}/${idOf('Walking group 3')}/wrong`;
    for (let times = 0; times < 25; times += 1)
      assert.equal((await post(url, { wrong: 'x' })).statusCode, 303);
    const { rows } = await council.as(rowan, (db) =>
      sql<{ many: number }>`select count(*)::integer as many from listing_concern
        where listing_id = ${idOf('Walking group 3')}`.execute(db),
    );
    assert.equal(rows[0]?.many, 20);
  });

  it('is nothing at another council, when it rests, and when it was never there', async () => {
    for (const url of [
      `/at/elsewhere/nearby/${idOf('Harbour Choir')}`,
      `${nearby}/${newId()}`,
      `${nearby}/not-an-id`,
    ])
      assert.equal((await get(url)).statusCode, 404, url);
    assert.equal((await post(`/at/elsewhere/nearby/${idOf('Harbour Choir')}/wrong`, {})).statusCode, 404);
    const asEditor = await signIn(council, editor);
    await asEditor.post(`/community/${idOf('Walking group 4')}/rest`, { why: 'the leader is away' });
    assert.equal((await get(`${nearby}/${idOf('Walking group 4')}`)).statusCode, 404);
    assert.equal(
      (await get(`${nearby}/slips?ids=${idOf('Walking group 4')}`)).body.includes('Walking group'),
      false,
    );
  });
});

describe('slips and short addresses', () => {
  it('every QR on a page of slips holds the address printed beside it, which opens that listing', async () => {
    const chosen = ['Harbour Choir', 'Bell Choir', 'Walking group 1', 'Walking group 2'];
    const page = await get(`${nearby}/slips?${chosen.map((name) => `ids=${idOf(name)}`).join('&')}`);
    assert.equal(page.statusCode, 200);
    assert.match(page.body, /4 slips, three to a sheet/);
    const typed = page.body
      .split('class="app-address">')
      .slice(1)
      .map((part) => part.split('</span>')[0]?.replaceAll(/<[^>]*>/g, '') ?? '');
    const codes = seenOn(page.body);
    assert.equal(codes.length, chosen.length);
    assert.deepEqual(
      codes,
      typed.map((address) => `https://${address}`),
    );
    for (const [index, address] of codes.entries()) {
      assert.match(
        address ?? '',
        /^https:\/\/alongside\.saltbeck\.example\/at\/saltbeck-test\/l\/[0-9a-z]{4}-[0-9a-z]{4}$/,
      );
      const opened = await get(
        new URL(address ?? '').pathname.toUpperCase().replace('/AT/SALTBECK-TEST/L/', '/at/saltbeck-test/l/'),
      );
      assert.equal(opened.statusCode, 200);
      assert.ok(opened.body.includes(`<h1>${chosen[index]}</h1>`));
    }
  });

  it('colleagues print the same slips; a place that must stay unknown is on none', async () => {
    const asRowan = await signIn(council, rowan);
    const page = await asRowan.get(
      `/community/slips?ids=${idOf('Harbour Choir')},${idOf('Women’s refuge choir')}`,
    );
    assert.equal(seenOn(page.body).length, 2);
    for (const secret of ['Quiet House', 'ZZ1 9QQ', 'Rowan</'])
      assert.ok(!page.body.split('<main')[1]?.includes(secret), secret);
    assert.match((await asRowan.get('/community/slips?ids=nonsense')).body, /Nothing was ticked yet/);
  });

  it('a short address of nobody’s, or of another council’s listing, opens nothing', async () => {
    const { rows } = await sql<{
      short: string;
    }>`select short from listing where id = ${idOf('Harbour Choir')}`.execute(database);
    const short = readShort(rows[0]?.short ?? '') ?? '';
    assert.equal((await get(`/at/saltbeck-test/l/${short}`)).statusCode, 200);
    for (const url of [
      `/at/elsewhere/l/${short}`,
      '/at/saltbeck-test/l/zzzz-zzzz',
      '/at/saltbeck-test/l/nonsense',
    ])
      assert.equal((await get(url)).statusCode, 404, url);
  });

  it('two listings with one short address: it asks which is meant', () => {
    const frame = {
      said: houseEnglish,
      councilName: 'X',
      nav: [],
      footer: [],
      submissionId: () => 'x',
      nonce: '',
    };
    const which = ['One', 'Two'].map((name) => ({ listingId: newId(), name }));
    const page = renderPage(WhichPage({ which, base: nearby }, frame));
    assert.match(page, /Which one did you mean\?/);
    for (const { listingId } of which) assert.ok(page.includes(`href="${nearby}/${listingId}"`));
  });
});

describe('what was looked for in vain', () => {
  it('is counted by things of our own lists, and never names anybody', async () => {
    await get(`${nearby}?q=chess+with+Margaret+Ashwell&near=ZZ1+1AA&older=yes`);
    await get(`${nearby}?q=choir`);
    const { rows } = await council.as(rowan, (db) =>
      sql`select words, district, times from missed_search`.execute(db),
    );
    assert.deepEqual(rows, [{ words: 'chess', district: 'ZZ1', times: 1 }]);
  });
});

describe('the search on another site', () => {
  it('may stand in any frame, runs no script, and is the only page that may', async () => {
    const page = await get(`${nearby}/embed?q=choir`);
    assert.equal(page.statusCode, 200);
    const policy = String(page.headers['content-security-policy']);
    assert.match(policy, /frame-ancestors \*/);
    assert.ok(!policy.includes('script-src'));
    assert.equal(page.headers['x-frame-options'], undefined);
    assert.ok(!/<script|<header|<footer/.test(page.body));
    assert.match(page.body, /Harbour Choir/);
    const usual = await get(nearby);
    assert.match(String(usual.headers['content-security-policy']), /frame-ancestors 'none'/);
    assert.equal(usual.headers['x-frame-options'], 'DENY');
  });

  it('is one line to paste, with the public address', async () => {
    const page = await get(`${nearby}/for-your-site`);
    assert.ok(page.body.includes(`&lt;iframe src=&quot;${origin}${nearby}/embed&quot;`), 'the line');
  });
});

describe('light enough for any telephone', () => {
  it('the finder with ten results, its styles, scripts and letters come to under 100 kB as served', async () => {
    const sizeOf = async (url: string): Promise<[number, string]> => {
      const { rawPayload, headers } = await get(url, { 'accept-encoding': 'gzip' });
      const text = headers['content-encoding'] === 'gzip' ? gunzipSync(rawPayload) : rawPayload;
      return [rawPayload.length, text.toString('utf8')];
    };
    const [bytes, page] = await sizeOf(`${nearby}?q=walking&near=ZZ1`);
    assert.equal(page.split('app-by').length - 1, 10, 'ten results');
    const asked = [...new Set([...page.matchAll(/\/assets\/[\w./-]+/g)].map(([url]) => url))];
    const letters = ['400', '700'].map(
      (cut) => `/assets/fonts/atkinson-hyperlegible-latin-${cut}-normal.woff2`,
    );
    const sizes = await Promise.all(
      [...asked, ...letters].map(async (url) => [url, (await sizeOf(url))[0]] as const),
    );
    const all = sizes.reduce((sum, [, size]) => sum + size, bytes);
    console.log(
      `the public finder: page ${bytes}, all in ${all} bytes; ${sizes.map((one) => one.join(' ')).join(', ')}`,
    );
    assert.ok(asked.length >= 5 && all < 100_000, `${all} bytes`);
  });
});
