import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { pinFor, type TestCouncil, testCouncil } from '../../../../test/council.ts';
import { testDatabase } from '../../../../test/database.ts';
import { readRows } from '../../../platform/db/council.ts';
import { within } from '../../../platform/db/logins.ts';
import { at, feedFile, service } from '../feed.fixture.ts';
import { importFeed } from '../import-feed.ts';
import { saveFeedRead } from '../imports.store.ts';

const test = await testDatabase();
const many = Array.from({ length: 2_000 }, (_, n) =>
  service(`s${n}`, `Group ${n}`, at('Hall', 'ZZ1 1AA', 53.4, -1.5)),
);

describe('what we hold from a feed', () => {
  it('is not looked through for every record, even by a planner that thinks this council holds nothing', async () => {
    const known = await testCouncil(test.database, 'known');
    const { reads } = await reading(known);
    await within(test.administrator, (client) => client.query('analyze listing, listing_place'));
    const unknown = await testCouncil(test.database, 'unknown');
    for (const time of ['first', 'second']) {
      const looked = await unknown.as(unknown.accounts.editor, async (db) => {
        const when = { startedAt: new Date(0), finishedAt: new Date(0) };
        const whole = { brokenBecause: null, isShort: false, keepsWhatWasRead: false };
        await saveFeedRead(db, {
          name: 'Saltbeck',
          source: 'feed.json',
          ...when,
          ...whole,
          reads,
          notes: [],
        });
        const [row] = await readRows<{ rows: number }>(
          db,
          sql`select coalesce(sum(seq_tup_read + coalesce(idx_tup_fetch, 0)), 0)::integer as rows
            from pg_stat_xact_user_tables where relname = 'listing'`,
        );
        return row?.rows ?? Number.NaN;
      });
      // Looking through all of it for each would be 4,000,000; a statement that scans it whole once is 2,000, and how many
      // do depends on what the planner knows that minute.
      assert.ok(
        looked < many.length * (many.length / 20),
        `the ${time} reading looked at ${looked} listings for ${many.length} records`,
      );
    }
  });
});

const reading = ({ councilId, accounts }: TestCouncil) =>
  importFeed(test.database, pinFor(councilId, accounts.editor), { source: feedFile(many), name: 'Saltbeck' });
