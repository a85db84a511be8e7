import type pg from 'pg';
import type { ReadRecord } from '../../src/community/feeds/records/read-outcome.ts';
import { keptFrom } from '../../src/community/listing-kept.ts';

/** As many rows a statement as an import sends. */
const batch = 500;

/** The same rows into tables without a key, an index, a search vector or a policy: what nobody could be quicker than by much. */
export async function insertBare(client: pg.Client, reads: readonly ReadRecord[]): Promise<void> {
  await client.query(`begin;
    create temporary table bare_record (source_id text, outcome text, reasons jsonb, raw jsonb) on commit drop;
    create temporary table bare_listing ("sourceId" text, name text, summary text, description text, "otherWords" text, particulars jsonb, days text[]) on commit drop;
    create temporary table bare_place ("sourceId" text, name text, lines text[], town text, postcode text, latitude float8, longitude float8) on commit drop`);
  const records = reads.map((read) =>
    read.outcome === 'refused'
      ? { source_id: read.sourceId, outcome: read.outcome, reasons: read.reasons, raw: read.raw }
      : {
          source_id: read.listing.sourceId,
          outcome: read.outcome,
          reasons: read.reasons,
          raw: read.listing.raw,
        },
  );
  const listings = reads.flatMap((read) => (read.outcome === 'refused' ? [] : [keptFrom(read.listing)]));
  const places = listings.flatMap(({ sourceId, places }) => places.map((place) => ({ sourceId, ...place })));
  await fill(client, 'bare_record', records);
  await fill(client, 'bare_listing', listings);
  await fill(client, 'bare_place', places);
  await client.query('commit');
}

async function fill(client: pg.Client, table: string, rows: readonly object[]): Promise<void> {
  for (let from = 0; from < rows.length; from += batch)
    await client.query(`insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1)`, [
      JSON.stringify(rows.slice(from, from + batch)),
    ]);
}
