import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { testCouncil, testNow } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';
import { at, feedFile, service, weekly } from '../feeds/feed.fixture.ts';
import { importFeed } from '../feeds/import-feed.ts';
import { publishProblems } from './records/publish-check.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const home = await testHouse(database);

interface Page {
  total_items: number;
  total_pages: number;
  page_number: number;
  size: number;
  first_page: boolean;
  last_page: boolean;
  empty: boolean;
  contents: Record<string, unknown>[];
}

const ask = (url: string, headers: Record<string, string> = {}) =>
  home.house.server.inject({ method: 'GET', url: `/open-referral${url}`, headers });
const page = async (url: string): Promise<Page> => {
  const answer = await ask(url);
  assert.equal(answer.statusCode, 200, `${url}: ${answer.body}`);
  return answer.json();
};
const names = async (query: string): Promise<unknown[]> =>
  (await page(`/services${query}`)).contents.map(({ name }) => name);

const term = { id: 'term-1', name: 'Making and mending', taxonomy: 'esdServiceTypes' };
const records = [
  service('one', 'Saltbeck Men’s Shed', {
    ...at('Ropeworks', 'ZZ1 1ZZ', 53.1, 0.2),
    ...weekly('TU'),
    attributes: [{ id: 'a-1', link_type: 'topic', taxonomy_term: term }],
    ...{ minimum_age: 50, maximum_age: 90, url: 'https://shed.example.org', email: 'info@shed.example.org' },
    cost_options: [{ id: 'c-1', option: 'A session', amount: 2 }],
    languages: [{ id: 'l-1', name: 'Polish' }],
    phones: [{ id: 'p-1', number: '01632 960123' }],
  }),
  service('two', 'Harbour Singers', {
    ...at('Chapel', 'ZZ2 2ZZ', 53.2, 0.2),
    schedules: [{ id: 's', freq: 'WEEKLY', byday: 'TH', opens_at: '19:00', closes_at: '21:00' }],
  }),
  service('three', 'Reading aloud by telephone', { minimum_age: 18 }),
];

async function readIn(all: readonly unknown[]): Promise<void> {
  const pin = {
    councilId: council.councilId,
    actor: council.accounts.editor,
    now: testNow,
    requestId: 'test',
  };
  const report = await importFeed(database, pin, { source: feedFile(all), name: 'Larkfield' });
  assert.equal(report.brokenBecause, null);
}

