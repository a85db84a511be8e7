import { sql, type Transaction } from 'kysely';
import type { Database } from '../platform/db/council.ts';
import type { Tables } from '../platform/db/tables.ts';
import { StartRefused } from '../platform/start-refused.ts';

export interface NewCouncil {
  name: string;
  slug: string;
  isDemo: boolean;
  oidcIssuer?: string | null;
  oidcClientId?: string | null;
  /** How its residents sign in to their own pages, where it has a sign-in for them. */
  ownOidcIssuer?: string | null;
  ownOidcClientId?: string | null;
  /** The council's own numbers and words, where they differ from the defaults. */
  settings?: Record<string, unknown>;
}

/**
 * Makes a council and returns its id.
 * @throws StartRefused when the short name is taken
 */
export async function makeCouncil(database: Database, council: NewCouncil): Promise<number> {
  return database.transaction().execute((transaction) => insertCouncil(transaction, council));
}

/** The same within a transaction. Row security holds even here: it is pinned to the new number before the row is written. */
export async function insertCouncil(transaction: Transaction<Tables>, council: NewCouncil): Promise<number> {
  const taken = await sql`select from councils_to_sign_in() where slug = ${council.slug}`.execute(
    transaction,
  );
  if (taken.rows.length)
    throw new StartRefused(`There is already a council called ${council.slug} here: choose another --slug.`);
  const { rows } = await sql<{ id: number }>`select nextval('council_council_id_seq')::integer as id`.execute(
    transaction,
  );
  const id = rows[0]?.id ?? 0;
  await sql`select set_config('alongside.council', ${String(id)}, true)`.execute(transaction);
  await sql`insert into council (council_id, name, slug, is_demo, oidc_issuer, oidc_client_id,
      own_oidc_issuer, own_oidc_client_id, settings)
    values (${id}, ${council.name}, ${council.slug}, ${council.isDemo}, ${council.oidcIssuer ?? null},
      ${council.oidcClientId ?? null}, ${council.ownOidcIssuer ?? null}, ${council.ownOidcClientId ?? null}, ${JSON.stringify(council.settings ?? {})}::jsonb)`.execute(
    transaction,
  );
  return id;
}

/** The numbers of all councils here, for what is done in turn for each of them. */
export async function everyCouncil(database: Database): Promise<readonly number[]> {
  const { rows } = await sql<{ id: number }>`select council_id as id from councils_to_sign_in()`.execute(
    database,
  );
  return rows.map(({ id }) => id);
}
