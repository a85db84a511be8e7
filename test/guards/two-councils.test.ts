import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { type CouncilDb, type Database, withinCouncil } from '../../src/platform/db/council.ts';
import type { Tables } from '../../src/platform/db/tables.ts';
import { pinFor } from '../council.ts';
import { testDatabase } from '../database.ts';
import { type FullCouncil, fullCouncils } from './full-council.ts';

/** How many visits in all, how many at once, and over how few connections. */
const visits = 10_000;
const rounds = 20;
const atOnce = 12;
const connections = 4;

const test = await testDatabase();
const councils = await fullCouncils(test);
const tables = await tablesOfPeople();

/** What goes wrong in a visit, mostly nothing. */
const endings = ['well', 'well', 'well', 'error', 'refused-write', 'timeout', 'cancelled', 'thrown'] as const;
const visit = fc.record({
  council: fc.constantFrom(0 as const, 1 as const),
  table: fc.constantFrom(...tables),
  ending: fc.constantFrom(...endings),
});
type Visit = typeof visit extends fc.Arbitrary<infer Value> ? Value : never;

describe('two councils over four connections', () => {
  it('A4 no visit ever sees a row of the other council, and no connection carries a council to the next', async () => {
    const watched = watchedDatabase();
    const seed = Number(process.env.SEED ?? Date.now() % 2_147_483_647);
    const counts = { asked: 0, others: 0, ended: {} as Record<string, number> };
    try {
      await fc.assert(
        fc.asyncProperty(
          fc.array(visit, { minLength: visits / rounds, maxLength: visits / rounds }),
          async (all) => {
            await inTurns(all, async (one) => {
              counts.asked += 1;
              counts.ended[one.ending] = (counts.ended[one.ending] ?? 0) + 1;
              counts.others += await othersSeen(watched.database, one);
            });
            assert.equal(counts.others, 0, 'a row of the other council was seen');
            assert.deepEqual(watched.carried, [], 'a connection carried a council to its next visit');
          },
        ),
        { numRuns: rounds, seed, endOnFailure: true },
      );
    } finally {
      await watched.database.destroy();
    }
    assert.equal(counts.asked, visits);
    console.log(
      `two councils: ${counts.asked} visits, ${counts.others} rows of the other; ${watched.checkedOut()} connections handed out, ` +
        `${watched.carried.length} with a council; ${JSON.stringify(counts.ended)}; seed ${seed}`,
    );
  });

  it('A4 two councils asking through the same pages at once see their own', async () => {
    const { everybody, fullHouse } = await import('./full-house.ts');
    const home = await fullHouse(test);
    const [ours, theirs] = councils;
    const all = await everybody(home, test, ours, theirs);
    const asked = Array.from({ length: 400 }, (_none, index) => index % 2 === 0);
    let others = 0;
    await inTurns(asked, async (isOurs) => {
      const [mine, notMine] = isOurs ? [ours, theirs] : [theirs, ours];
      const { visitor } = isOurs ? all.practitioner : all['practitioner-of-another-council'];
      const page = await visitor.get(`/people?q=Somebody`);
      const person = await visitor.get(`/people/${mine.people.harbour.id}`);
      assert.equal(person.statusCode, 200);
      assert.ok(page.body.includes(mine.canary) && person.body.includes(mine.people.harbour.canary));
      if (page.body.includes(notMine.canary) || person.body.includes(notMine.canary)) others += 1;
    });
    assert.equal(others, 0);
    console.log(`two councils: ${asked.length * 2} pages, ${others} with something of the other`);
  });
});

/** Makes one visit that may go wrong half-way, and counts the rows of the other council it saw. */
async function othersSeen(database: Database, { council, table, ending }: Visit): Promise<number> {
  const mine: FullCouncil = councils[council];
  const { councilId, accounts } = mine.council;
  let others = 0;
  const look = async (db: CouncilDb): Promise<void> => {
    const { rows } = await sql<{ mine: number; others: number }>`
      select count(*) filter (where council_id = ${councilId})::int as mine,
        count(*) filter (where council_id <> ${councilId})::int as others from ${sql.table(table)}`.execute(
      db,
    );
    others += rows[0]?.others ?? 1;
    assert.ok((rows[0]?.mine ?? 0) > 0, `${table} is filled for both`);
  };
  const isWell = await withinCouncil(database, pinFor(councilId, accounts.rowan), async (db) => {
    await look(db);
    await goWrong(db, ending, councils[council === 0 ? 1 : 0]);
    if (ending === 'well') await look(db);
  }).then(
    () => true,
    (error: unknown) => {
      if (ending === 'well' || error instanceof assert.AssertionError) throw error;
      return false;
    },
  );
  assert.equal(isWell, ending === 'well', `a visit that should have ended in ${ending} ended well`);
  return others;
}

async function goWrong(db: CouncilDb, ending: Visit['ending'], other: FullCouncil): Promise<void> {
  if (ending === 'error') await sql`select 1 / 0`.execute(db);
  if (ending === 'refused-write')
    await sql`insert into team (council_id, id, name) values (${other.council.councilId}, gen_random_uuid(), 'Theirs')`.execute(
      db,
    );
  if (ending === 'timeout') {
    await sql`set local statement_timeout = 1`.execute(db);
    await sql`select pg_sleep(5)`.execute(db);
  }
  if (ending === 'cancelled') await sql`select pg_cancel_backend(pg_backend_pid()), pg_sleep(5)`.execute(db);
  if (ending === 'thrown') throw new Error('the page fell over');
}

/** A pool that asks each connection, as it is handed out, whether it still carries a council. */
function watchedDatabase() {
  const pool = new pg.Pool({ ...test.serving, max: connections });
  const carried: string[] = [];
  let handedOut = 0;
  const dialect = new PostgresDialect({
    pool: {
      connect: async () => {
        const client = await pool.connect();
        const { rows } = await client.query<{ pin: string }>(`select concat(
          current_setting('alongside.council', true), current_setting('alongside.account', true),
          current_setting('alongside.teams', true), nullif(current_setting('statement_timeout'), '0')) as pin`);
        handedOut += 1;
        if (rows[0]?.pin !== '') carried.push(rows[0]?.pin ?? 'nothing known');
        return client;
      },
      end: () => pool.end(),
      options: pool.options,
    },
  });
  return { database: new Kysely<Tables>({ dialect }), carried, checkedOut: () => handedOut };
}

async function inTurns<One>(all: readonly One[], act: (one: One) => Promise<void>): Promise<void> {
  const left = [...all];
  const worker = async (): Promise<void> => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) await act(one);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

/** Every table under row security that both councils have rows in. */
async function tablesOfPeople(): Promise<string[]> {
  const client = new pg.Client(test.administrator);
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relrowsecurity
       and relname not in ('session', 'submission', 'audit_entry') order by 1`,
  );
  await client.end();
  return rows.map(({ name }) => name);
}
