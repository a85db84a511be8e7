import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { sql } from 'kysely';
import { testCouncil } from '../../../../test/council.ts';
import { testDatabase } from '../../../../test/database.ts';
import { stoppedClock } from '../../../platform/clock.ts';
import { type CouncilDb, readRows } from '../../../platform/db/council.ts';
import { service } from '../feed.fixture.ts';
import { type Answer, json, pageOf, serverOf } from '../feed-server.fixture.ts';
import { readImports } from '../import-lines.store.ts';
import { feedRound } from './feed-round.ts';
import type { HowOften } from './feed-schedule.ts';
import { addFeed, pauseFeed, readFeedLine, readNow } from './feeds.store.ts';

const test = await testDatabase();
const politely = { mayReach: () => true, wait: async () => undefined };
const start = '2026-11-21T09:32:00Z';
let councils = 0;

/** A council with one feed at a server of its own. `read` is one round at an instant. */
async function feedOf(context: TestContext, answer: Answer, howOften: HowOften = 'day') {
  councils += 1;
  const council = await testCouncil(test.database, `feeds-${councils}`);
  const url = `${await serverOf(context, answer)}/services`;
  const clock = stoppedClock(start);
  const asEditor = <Value>(act: (db: CouncilDb) => Promise<Value>) =>
    council.as(council.accounts.editor, act, clock.now());
  const said = { name: 'Saltbeck', url, howOften, licence: null };
  const feedId = await asEditor((db) => addFeed(db, said));
  return {
    council,
    feedId,
    clock,
    asEditor,
    read: async (at = start, more = {}, stopping = new AbortController().signal) => {
      clock.set(at);
      await feedRound({ ...politely, ...more }).act(test.database, clock, stopping);
      return asEditor((db) => readFeedLine(db, feedId));
    },
    lastImport: async () => (await asEditor((db) => readImports(db)))[0],
    listings: () =>
      asEditor((db) =>
        readRows<{ name: string; state: string }>(
          db,
          sql`select name, state from listing where council_id = ${council.councilId} order by source_id`,
        ),
      ),
  };
}

const pageAsked = (url: URL) => Number(url.searchParams.get('page') ?? 1);
const detailed = (id: string) => service(id, `Group ${id}`, { schedules: [{ freq: 'WEEKLY', byday: 'TU' }] });
const many = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => detailed(String(from + index)));

