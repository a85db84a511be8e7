import assert from 'node:assert/strict';
import { it } from 'node:test';
import { sql } from 'kysely';
import { pinFor, testCouncil, testNow } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { newId } from '../ids.ts';
import { nobody, withinCouncil } from './council.ts';
import { claimSubmission } from './ledger.store.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const { rowan } = council.accounts;

it('S8 of the receipts of those without an account only the newest are kept, and a colleague’s always', async () => {
  const own = newId();
  await council.as(rowan, async (db) => {
    await claimSubmission(db, own, '/people/:id/entries');
    await sql`insert into submission (council_id, id, made_at, route)
      select ${council.councilId}, gen_random_uuid(), ${testNow}::timestamptz - make_interval(secs => n), '/g/:code/full'
      from generate_series(1, 2050) n`.execute(db);
  });
  const pin = { ...pinFor(council.councilId, rowan), actor: nobody };
  const newest = newId();
  assert.equal(
    await withinCouncil(database, pin, (db) => claimSubmission(db, newest, '/g/:code/full')),
    null,
  );
  const { rows } = await council.as(rowan, (db) =>
    sql<{ kept: number; oldest: number; colleague: number; newest: number }>`select
      count(*) filter (where account_id is null) as kept, count(*) filter (where id = ${own}) as colleague,
      count(*) filter (where id = ${newest}) as newest,
      max(extract(epoch from ${testNow}::timestamptz - made_at)) filter (where account_id is null)::integer as oldest
      from submission`.execute(db),
  );
  assert.deepEqual(rows, [{ kept: 2_000, oldest: 1_999, colleague: 1, newest: 1 }]);
});
