import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { Conflict } from '../../platform/http/problems.ts';
import { makePerson } from '../people.store.ts';
import { findPromise, makePromise, settlePromise } from './promises.store.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const { rowan } = council.accounts;

const stairRail = () =>
  council.as(rowan, async (db) => {
    const personId = await makePerson(db, { fullName: 'Wilfred Acheson', knownAs: 'Wilf' });
    return makePromise(db, {
      personId,
      who: 'Rowan',
      accountId: rowan.accountId,
      what: 'orders the stair rail',
      dueOn: '2026-11-20',
    });
  });

describe('a promise', () => {
  it('that is kept is open no more', async () => {
    const id = await stairRail();
    await council.as(rowan, (db) =>
      settlePromise(db, id, { state: 'kept', why: null, newDueOn: null, version: 1 }),
    );
    const kept = await council.as(rowan, (db) => findPromise(db, id));
    assert.deepEqual([kept.state, kept.dueOn, kept.version], ['kept', '2026-11-20', 2]);
  });
  it('that moves stays open with its new day and why', async () => {
    const id = await stairRail();
    await council.as(rowan, (db) =>
      settlePromise(db, id, { state: 'moved', why: 'the shop was shut', newDueOn: '2026-11-25', version: 1 }),
    );
    const moved = await council.as(rowan, (db) => findPromise(db, id));
    assert.deepEqual(
      [moved.state, moved.dueOn, moved.why, moved.version],
      ['open', '2026-11-25', 'the shop was shut', 2],
    );
  });
  it('R4 settled by two people at once keeps one and shows the other both', async () => {
    const id = await stairRail();
    const settle = (why: string) =>
      council.as(rowan, (db) => settlePromise(db, id, { state: 'broken', why, newDueOn: null, version: 1 }));
    const both = await Promise.allSettled([settle('no rail in stock'), settle('I forgot')]);
    const lost = both.find((one) => one.status === 'rejected');
    assert.equal(both.filter(({ status }) => status === 'fulfilled').length, 1);
    assert.ok(lost?.status === 'rejected' && lost.reason instanceof Conflict);
    assert.match(
      `${lost.reason.theirs.words} ${lost.reason.yours}`,
      /no rail in stock.*I forgot|I forgot.*no rail in stock/s,
    );
  });
});
