import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { isPrivateAddress, isPublicAddress } from './fetching/private-network.ts';
import { BrokenFeed, type FeedItem, type FeedOptions, readFeed } from './read-feed.ts';

type Answer = (request: URL, response: ServerResponse, message: IncomingMessage) => void;

const today = '2026-11-21';
const options: FeedOptions = { today, mayReach: () => true, wait: async () => undefined };
const group = (id: string, more = {}) => ({
  id,
  name: `Group ${id}`,
  status: 'active',
  description: 'Welcome.',
  ...more,
});
const page3 = (contents: unknown[], header = {}) => ({ total_items: contents.length, contents, ...header });

async function feedAt(test: TestContext, answer: Answer): Promise<string> {
  const server = createServer((message, response) =>
    answer(new URL(message.url ?? '/', 'http://feed'), response, message),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  test.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const json = (response: ServerResponse, body: unknown) =>
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));

async function collect(source: string, more: Partial<FeedOptions> = {}) {
  const items: FeedItem[] = [];
  let broken: BrokenFeed | null = null;
  try {
    for await (const item of readFeed(source, { ...options, ...more })) items.push(item);
  } catch (error) {
    if (!(error instanceof BrokenFeed)) throw error;
    broken = error;
  }
  const reads = items.flatMap((item) => (item.kind === 'record' ? [item.read] : []));
  const names = reads.map((read) => (read.outcome === 'refused' ? read.name : read.listing.name));
  return {
    items,
    reads,
    names,
    broken,
    notes: items.flatMap((item) => (item.kind === 'note' ? [item.text] : [])),
  };
}

describe('a feed in a file', () => {
  it('is read to the end, every record counted once', async () => {
    const path = fileURLToPath(new URL('./fixtures/version-1.json', import.meta.url));
    const { reads, notes, broken } = await collect(path);
    assert.equal(broken, null);
    assert.deepEqual(
      reads.map((read) => read.outcome),
      ['mended', 'refused', 'refused', 'accepted'],
    );
    assert.deepEqual(notes, []);
  });

  it('may be one record alone', async () => {
    const { names } = await collect(
      fileURLToPath(new URL('./fixtures/version-3-service.json', import.meta.url)),
    );
    assert.deepEqual(names, ['Riverside Walk and Talk']);
  });

  for (const [text, because] of [
    ['', 'it is empty'],
    ['<!doctype html><p>Hello', 'it is a web page, not JSON'],
    ['{"contents":[{"id":"1",', 'it is not whole JSON'],
    ['{"hello":1}', 'it is JSON, but not an Open Referral feed'],
    ['{"contents":{}}', 'its records are not a list'],
    ['7', 'it is JSON, but not a list of records'],
  ] as const) {
    it(`is broken when ${because}`, async (test) => {
      const folder = await mkdtemp(join(tmpdir(), 'feed '));
      test.after(() => rm(folder, { recursive: true }));
      await writeFile(join(folder, 'feed.json'), text);
      const { broken } = await collect(join(folder, 'feed.json'));
      assert.equal(broken?.because, because);
      assert.match(broken?.message ?? '', /^Page 1 of .* Nothing was read; the feed is incomplete\.$/);
    });
  }

  it('is broken when it is not there', async () => {
    assert.equal((await collect('/nowhere/feed.json')).broken?.because, 'there is no such file');
  });
});

