import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { describe, it } from 'node:test';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { stoppedClock } from '../../platform/clock.ts';
import { type CouncilDb, readRows } from '../../platform/db/council.ts';
import { at, service } from './feed.fixture.ts';
import type { FeedCaps } from './feed-pages.ts';
import { type Answer, json, pageOf, serverOf } from './feed-server.fixture.ts';
import type { FetchLimits } from './fetching/fetch-json.ts';
import { isPublicAddress } from './fetching/private-network.ts';
import { readImports, readRecords } from './import-lines.store.ts';
import { feedRound } from './upkeep/feed-round.ts';
import { addFeed, readFeedLine, readNow } from './upkeep/feeds.store.ts';

const test = await testDatabase();

/** What the directory holds before anything hostile comes. */
const honest = ['1', '2', '3', '4'].map((id) =>
  service(id, `Group ${id}`, at(`Hall ${id}`, 'ZZ1 1AA', 53.4, -1.5)),
);
const page = (url: URL) => Number(url.searchParams.get('page') ?? 1);
const some = (from: number, count = 2) =>
  Array.from({ length: count }, (_, index) =>
    service(`h${from}-${index}`, `Hostile ${from}`, { schedules: [{ freq: 'WEEKLY' }] }),
  );
const kind = (response: ServerResponse, type: string, body: Uint8Array | string, more = {}) =>
  response.writeHead(200, { 'content-type': type, ...more }).end(body);
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
const script = '<script>alert(1)</script><img src=x onerror=alert(2)>';

interface Hostile {
  what: string;
  answer: Answer;
  /** What the editor is told. */
  told: RegExp;
  limits?: Partial<FetchLimits & FeedCaps>;
}