describe('Open Referral UK 3.0', () => {
  before(() => readIn(records));

  it('says at its root which standard it is, with or without a slash, and at the council’s short name', async () => {
    for (const url of ['/open-referral', '/open-referral/', '/at/saltbeck-test/open-referral']) {
      const answer = await home.house.server.inject({ method: 'GET', url });
      assert.equal(answer.json().version, 'HSDS-UK-3.0', url);
      assert.match(answer.json().license, /has not yet said/);
    }
  });

  it('envelops a page exactly as the standard says', async () => {
    const { contents, ...envelope } = await page('/services?per_page=2');
    assert.equal(contents.length, 2);
    assert.deepEqual(envelope, {
      ...{ total_items: 3, total_pages: 2, page_number: 1, size: 2 },
      ...{ first_page: true, last_page: false, empty: false },
    });
    const second = await page('/services?per_page=2&page=2');
    assert.deepEqual([second.size, second.first_page, second.last_page], [1, false, true]);
    const beyond = await page('/services?per_page=2&page=9');
    assert.deepEqual([beyond.size, beyond.empty, beyond.total_items], [0, true, 3]);
  });

  it('keeps to every parameter', async () => {
    assert.deepEqual(await names('?search=singers'), ['Harbour Singers']);
    assert.deepEqual(await names('?day=Tuesday'), ['Saltbeck Men’s Shed']);
    assert.deepEqual(await names('?day=th&start_time=18:30'), ['Harbour Singers']);
    assert.deepEqual(await names('?start_time=09:00&end_time=12:00:00'), ['Saltbeck Men’s Shed']);
    assert.deepEqual(await names('?day=TU&start_time=18:00'), []);
    assert.deepEqual(await names('?minimum_age=40'), ['Saltbeck Men’s Shed']);
    assert.deepEqual(await names('?maximum_age=95'), ['Saltbeck Men’s Shed']);
    assert.deepEqual(await names('?minimum_age='), (await names('')) as string[]);
    const [{ id: termId, taxonomy_id: taxonomyId } = {}] = (await page('/taxonomy_terms')).contents;
    assert.deepEqual(await names(`?taxonomy_term_id=${termId}`), ['Saltbeck Men’s Shed']);
    assert.deepEqual(await names(`?taxonomy_id=${taxonomyId}`), ['Saltbeck Men’s Shed']);
    assert.equal((await ask(`/taxonomy_terms/${termId}`)).json().name, 'Making and mending');
    assert.equal((await ask(`/taxonomies/${taxonomyId}`)).json().taxonomy_terms[0].id, termId);
    assert.equal((await page('/taxonomies')).contents[0]?.name, 'esdServiceTypes');
  });

  it('measures from a postcode in metres, nearest first', async () => {
    const near = await page('/service_at_locations?postcode=zz11zz&proximity=500');
    assert.deepEqual(
      near.contents.map(({ service }) => (service as { name: string }).name),
      ['Saltbeck Men’s Shed'],
    );
    const both = await page('/service_at_locations?postcode=ZZ2+2ZZ&proximity=20000');
    assert.deepEqual(
      both.contents.map(({ service }) => (service as { name: string }).name),
      ['Harbour Singers', 'Saltbeck Men’s Shed'],
    );
    assert.equal(both.total_items, 2);
  });

  it('says what is wrong with what was asked, as problem details even to a browser', async () => {
    const wrong = {
      '/services?page=0': 'page',
      '/services?per_page=many': 'per_page',
      '/services?day=someday': 'day',
      '/services?start_time=25:00': 'start_time',
      '/services?minimum_age=old': 'minimum_age',
      '/services?modified_after=lately': 'modified_after',
      '/services?taxonomy_term_id=1': 'taxonomy_term_id',
      '/services?search=one&search=two': 'search',
      '/service_at_locations?proximity=500': 'postcode',
      '/service_at_locations?postcode=here': 'postcode',
      '/service_at_locations?postcode=ZZ9+9ZZ': 'postcode',
    };
    for (const [url, field] of Object.entries(wrong)) {
      const answer = await ask(url, { accept: 'text/html' });
      assert.equal(answer.statusCode, 400, url);
      assert.match(String(answer.headers['content-type']), /problem\+json/);
      assert.equal(answer.headers['access-control-allow-origin'], '*');
      assert.equal(answer.json().errors[0].field, field, url);
    }
    for (const url of ['/services/none', `/services/${council.accounts.rowan.accountId}`, '/organizations']) {
      const answer = await ask(url, { accept: 'text/html' });
      assert.equal(answer.statusCode, 404, url);
      assert.match(String(answer.headers['content-type']), /problem\+json/);
    }
  });

  it('gives a service whole, with ids that stay the same', async () => {
    const [listed] = (await page('/services?search=shed')).contents;
    const whole = (await ask(`/services/${listed?.id}`)).json();
    assert.deepEqual(publishProblems(whole), []);
    assert.equal(whole.organization.name, 'Saltbeck Neighbours');
    assert.equal(whole.schedules[0].byday, 'TU');
    assert.equal(whole.attributes[0].taxonomy_term.name, 'Making and mending');
    assert.equal(whole.metadata[0].previous_value, 'one');
    const [link] = whole.service_at_locations;
    const placed = (await ask(`/service_at_locations/${link.id}`)).json();
    assert.deepEqual([placed.id, placed.location, placed.service.id], [link.id, link.location, listed?.id]);
    await readIn(records);
    assert.deepEqual((await ask(`/services/${listed?.id}`)).json(), whole, 'read again, nothing is new');
  });

  it('tells what changed since, and nothing else', async () => {
    const [{ last_modified: latest } = {}] = (await page('/services')).contents.toSorted((one, other) =>
      String(other.last_modified).localeCompare(String(one.last_modified)),
    );
    const since = new Date(Date.parse(String(latest)) + 1).toISOString();
    assert.deepEqual(await names(`?modified_after=${since}`), []);
    const moved = records.map((one) =>
      one.id === 'two' ? { ...one, ...at('Chapel', 'ZZ2 2ZY', 53.2, 0.2) } : one,
    );
    await readIn(moved);
    assert.deepEqual(
      await names(`?modified_after=${since}`),
      ['Harbour Singers'],
      'only its postcode changed',
    );
  });

  it('is open to the pages of every site, asked for with GET, HEAD and OPTIONS', async () => {
    const answer = await ask('/services', { origin: 'https://elsewhere.example' });
    assert.equal(answer.headers['access-control-allow-origin'], '*');
    assert.equal(answer.headers['cache-control'], 'public, max-age=300');
    assert.match(String(answer.headers['content-type']), /^application\/json/);
    const before = await home.house.server.inject({ method: 'OPTIONS', url: '/open-referral/services' });
    assert.equal(before.statusCode, 204);
    assert.match(String(before.headers['access-control-allow-methods']), /GET/);
    assert.match(String(before.headers['access-control-allow-headers']), /If-None-Match/);
    const head = await home.house.server.inject({ method: 'HEAD', url: '/open-referral/services' });
    assert.deepEqual([head.statusCode, head.body], [200, '']);
    const elsewhere = await home.house.server.inject({ method: 'OPTIONS', url: '/people' });
    assert.equal(elsewhere.headers['access-control-allow-origin'], undefined);
  });

  it('sends nothing twice to whoever has it already', async () => {
    const first = await ask('/services');
    const again = await ask('/services', { 'if-none-match': String(first.headers.etag) });
    assert.deepEqual([again.statusCode, again.body], [304, '']);
    assert.equal(again.headers['access-control-allow-origin'], '*');
    const one = await ask(`/services/${first.json().contents[0].id}`);
    const since = String(one.headers['last-modified']);
    assert.ok(Date.parse(since) > 0);
    const unchanged = await ask(`/services/${first.json().contents[0].id}`, { 'if-modified-since': since });
    assert.equal(unchanged.statusCode, 304);
  });

  it('shows the editor what is given away and what is not', async () => {
    await readIn([...records, service('four', 'Harbour Women’s Refuge')]);
    const editor = await home.signIn(council, council.accounts.editor);
    const { body } = await editor.get('/community/open-data');
    assert.match(body, /3 listings of ours/);
    assert.match(body, /1 listing is not published/);
    assert.match(body, /Harbour Women’s Refuge/);
    assert.equal((await page('/services')).total_items, 3);
  });
});