describe('a feed on the web', () => {
  it('is followed from its front page through every page, and asked for the details the list leaves out', async (test) => {
    const asked: string[] = [];
    const source = await feedAt(test, (url, response) => {
      asked.push(url.pathname + url.search);
      if (url.pathname === '/')
        return json(response, { version: 'HSDS-UK-3.0', profile: 'p', openapi_url: 'o' });
      const id = url.pathname.split('/')[2];
      if (id !== undefined)
        return json(response, group(id, { schedules: [{ freq: 'WEEKLY', byday: 'TU' }] }));
      const page = Number(url.searchParams.get('page') ?? 1);
      const header = { total_items: 3, total_pages: 2, page_number: page, last_page: page === 2 };
      return json(response, page3(page === 1 ? [group('a'), group('b')] : [group('c')], header));
    });
    const { names, reads, notes, broken } = await collect(source);
    assert.equal(broken, null);
    assert.deepEqual(names, ['Group a', 'Group b', 'Group c']);
    assert.ok(
      reads.every((read) => read.outcome !== 'refused' && read.listing.schedules[0]?.byday[0] === 'TU'),
    );
    assert.deepEqual(notes, []);
    assert.deepEqual(asked, [
      '/?per_page=100',
      '/services?per_page=100',
      '/services/a',
      '/services/b',
      '/services?per_page=100&page=2',
      '/services/c',
    ]);
  });

  it('may count its pages from nought', async (test) => {
    const source = await feedAt(test, (url, response) => {
      const page = Number(url.searchParams.get('page') ?? 0);
      json(response, { content: [group(`p${page}`)], totalElements: 3, totalPages: 3, number: page });
    });
    const { names } = await collect(`${source}/services`, { withDetails: false });
    assert.deepEqual(names, ['Group p0', 'Group p1', 'Group p2']);
  });

  it('ends at an empty page, and says when fewer records came than it promised', async (test) => {
    const source = await feedAt(test, (url, response) =>
      json(response, { contents: url.searchParams.has('page') ? [] : [group('a')], total_items: 9 }),
    );
    const { names, notes } = await collect(source, { withDetails: false });
    assert.deepEqual(names, ['Group a']);
    assert.deepEqual(notes, ['The feed says it holds 9 records; 1 came.']);
  });

  it('ends where the same page comes round again', async (test) => {
    const source = await feedAt(test, (_url, response) => json(response, page3([group('a')])));
    assert.deepEqual((await collect(source, { withDetails: false })).names, ['Group a']);
  });

  it('keeps the first of two records with one id and reports the other', async (test) => {
    const source = await feedAt(test, (_url, response) =>
      json(response, [group('a'), group('a'), group('b')]),
    );
    const { reads } = await collect(source);
    assert.deepEqual(
      reads.map((read) => read.outcome),
      ['accepted', 'refused', 'accepted'],
    );
    assert.equal(reads[1]?.reasons[0]?.problem, 'Has the id of an earlier record');
  });

  it('that breaks half way says what was read, where and why, and that it is incomplete', async (test) => {
    const source = await feedAt(test, (url, response) => {
      if (url.searchParams.get('page') === '3') return response.writeHead(500).end('no');
      const page = Number(url.searchParams.get('page') ?? 1);
      return json(response, page3([group(`p${page}`)], { page_number: page, last_page: false }));
    });
    const { names, broken } = await collect(source, { withDetails: false });
    assert.deepEqual(names, ['Group p1', 'Group p2']);
    assert.deepEqual(
      { page: broken?.page, recordsRead: broken?.recordsRead, because: broken?.because },
      { page: 3, recordsRead: 2, because: 'the server answered 500' },
    );
    assert.match(broken?.message ?? '', /2 records were read before it; the feed is incomplete/);
  });

  it('is broken, not finished, when it goes on past the cap', async (test) => {
    const source = await feedAt(test, (url, response) => {
      const page = Number(url.searchParams.get('page') ?? 1);
      json(response, page3([group(`p${page}`)], { page_number: page, last_page: false }));
    });
    const { broken, names } = await collect(source, { withDetails: false, maxPages: 3 });
    assert.equal(names.length, 3);
    assert.equal(broken?.because, 'it has more than 3 pages');
  });

  it('waits as long as a busy server asks, then tries again', async (test) => {
    const waits: number[] = [];
    let isFirst = true;
    const source = await feedAt(test, (_url, response) => {
      if (!isFirst) return json(response, [group('a')]);
      isFirst = false;
      return response.writeHead(429, { 'retry-after': '7' }).end();
    });
    const { names } = await collect(source, { wait: async (milliseconds) => void waits.push(milliseconds) });
    assert.deepEqual(names, ['Group a']);
    assert.deepEqual(waits, [200, 7_000, 200]);
  });

  it('keeps the list form of a record whose details fail, says so, and stops asking a feed that has none', async (test) => {
    let detailsAsked = 0;
    const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    const source = await feedAt(test, (url, response) => {
      if (url.pathname === '/services')
        return json(
          response,
          page3(
            ids.map((id) => group(id)),
            { last_page: true },
          ),
        );
      detailsAsked += 1;
      return response.writeHead(404).end();
    });
    const { names, reads, notes } = await collect(`${source}/services`);
    assert.equal(names.length, 8);
    assert.equal(detailsAsked, 5);
    assert.equal(reads[0]?.outcome, 'mended');
    assert.equal(reads[0]?.reasons.at(-1)?.problem, 'Its details could not be fetched');
    assert.deepEqual(notes, ['The feed does not serve details, so what its list says is all we have.']);
  });

  it('is left when it is too large, too slow or redirects without end', async (test) => {
    const source = await feedAt(test, (url, response) => {
      if (url.pathname === '/large') return json(response, [group('a', { description: 'x'.repeat(5_000) })]);
      if (url.pathname === '/slow') return response.writeHead(200).write('[');
      return response
        .writeHead(302, { location: `/round${url.pathname.length}${url.pathname.slice(0, 40)}` })
        .end();
    });
    assert.equal(
      (await collect(`${source}/large`, { maxBytes: 1_000 })).broken?.because,
      'it is larger than 0 MB',
    );
    assert.match(
      (await collect(`${source}/slow`, { timeoutMs: 60 })).broken?.because ?? '',
      /^no whole answer came/,
    );
    assert.equal((await collect(`${source}/round`)).broken?.because, 'it redirects more than 5 times');
  });

  it('is broken when its server hangs up or cannot be found', async (test) => {
    const source = await feedAt(test, (_url, _response, message) => message.socket.destroy());
    assert.match((await collect(source)).broken?.because ?? '', /^the connection failed/);
  });
});

describe('the private network', () => {
  it('is never read unless allowed, not even through a redirect', async (test) => {
    const source = await feedAt(test, (_url, response) => json(response, [group('a')]));
    const { broken, names } = await collect(source, { mayReach: isPublicAddress });
    assert.deepEqual(names, []);
    assert.equal(broken?.because, 'the address leads into a private network');
    const byName = source.replace('127.0.0.1', 'localhost');
    assert.equal(
      (await collect(byName, { mayReach: isPublicAddress })).broken?.because,
      'the address leads into a private network',
    );
  });

  for (const address of [
    '127.0.0.1',
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '::1',
    '::',
    'fd00::1',
    'fe80::1',
    '::ffff:10.0.0.1',
    '::ffff:7f00:1',
  ]) {
    it(`${address} is private`, () => assert.equal(isPrivateAddress(address), true));
  }
  for (const address of ['93.184.216.34', '172.32.0.1', '2606:2800:220:1::1', '::ffff:93.184.216.34']) {
    it(`${address} is public`, () => assert.equal(isPrivateAddress(address), false));
  }

  it('is not reached with a password in the address or another scheme', async () => {
    assert.equal(
      (await collect('http://me:secret@feed.example/')).broken?.because,
      'the address holds a password',
    );
  });
});
