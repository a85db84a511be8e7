import { sql } from 'kysely';
import { type CouncilReader, councilOf, readRows } from '../../platform/db/council.ts';
import { mayGoOut } from './narrowing.store.ts';
import type { Paging } from './open-referral.forms.ts';
import type { OpenTaxonomy, OpenTerm } from './records/open-listing.ts';

/** Terms given with a taxonomy; the rest are on /taxonomy_terms. */
const mostTerms = 2_000;

export interface OpenTerms {
  total: number;
  terms: OpenTerm[];
}

export interface OpenTaxonomies {
  total: number;
  taxonomies: OpenTaxonomy[];
}

/** A term `t` as JSON. */
const termJson = sql`jsonb_build_object('id', t.id, 'name', t.name, 'description', t.description, 'termUri', t.term_uri,
  'taxonomyId', t.taxonomy_id,
  'taxonomyName', (select x.name from taxonomy x where x.council_id = t.council_id and x.id = t.taxonomy_id),
  'parentId', (select p.id from taxonomy_term p where p.council_id = t.council_id and p.feed_id = t.feed_id
    and p.source_id = t.parent_source_id))`;

/** Terms `t` that no listing carries, or one that may go out: what is said only of a refuge stays with it. */
const isOpen = (council: number) => sql`t.council_id = ${council} and (
  not exists (select from listing_term w where w.council_id = ${council} and w.term_id = t.id)
  or exists (select from listing_term w join listing l on l.council_id = ${council} and l.id = w.listing_id
    where w.council_id = ${council} and w.term_id = t.id and ${mayGoOut}))`;

export async function readOpenTerms(db: CouncilReader, { page, per_page }: Paging): Promise<OpenTerms> {
  const open = isOpen(councilOf(db));
  const [row] = await readRows<OpenTerms>(
    db,
    sql`select (select count(*) from taxonomy_term t where ${open}) as total,
      coalesce((select jsonb_agg(${termJson} order by t.id) from (select t.* from taxonomy_term t where ${open}
        order by t.id limit ${per_page} offset ${(page - 1) * per_page}) t), '[]') as terms`,
  );
  return row ?? { total: 0, terms: [] };
}

export async function readOpenTerm(db: CouncilReader, id: string): Promise<OpenTerm | null> {
  const [row] = await readRows<{ term: OpenTerm }>(
    db,
    sql`select ${termJson} as term from taxonomy_term t where t.id = ${id} and ${isOpen(councilOf(db))}`,
  );
  return row?.term ?? null;
}

/** Taxonomies `x` with a term that may go out, or none yet. */
const isOpenTaxonomy = (council: number) => sql`x.council_id = ${council} and (
  not exists (select from taxonomy_term t where t.council_id = ${council} and t.taxonomy_id = x.id)
  or exists (select from taxonomy_term t where t.taxonomy_id = x.id and ${isOpen(council)}))`;

const taxonomyJson = sql`jsonb_build_object('id', x.id, 'name', x.name, 'description', x.description, 'uri', x.uri)`;

export async function readOpenTaxonomies(
  db: CouncilReader,
  { page, per_page }: Paging,
): Promise<OpenTaxonomies> {
  const open = isOpenTaxonomy(councilOf(db));
  const [row] = await readRows<OpenTaxonomies>(
    db,
    sql`select (select count(*) from taxonomy x where ${open}) as total,
      coalesce((select jsonb_agg(${taxonomyJson} order by x.id) from (select x.* from taxonomy x where ${open}
        order by x.id limit ${per_page} offset ${(page - 1) * per_page}) x), '[]') as taxonomies`,
  );
  return row ?? { total: 0, taxonomies: [] };
}

/** A taxonomy with its terms. */
export async function readOpenTaxonomy(
  db: CouncilReader,
  id: string,
): Promise<(OpenTaxonomy & { terms: OpenTerm[] }) | null> {
  const council = councilOf(db);
  const [row] = await readRows<{ taxonomy: OpenTaxonomy; terms: OpenTerm[] }>(
    db,
    sql`select ${taxonomyJson} as taxonomy,
      coalesce((select jsonb_agg(${termJson} order by t.id) from (select t.* from taxonomy_term t
        where t.taxonomy_id = ${id} and ${isOpen(council)} order by t.id limit ${mostTerms}) t), '[]') as terms
      from taxonomy x where x.id = ${id} and ${isOpenTaxonomy(council)}`,
  );
  return row ? { ...row.taxonomy, terms: row.terms } : null;
}
