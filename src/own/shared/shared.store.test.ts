import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { type TestAccount, testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';
import { asOwn, delegateAccount } from '../../../test/own.ts';
import { nobodysOwn } from '../../access/own-page/own-visit.store.ts';
import { Unknown } from '../../platform/http/problems.ts';
import { takeBack } from '../sharing/lines.store.ts';
import { aSharer, shareWith } from '../sharing/sharing.fixture.ts';
import { sayBack, sharedWithMe } from './shared.store.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const elsewhere = await testCouncil(database, 'elsewhere-test');
const home = await testHouse(database);

const asDelegate = (delegate: TestAccount, now?: Date) =>
  asOwn(council, delegate, nobodysOwn, (db) => sharedWithMe(db), now);

async function oneLineShared(untilOn?: string) {
  const mags = await aSharer(home, council, 'Mags');
  const june = await delegateAccount(council, mags.personId, 'June');
  const { lineIds } = await shareWith(council, mags, june, [['promise', mags.promise]], untilOn);
  return { mags, june, lineId: lineIds[0] ?? '' };
}

describe('what is shared with somebody, as the database gives it', () => {
  it('W2 ends by itself when its last day is over, in London', async () => {
    const { june } = await oneLineShared('2026-12-21');
    assert.equal((await asDelegate(june, new Date('2026-12-21T23:59:00Z'))).length, 1);
    assert.equal((await asDelegate(june, new Date('2026-12-22T00:00:00Z'))).length, 0);
    const summer = await oneLineShared('2027-06-30');
    assert.equal((await asDelegate(summer.june, new Date('2027-06-30T22:59:00Z'))).length, 1);
    assert.equal((await asDelegate(summer.june, new Date('2027-06-30T23:00:00Z'))).length, 0);
  });

  it('W2 leaves the visit as it found it: nothing of the sharer’s is open after it was read', async () => {
    const { june } = await oneLineShared();
    const after = await asOwn(council, june, nobodysOwn, async (db) => {
      assert.equal((await sharedWithMe(db)).length, 1);
      const promises = await sql`select from promise`.execute(db);
      const { rows } = await sql<{ own: string }>`select current_own() as own`.execute(db);
      return { promises: promises.rows.length, own: rows[0]?.own };
    });
    assert.deepEqual(after, { promises: 0, own: nobodysOwn });
  });

  it('A5 gives nothing at another council, whoever’s account is named', async () => {
    const { june } = await oneLineShared();
    assert.deepEqual(await asOwn(elsewhere, june, nobodysOwn, (db) => sharedWithMe(db)), []);
  });

  it('W5 gives staff nothing by it, whatever teams they are in', async () => {
    await oneLineShared();
    for (const account of Object.values(council.accounts))
      assert.deepEqual(await council.as(account, (db) => sharedWithMe(db)), [], account.name);
  });

  it('W1 takes no word back beside a line that hangs on something held back', async () => {
    const { mags, june, lineId } = await oneLineShared();
    await council.as(council.accounts.rowan, (db) =>
      sql`insert into held_back (council_id, id, person_id, kind, thing_id, also, law, reason, asked_by, asked_at, look_again_on)
        values (current_council(), gen_random_uuid(), ${mags.personId}, 'entry', gen_random_uuid(), ${[mags.promise]}, 'serious-harm',
          'x', ${council.accounts.rowan.accountId}, now(), '2027-02-21')`.execute(db),
    );
    assert.deepEqual(await asDelegate(june), []);
    await assert.rejects(
      asOwn(council, june, nobodysOwn, (db) => sayBack(db, lineId, 'Hello', true)),
      Unknown,
    );
  });

  it('A7 a reading that goes on while it is taken back is before it or after it, and the next is after', async () => {
    const { mags, june, lineId } = await oneLineShared();
    const shown: number[] = [];
    await asOwn(council, mags.account, mags.personId, async (db) => {
      await takeBack(db, mags.personId, lineId);
      // Not yet kept: whoever reads now reads what stands.
      shown.push((await asDelegate(june)).length);
    });
    shown.push((await asDelegate(june)).length);
    assert.deepEqual(shown, [1, 0]);
  });

  it('A7 words back wait for a taking back that came first, and then find nothing to stand beside', async () => {
    const { mags, june, lineId } = await oneLineShared();
    let answering: Promise<unknown> = Promise.resolve();
    await asOwn(council, mags.account, mags.personId, async (db) => {
      await takeBack(db, mags.personId, lineId);
      answering = asOwn(council, june, nobodysOwn, (other) => sayBack(other, lineId, 'too late', true)).then(
        () => 'said',
        (error: unknown) => error,
      );
      await answerWaits();
    });
    assert.ok((await answering) instanceof Unknown);
  });
});

/** Until whoever answers waits for what the other holds. */
async function answerWaits(): Promise<void> {
  for (let asked = 0; asked < 5_000; asked++) {
    const { rows } = await sql<{ waits: number }>`select count(*) as waits from pg_stat_activity
      where wait_event_type = 'Lock' and query like '%answer_shared%' and datname = current_database()`.execute(
      database,
    );
    if (rows[0]?.waits) return;
  }
  assert.fail('nobody waited');
}
