import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../test/database.ts';
import { fullCouncils } from '../../../test/guards/full-council.ts';
import { asOwn } from '../../../test/own.ts';
import { nobodysOwn } from '../../access/own-page/own-visit.store.ts';
import { type CouncilDb, councilOf } from '../../platform/db/council.ts';
import { sharedWithMe } from './shared.store.ts';

const test = await testDatabase();
const [ours] = await fullCouncils(test);

describe('somebody a person shares with, in a council where every table has rows', () => {
  it('W2 sees no row of any table or view that tells of anybody', async () => {
    const { council, own } = ours;
    const tables = await council.as(council.accounts.rowan, relations);
    const filled = await council.as(council.accounts.rowan, (db) => withRows(db, tables));
    const seen = await asOwn(council, own.delegate, nobodysOwn, (db) => withRows(db, tables));
    console.log(
      `somebody shared with: rows of ${seen.length} tables about nobody, of ${filled.length} that staff see`,
    );
    assert.ok(filled.length > 100, `${filled.length} have rows`);
    assert.deepEqual(
      seen.filter((name) => !aboutNobody.includes(name)),
      [],
    );
  });

  it('W2 sees no account but their own', async () => {
    const { council, own } = ours;
    const { rows } = await asOwn(council, own.delegate, nobodysOwn, (db) =>
      sql<{ id: string }>`select id from account`.execute(db),
    );
    assert.deepEqual(rows, [{ id: own.delegate.accountId }]);
  });

  it('W2 sees of themselves only that they are here, and of lines only those shared with them', async () => {
    const { council, own, people } = ours;
    const sharing = await council.as(council.accounts.rowan, async (db) => {
      const { rows } = await sql<{
        id: string;
      }>`update sharing_with set account_id = ${own.delegate.accountId}
        where council_id = ${councilOf(db)} and person_id = ${people.harbour.id} returning id`.execute(db);
      return rows[0]?.id;
    });
    const lines = await asOwn(council, own.delegate, nobodysOwn, (db) => sharedWithMe(db));
    assert.ok(
      lines.length > 0 &&
        lines.every(({ sharingId, personId }) => sharingId === sharing && personId === people.harbour.id),
    );
    const others = Object.values(people).filter(({ id }) => id !== people.harbour.id);
    for (const { canary } of others) assert.ok(!JSON.stringify(lines).includes(canary), canary);
  });
});

/** Their own account, their council's name, and the public directory, with where it is read from. */
const aboutNobody: readonly string[] = [
  ...[
    'account',
    'council',
    'feed',
    'listing',
    'listing_change',
    'listing_place',
    'listing_term',
    'listing_word',
  ],
  ...[
    'organisation',
    'organisation_identifier',
    'postcode_district',
    'postcode_point',
    'taxonomy',
    'taxonomy_term',
  ],
];

async function relations(db: CouncilDb): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.tables
    where table_schema = 'public' and table_name not like 'migration%' order by 1`.execute(db);
  return rows.map(({ name }) => name);
}

async function withRows(db: CouncilDb, tables: string[]): Promise<string[]> {
  const found: string[] = [];
  for (const name of tables) {
    const { rows } = await sql`select from ${sql.table(name)} limit 1`.execute(db);
    if (rows.length) found.push(name);
  }
  return found;
}
