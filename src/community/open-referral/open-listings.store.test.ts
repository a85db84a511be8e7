import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { type CouncilReader, readRows } from '../../platform/db/council.ts';
import { openListingsStatement, openPlacesStatement, readOpenListings } from './open-listings.store.ts';
import { PlacesAsked, ServicesAsked } from './open-referral.forms.ts';
import { aPublishableRow } from './publishing.fixture.ts';
import { placeLinkId } from './records/place-record.ts';
import { steadyId } from './records/steady-id.ts';

const many = 50_000;
const { database } = await testDatabase();
const council = await testCouncil(database);
const asEditor = <Value>(act: (db: CouncilReader) => Promise<Value>) =>
  council.as(council.accounts.editor, act);

/** How PostgreSQL runs a statement: every step of the plan with the rows it went through, and the time it took. */
async function planOf(statement: ReturnType<typeof openListingsStatement | typeof openPlacesStatement>) {
  const [row] = await asEditor((db) =>
    readRows<{ 'QUERY PLAN': [{ Plan: Step; 'Execution Time': number }] }>(
      db,
      sql`explain (analyze, format json) ${statement}` as never,
    ),
  );
  const [found] = row?.['QUERY PLAN'] ?? [];
  assert.ok(found);
  return { steps: stepsIn(found.Plan), milliseconds: found['Execution Time'] };
}

interface Step {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  Plans?: Step[];
}

const stepsIn = (step: Step): Step[] => [step, ...(step.Plans ?? []).flatMap(stepsIn)];
const scansOf = (steps: Step[], table: string): Step[] =>
  steps.filter((step) => step['Node Type'] === 'Seq Scan' && step['Relation Name'] === table);

describe('fifty thousand listings given away', () => {
  before(async () => {
    await asEditor(async (db) => {
      const { particulars } = aPublishableRow();
      for (let made = 0; made < many; made += 5_000)
        await readRows(
          db,
          sql`insert into listing (council_id, id, name, description, particulars, days)
          select ${council.councilId}, gen_random_uuid(), 'Group ' || n, repeat('We meet and talk together. ', 8),
            ${JSON.stringify(particulars)}::jsonb, '{TU}' from generate_series(${made + 1}::integer, ${made + 5_000}::integer) n`,
        );
      await readRows(
        db,
        sql`insert into listing_place (council_id, listing_id, position, name, kind, town, postcode, district, latitude, longitude)
          select council_id, id, 0, name, 'physical', 'Saltbeck', 'ZZ1 1ZZ', 'ZZ1', 53 + random() / 5, random() / 5
          from listing where council_id = ${council.councilId}`,
      );
    });
    await sql`select settle_statistics()`.execute(database);
  });

  it('the first page of services reads no listing but its own, and counts the rest without reading them', async (test) => {
    const { steps, milliseconds } = await planOf(
      openListingsStatement(council.councilId, ServicesAsked.parse({})),
    );
    assert.deepEqual(scansOf(steps, 'listing'), []);
    test.diagnostic(`${milliseconds.toFixed(1)} ms`);
  });

  it('what changed since is found in its own index', async (test) => {
    const { total } = await asEditor((db) =>
      readOpenListings(db, ServicesAsked.parse({ modified_after: '2020-01-01' })),
    );
    assert.equal(total, many);
    const asked = ServicesAsked.parse({ modified_after: '2100-01-01T00:00:00Z' });
    const { steps, milliseconds } = await planOf(openListingsStatement(council.councilId, asked));
    assert.deepEqual(scansOf(steps, 'listing'), []);
    assert.deepEqual(scansOf(steps, 'listing_change'), []);
    test.diagnostic(`${milliseconds.toFixed(1)} ms`);
  });

  it('the first page of places reads no listing but its own', async (test) => {
    const { steps, milliseconds } = await planOf(
      openPlacesStatement(council.councilId, PlacesAsked.parse({})),
    );
    test.diagnostic(`${milliseconds.toFixed(1)} ms`);
    assert.deepEqual(scansOf(steps, 'listing'), []);
    for (const asked of [
      { postcode: 'ZZ1 1ZZ', proximity: '2000' },
      { day: 'TU', start_time: '09:00' },
    ]) {
      const narrow = await planOf(openPlacesStatement(council.councilId, PlacesAsked.parse(asked)));
      test.diagnostic(`${JSON.stringify(asked)}: ${narrow.milliseconds.toFixed(1)} ms`);
      assert.ok(narrow.steps.length > 0);
    }
  });

  it('the database and the record make the same id, which an index finds again', async () => {
    const [row] = await asEditor((db) =>
      readRows<{ id: string; listingId: string }>(
        db,
        sql`select steady_id(listing_id::text || '/' || position::text) as id, listing_id as "listingId" from listing_place limit 1`,
      ),
    );
    assert.equal(row?.id, placeLinkId(row?.listingId ?? '', 0));
    const [made] = await asEditor((db) =>
      readRows<{ id: string }>(db, sql`select steady_id('Café ’ 東') as id`),
    );
    assert.equal(made?.id, steadyId('Café ’ 東'));
    const [plan] = await asEditor((db) =>
      readRows<{ 'QUERY PLAN': unknown }>(
        db,
        sql`explain (format json) select listing_id from listing_place
          where council_id = ${council.councilId} and steady_id(listing_id::text || '/' || position::text) = ${row?.id}`,
      ),
    );
    assert.match(JSON.stringify(plan), /listing_place_published/);
  });
});
