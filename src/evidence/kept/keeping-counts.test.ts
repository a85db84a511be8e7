import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { testCouncil, testNow } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { addDays } from '../../platform/clock.ts';
import { type CouncilDb, type Database, nobody, withinCouncil } from '../../platform/db/council.ts';
import type { Question } from '../counting/groups.store.ts';
import { siteOf } from '../small-histories.fixture.ts';
import { countedOrKept } from './counted-or-kept.ts';
import { DEAR_FROM_MS, mayShow, SHOWN_FOR_MINUTES } from './keeping-counts.ts';
import { readKept } from './kept-counts.store.ts';

const { database } = await testDatabase();
const council = await testCouncil(database, 'kept');
const { accounts } = council;
const question = await council.as(accounts.lead, (db) => siteOf(db, council));
const minutes = (many: number) => new Date(testNow.getTime() + many * 60_000);

/** Counts how often it counts, and says each time that it took so long. */
function counter(tookMs: number, before: () => Promise<unknown> = async () => undefined) {
  let times = 0;
  let hand = 0;
  const stopwatch = () => {
    hand += tookMs;
    return hand;
  };
  const count = async () => {
    await before();
    times += 1;
    return { times };
  };
  const ask = (db: CouncilDb, what: string, wanted?: 'afresh', of: Question = question) =>
    countedOrKept(db, { what, question: of }, count, wanted, stopwatch);
  return { ask, times: () => times };
}

/** Until two others stand behind whoever is counting. */
async function untilTwoWait(): Promise<void> {
  for (let looks = 0; looks < 5_000; looks += 1) {
    const { rows } = await sql<{ many: number }>`select count(*) as many from pg_locks
      where locktype = 'advisory' and not granted`.execute(database);
    if (rows[0]?.many === 2) return;
  }
  throw new Error('nobody waits');
}

describe('kept counts', () => {
  it('a cheap count is always counted afresh, and its result never kept', async () => {
    const { ask, times } = counter(DEAR_FROM_MS);
    for (let one = 0; one < 3; one += 1) await council.as(accounts.rowan, (db) => ask(db, 'cheap'));
    assert.equal(times(), 3);
    const kept = await council.as(accounts.rowan, (db) => readKept(db, { what: 'cheap', question }));
    assert.deepEqual([kept?.result, kept?.version], [null, 1]);
  });

  it('a dear one is shown for a quarter of an hour with when it was counted, then counted again', async () => {
    const { ask, times } = counter(DEAR_FROM_MS + 1);
    const first = await council.as(accounts.rowan, (db) => ask(db, 'dear'));
    const later = await council.as(accounts.analyst, (db) => ask(db, 'dear'), minutes(SHOWN_FOR_MINUTES));
    assert.deepEqual(later, first);
    assert.deepEqual([later.at, later.isDear, times()], [testNow, true, 1]);
    const after = await council.as(accounts.analyst, (db) => ask(db, 'dear'), minutes(16));
    assert.deepEqual([after.at, after.result, times()], [minutes(16), { times: 2 }, 2]);
  });

  it('is counted again when somebody asks for it, and of another day or comparison', async () => {
    const { ask, times } = counter(DEAR_FROM_MS + 1);
    const asked = (wanted?: 'afresh', of?: Question) =>
      council.as(accounts.rowan, (db) => ask(db, 'asked', wanted, of));
    await asked();
    await asked('afresh');
    assert.equal(times(), 2);
    await asked(undefined, { ...question, asOf: addDays(question.asOf, -1) });
    await asked(undefined, {
      ...question,
      site: { ...question.site, compared: { kind: 'none', teamId: null } },
    });
    assert.equal(times(), 4);
    assert.deepEqual((await asked()).result, { times: 2 });
  });

  it('those who ask at once count once: whoever waited takes what the first one counted', async () => {
    const { ask, times } = counter(DEAR_FROM_MS + 1, untilTwoWait);
    const all = await Promise.all(
      Array.from({ length: 3 }, () => council.as(accounts.rowan, (db) => ask(db, 'at once'))),
    );
    const again = counter(DEAR_FROM_MS + 1, untilTwoWait);
    const afresh = await Promise.all(
      Array.from({ length: 3 }, () => council.as(accounts.lead, (db) => again.ask(db, 'at once', 'afresh'))),
    );
    assert.deepEqual([times(), again.times()], [1, 1]);
    for (const one of [...all, ...afresh]) assert.deepEqual(one.result, { times: 1 });
  });

  it('is not there for whoever comes without an account', async () => {
    const asked = { what: 'dear', question };
    const pin = { councilId: council.councilId, now: testNow, requestId: 'r' };
    const read = (db: Database, actor: typeof nobody) =>
      withinCouncil(db, { ...pin, actor }, (inside) => readKept(inside, asked));
    assert.ok(await read(database, accounts.rowan));
    assert.equal(await read(database, nobody), null);
  });

  it('one dated after now is not shown', () => {
    const kept = { countedAt: minutes(1), tookMs: 900, version: 1, result: {} };
    assert.equal(mayShow(kept, testNow), false);
    assert.equal(mayShow(kept, minutes(2)), true);
  });
});