describe('a feed read by itself', () => {
  it('is read when due, and not before it is due again', async (context) => {
    let asked = 0;
    const feed = await feedOf(context, (_url, response) => {
      asked += 1;
      json(response, pageOf(many(1, 2)));
    });
    const line = await feed.read();
    assert.equal(line.listed, 2);
    assert.equal(line.reading, null);
    assert.equal(line.nextReadAt?.toISOString(), '2026-11-22T09:32:00.000Z');
    await feed.read('2026-11-22T09:31:00Z');
    assert.equal(asked, 1);
    await feed.read('2026-11-22T09:32:00Z');
    assert.ok(asked > 1);
  });

  it('is left alone while paused, and read when asked for', async (context) => {
    let asked = 0;
    const feed = await feedOf(
      context,
      (_url, response) => {
        asked += 1;
        json(response, pageOf(many(1, 2)));
      },
      'never',
    );
    await feed.asEditor((db) => pauseFeed(db, feed.feedId, true));
    await feed.read();
    assert.equal(asked, 0);
    await feed.asEditor((db) => readNow(db, feed.feedId, false));
    assert.equal((await feed.read()).nextReadAt, null);
    assert.equal(asked, 1);
  });

  it('stops where a server says it is busy, keeps what came, and goes on from there when asked to', async (context) => {
    const asked: string[] = [];
    let isBusy = true;
    const feed = await feedOf(context, (url, response) => {
      asked.push(url.pathname + url.search);
      if (url.pathname !== '/services') {
        const id = url.pathname.split('/')[2] ?? '';
        if (id === '4' && isBusy) return response.writeHead(429, { 'retry-after': '7200' }).end();
        return json(response, detailed(id));
      }
      const ids = pageAsked(url) === 1 ? ['1', '2'] : ['3', '4', '5'];
      json(
        response,
        pageOf(
          ids.map((id) => service(id, `Group ${id}`)),
          pageAsked(url),
          2,
          5,
        ),
      );
    });
    const stopped = await feed.read();
    assert.deepEqual(
      [stopped.reading?.records, stopped.reading?.said, stopped.reading?.stoppedBecause, stopped.listed],
      [3, 5, 'the server answered 429', 0],
    );
    assert.equal(stopped.nextReadAt?.toISOString(), '2026-11-21T11:32:00.000Z');
    await feed.read('2026-11-21T11:00:00Z');
    isBusy = false;
    asked.length = 0;
    const line = await feed.read('2026-11-21T11:32:00Z');
    assert.equal(line.listed, 5);
    assert.equal(line.reading, null);
    assert.deepEqual(
      asked.map((path) => path.split('?')[0]),
      ['/services', '/services/4', '/services/5'],
      'neither the first page nor what was kept of the second is asked for again',
    );
    const whole = await feed.lastImport();
    assert.deepEqual([whole?.isComplete, whole?.accepted, whole?.notes], [true, 5, []]);
  });

  it('goes on after Alongside itself was stopped in the middle', async (context) => {
    const stopping = new AbortController();
    const pages: number[] = [];
    const feed = await feedOf(context, (url, response) => {
      pages.push(pageAsked(url));
      if (pages.length === 3) return stopping.abort();
      json(response, pageOf(many(pageAsked(url) * 10, 2), pageAsked(url), 4));
    });
    const line = await feed.read(start, {}, stopping.signal);
    assert.deepEqual([line.reading?.records, line.reading?.stoppedBecause], [4, null]);
    assert.equal((await feed.read()).listed, 8);
    assert.deepEqual(pages, [1, 2, 3, 3, 4]);
  });

  it('is given up after it stopped again and again without bringing anything, and says so', async (context) => {
    const feed = await feedOf(context, (_url, response) => response.writeHead(503).end());
    let line = await feed.read();
    const waits: number[] = [];
    while (line.reading) {
      const at = line.nextReadAt?.toISOString() ?? '';
      waits.push(Math.round((Date.parse(at) - feed.clock.now().getTime()) / 60_000));
      line = await feed.read(at);
    }
    assert.deepEqual(waits, [10, 20, 40, 80, 160]);
    const broken = await feed.lastImport();
    assert.equal(broken?.isComplete, false);
    assert.match(broken?.because ?? '', /the server answered 503\. Nothing was read; the feed is incomplete/);
    assert.ok(line.nextReadAt, 'it is tried again in its time');
  });

  it('an editor who gives a reading up while it goes on is heeded, and nothing of it is written', async (context) => {
    const feed = await feedOf(context, async (url, response) => {
      if (pageAsked(url) === 2) await feed.asEditor((db) => readNow(db, feed.feedId, true));
      json(response, pageOf(many(pageAsked(url) * 10, 2), pageAsked(url), 3));
    });
    const line = await feed.read();
    assert.deepEqual([line.listed, line.reading], [0, null]);
    assert.deepEqual(line.nextReadAt, new Date(start));
  });

  it('one feed that cannot be read keeps no other from being read', async (context) => {
    const bad = await feedOf(context, (_url, response) => response.writeHead(404).end());
    const good = await feedOf(context, (_url, response) => json(response, pageOf(many(1, 2))));
    await bad.read();
    const line = await good.asEditor((db) => readFeedLine(db, good.feedId));
    assert.equal(line.listed, 2);
    assert.match((await bad.lastImport())?.because ?? '', /the server answered 404/);
  });
});

describe('asking only for what changed', () => {
  it('is done of a feed that heeds it; what did not come stays, and what it withdrew rests', async (context) => {
    const asked: string[] = [];
    const feed = await feedOf(context, (url, response) => {
      asked.push(url.search);
      const changed = [
        { ...detailed('2'), name: 'Group 2, new name' },
        { ...detailed('3'), status: 'inactive' },
      ];
      const records = url.searchParams.has('modified_after') ? changed : many(1, 4);
      json(response, pageOf(records, 1, 1, records.length));
    });
    assert.equal((await feed.read()).listed, 4);
    const line = await feed.read('2026-11-22T09:32:00Z');
    assert.match(asked.at(-1) ?? '', /modified_after=2026-11-20T09%3A32%3A00/);
    assert.deepEqual(
      (await feed.listings()).map(({ name, state }) => [name, state]),
      [
        ['Group 1', 'listed'],
        ['Group 2, new name', 'listed'],
        ['Group 3', 'resting'],
        ['Group 4', 'listed'],
      ],
    );
    assert.equal(line.heedsChanges, true);
    assert.equal(line.wholeReadAt?.toISOString(), new Date(start).toISOString());
  });

  it('is not believed of a feed that answers everything: it is read whole, and what is gone rests', async (context) => {
    let records = many(1, 4);
    const feed = await feedOf(context, (_url, response) =>
      json(response, pageOf(records, 1, 1, records.length)),
    );
    await feed.read();
    records = many(1, 3);
    const line = await feed.read('2026-11-22T09:32:00Z');
    assert.equal(line.heedsChanges, false);
    assert.equal((await feed.listings()).at(-1)?.state, 'resting');
  });

  it('is left for a whole reading once in four weeks, so that what was withdrawn in silence is noticed', async (context) => {
    let records = many(1, 4);
    const feed = await feedOf(context, (url, response) => {
      const answer = url.searchParams.has('modified_after') ? [] : records;
      json(response, pageOf(answer, 1, 1, answer.length));
    });
    await feed.read();
    records = many(1, 3);
    await feed.read('2026-12-01T09:32:00Z');
    assert.equal((await feed.listings()).at(-1)?.state, 'listed');
    await feed.read('2026-12-20T09:32:00Z');
    assert.equal((await feed.listings()).at(-1)?.state, 'resting');
  });
});