const hostile: Hostile[] = [
  {
    what: 'an answer larger than we take',
    answer: (_url, response) => json(response, pageOf([service('1', 'x'.repeat(9_000))])),
    told: /it is larger than 0 MB/,
    limits: { maxBytes: 5_000 },
  },
  {
    what: 'a small answer that unfolds into a huge one (gzip)',
    answer: (_url, response) =>
      kind(response, 'application/json', gzipSync(' '.repeat(3_000_000)), { 'content-encoding': 'gzip' }),
    told: /it is larger than 1 MB/,
    limits: { maxBytes: 1024 * 1024 },
  },
  {
    what: 'a small answer that unfolds into a huge one (brotli)',
    answer: (_url, response) =>
      kind(response, 'application/json', brotliCompressSync(' '.repeat(3_000_000)), {
        'content-encoding': 'br',
      }),
    told: /it is larger than 1 MB/,
    limits: { maxBytes: 1024 * 1024 },
  },
  {
    what: 'packed as something it is not',
    answer: (_url, response) => kind(response, 'application/json', '[]', { 'content-encoding': 'gzip' }),
    told: /what it sent cannot be opened/,
  },
  {
    what: 'packed in a way nobody knows',
    answer: (_url, response) =>
      kind(response, 'application/json', '[]', { 'content-encoding': 'zip-of-doom' }),
    told: /it is packed as zip-of-doom, which we cannot open/,
  },
  {
    what: 'more records than any directory',
    answer: (url, response) => json(response, pageOf(some(page(url), 60), page(url), 1_000)),
    told: /it holds more than 100 records/,
    limits: { maxRecords: 100 },
  },
  {
    what: 'pages that together are larger than we take',
    answer: (url, response) => json(response, pageOf(some(page(url)), page(url), 1_000)),
    told: /all of it is larger than 0 MB/,
    limits: { maxFeedBytes: 3_000 },
  },
  {
    what: 'pages without end',
    answer: (url, response) =>
      json(response, { page_number: page(url), last_page: false, contents: some(page(url)) }),
    told: /it has more than 20 pages/,
    limits: { maxPages: 20 },
  },
  {
    what: 'pages that go round',
    answer: (url, response) =>
      json(response, { page_number: page(url), last_page: false, contents: some(page(url) % 3) }),
    told: /it goes round: its page 4 is its page 1 again/,
  },
  {
    what: 'totals that grow as they are read',
    answer: (url, response) => json(response, pageOf(some(page(url), 60), page(url), 999, page(url) * 10)),
    told: /it said it holds 10 records, and goes on past 540/,
  },
  {
    what: 'fewer records than it says it has',
    answer: (_url, response) => json(response, pageOf(honest.slice(0, 3), 1, 1, 4)),
    told: /The feed says it holds 4 records; 3 came/,
  },
  {
    what: 'half of what it had',
    answer: (_url, response) => json(response, pageOf(honest.slice(0, 1), 1, 1, 1)),
    told: /Of 4 listings we hold from this feed, 3 are gone from it/,
  },
  {
    what: 'nothing any more',
    answer: (_url, response) => json(response, pageOf([], 1, 1, 0)),
    told: /The feed holds no records/,
  },
  {
    what: 'everything marked as ended',
    answer: (_url, response) => json(response, pageOf(honest.map((one) => ({ ...one, status: 'inactive' })))),
    told: /Of 4 listings we hold from this feed, 4 are gone from it/,
  },
  {
    what: 'records that are numbers, texts and nothing',
    answer: (_url, response) => json(response, pageOf([1, 'two', null, [3], true, {}])),
    told: /Is not a record/,
  },
  {
    what: 'ids and names of the wrong type',
    answer: (_url, response) =>
      json(
        response,
        pageOf([
          { id: { a: 1 }, name: 'A' },
          { id: ['x'], name: 'B' },
          { id: 'c', name: { d: 1 } },
        ]),
      ),
    told: /Has no (id|name)/,
  },
  {
    what: 'records that are not a list',
    answer: (_url, response) => json(response, { contents: { 0: honest[0] } }),
    told: /its records are not a list/,
  },
  {
    what: 'pages numbered with words',
    answer: (_url, response) =>
      json(response, { page_number: 'one', total_pages: {}, last_page: 'no', contents: honest }),
    told: /"accepted":4/,
  },
  {
    what: 'a whole that nests without end',
    answer: (_url, response) => kind(response, 'application/json', nested(200_000)),
    told: /nests too deeply to be a feed|it is not whole JSON/,
  },
  {
    what: 'a record that nests without end',
    answer: (_url, response) =>
      kind(response, 'application/json', `{"contents":[{"id":"deep","name":"Deep","x":${nested(3_000)}}]}`),
    told: /Is nested too deeply to be a record|nests too deeply to be a feed/,
  },
  {
    what: 'letters that are not UTF-8',
    answer: (_url, response) =>
      kind(response, 'application/json', Buffer.from('[{"id":"1","name":"Caf\xe9"}]', 'latin1')),
    told: /its letters are not UTF-8/,
  },
  {
    what: 'an alphabet nobody knows',
    answer: (_url, response) => kind(response, 'application/json; charset=x-klingon', '[]'),
    told: /its letters are not x-klingon/,
  },
  {
    what: 'a picture',
    answer: (_url, response) => kind(response, 'image/png', 'PNG'),
    told: /it is image\/png, not JSON/,
  },
  {
    what: 'a web page that asks to sign in',
    answer: (_url, response) => kind(response, 'text/html', '<!doctype html><h1>Sign in'),
    told: /it is a web page, not JSON/,
  },
  {
    what: 'half an answer',
    answer: (_url, response) => kind(response, 'application/json', '{"contents":[{"id":"1","na'),
    told: /it is not whole JSON/,
  },
  {
    what: 'a connection that is cut',
    answer: (_url, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '5000' });
      response.write('{"contents":', () => response.destroy());
    },
    told: /the connection failed/,
  },
  {
    what: 'an answer that only drips',
    answer: (_url, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const drip = setInterval(() => response.write(' '), 5);
      response.on('close', () => clearInterval(drip));
    },
    told: /no whole answer came within 0 seconds/,
    limits: { timeoutMs: 80 },
  },
  {
    what: 'no answer at all',
    answer: () => undefined,
    told: /no whole answer came within 0 seconds/,
    limits: { timeoutMs: 60 },
  },
  {
    what: 'a redirect into a private network',
    answer: (_url, response) => response.writeHead(302, { location: 'http://10.0.0.1/' }).end(),
    told: /the address leads into a private network/,
  },
  {
    what: 'a redirect to this machine written as a number',
    answer: (_url, response) => response.writeHead(302, { location: 'http://0x7f000002/' }).end(),
    told: /the address leads into a private network/,
  },
  {
    what: 'a redirect to IPv6 that is IPv4 within',
    answer: (_url, response) =>
      response.writeHead(307, { location: 'http://[::ffff:169.254.169.254]/' }).end(),
    told: /the address leads into a private network/,
  },
  {
    what: 'a redirect to a name that leads into a private network',
    answer: (_url, response) => response.writeHead(302, { location: 'http://inside.example.org/' }).end(),
    told: /the address leads into a private network/,
  },
  {
    what: 'a redirect to a name that leads to a public and a private place',
    answer: (_url, response) => response.writeHead(302, { location: 'http://both.example.org/' }).end(),
    told: /the address leads into a private network/,
  },
  {
    what: 'a redirect to a file of this machine',
    answer: (_url, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
    told: /it is not a web address/,
  },
  {
    what: 'redirects without end',
    answer: (url, response) => response.writeHead(302, { location: `${url.pathname}/on` }).end(),
    told: /it redirects more than 5 times/,
  },
  {
    what: 'a server that always asks to wait a week',
    answer: (_url, response) => response.writeHead(429, { 'retry-after': '604800' }).end(),
    told: /the server answered 429/,
  },
  {
    what: 'another kind of feed',
    answer: (_url, response) => json(response, { items: [], next: '/more' }),
    told: /it is an OpenActive feed/,
  },
  {
    what: 'organisations without services',
    answer: (_url, response) => json(response, pageOf([{ id: 'o', name: 'Org', legal_status: 'Charity' }])),
    told: /it lists organisations without their services/,
  },
];

const names: Record<string, string[]> = {
  'inside.example.org': ['192.168.7.7'],
  'both.example.org': ['93.184.216.34', '127.0.0.2'],
};

/** Our own server stands in for a public one; everything else private is as private as ever. */
const strictly = {
  mayReach: (address: string) => address === '127.0.0.1' || isPublicAddress(address),
  resolve: async (name: string) => names[name] ?? [],
  wait: async () => undefined,
};

let councils = 0;

/** A council that holds four listings from a feed, whose server answers as it is told from then on. */
async function heldFrom(context: Parameters<typeof serverOf>[0]) {
  councils += 1;
  const council = await testCouncil(test.database, `hostile-${councils}`);
  const asEditor = <Value>(act: (db: CouncilDb) => Promise<Value>) =>
    council.as(council.accounts.editor, act);
  const clock = stoppedClock('2026-11-21T09:32:00Z');
  let answer: Answer = (_url, response) => json(response, pageOf(honest));
  const url = await serverOf(context, (...parts) => answer(...parts));
  const said = { name: 'Saltbeck', url: `${url}/services`, howOften: 'never', licence: null } as const;
  const feedId = await asEditor((db) => addFeed(db, said));
  const read = async (limits: Partial<FetchLimits & FeedCaps> = {}) => {
    await asEditor((db) => readNow(db, feedId, false));
    await feedRound({ ...strictly, ...limits }).act(test.database, clock, new AbortController().signal);
  };
  await read();
  return {
    read,
    answersWith: (next: Answer) => {
      answer = next;
    },
    /** The directory as it stands, to the letter. */
    directory: () =>
      asEditor((db) =>
        readRows<{ row: string }>(
          db,
          sql`select to_jsonb(l)::text || coalesce((select jsonb_agg(p order by p.position)::text from listing_place p
              where p.council_id = l.council_id and p.listing_id = l.id), '') as row
            from listing l where l.council_id = ${council.councilId} order by l.id`,
        ),
      ),
    /** Everything the editor can read of it. */
    told: async () =>
      asEditor(async (db) => {
        const [line] = await readImports(db, 1, feedId);
        const refused = await readRecords(db, line?.importId ?? '', {
          outcome: 'refused',
          offset: 0,
          most: 50,
        });
        return JSON.stringify([await readFeedLine(db, feedId), line, refused.records]);
      }),
  };
}

describe('hostile feeds', () => {
  for (const { what, answer, told, limits } of hostile) {
    it(`${what}: the editor is told why, and the directory stays as it is`, async (context) => {
      const feed = await heldFrom(context);
      const before = await feed.directory();
      assert.equal(before.length, 4);
      feed.answersWith(answer);
      await feed.read(limits);
      assert.match(await feed.told(), told);
      assert.deepEqual(await feed.directory(), before);
      feed.answersWith((_url, response) => json(response, pageOf(honest)));
      await feed.read();
      assert.deepEqual(await feed.directory(), before, 'and it is read again once it is honest');
    });
  }

  it('scripts in every field come out as plain words or not at all', async (context) => {
    const feed = await heldFrom(context);
    const fields = [
      'description',
      'url',
      'email',
      'alert',
      'fees',
      'application_process',
      'eligibility_description',
    ];
    const everywhere = Object.fromEntries(fields.map((field) => [field, script]));
    const bad = {
      ...{ ...everywhere, id: script, name: `Chess ${script}`, status: 'active', assured_date: script },
      organization: { id: script, name: script, description: script, website: 'javascript:alert(3)' },
      phones: [{ id: script, number: script }],
      contacts: [{ id: script, name: script, email: script }],
      schedules: [{ id: script, freq: script, byday: script, description: script, opens_at: script }],
      cost_options: [{ id: script, option: script, amount: script }],
      attributes: [{ id: script, taxonomy_term: { id: script, name: script } }],
      service_at_locations: [
        {
          location: {
            id: script,
            name: script,
            addresses: [{ address_1: script, city: script, postal_code: script }],
          },
        },
      ],
    };
    feed.answersWith((_url, response) => json(response, pageOf([...honest, bad])));
    await feed.read();
    const rows = await feed.directory();
    assert.equal(rows.length, 5);
    // Ids are kept as they came, for they are how a record is known again; pages write them as text.
    const shown = rows
      .map(({ row }) => row.replaceAll(/"(?:source_id|id)": "(?:[^"\\]|\\.)*"/g, ''))
      .join('');
    assert.doesNotMatch(shown, /<script|onerror|javascript:/i);
  });

  it('a name is resolved once for each request, and what it led to is what is asked', async (context) => {
    let asked = 0;
    const feed = await heldFrom(context);
    feed.answersWith((url, response) => {
      if (url.pathname === '/services')
        return response.writeHead(302, { location: 'http://turns.example.org/' }).end();
      json(response, pageOf(honest));
    });
    const resolve = async () => {
      asked += 1;
      return asked === 1 ? ['10.1.1.1'] : ['93.184.216.34'];
    };
    await feed.read({ resolve });
    assert.equal(asked, 1);
    assert.match(await feed.told(), /the address leads into a private network/);
  });
});
