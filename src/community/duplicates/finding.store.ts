import { createHash } from 'node:crypto';
import { setImmediate as breath } from 'node:timers/promises';
import { sql } from 'kysely';
import { type CouncilDb, councilOf, nowOf, readRows } from '../../platform/db/council.ts';
import { newId } from '../../platform/ids.ts';
import { inBatches } from '../feeds/keeping/batches.ts';
import { comparedOf, type ToCompare } from './comparing.ts';
import { type Compared, type Evidence, likeness } from './likely.ts';

/** A telephone or a postcode that more listings share tells nothing by itself: a word of their names must be shared too. */
const mostOfOneMind = 12;
/** More that share a word too are a chain or a council's own number, not one group told many times. */
const mostAtAll = 20;

/** Pairs compared before whoever else this process serves has a turn. */
const breatheEvery = 200;

/** It is asked by an import or an editor, never by somebody who waits for a page. */
const longest = '120s';

export interface PairsFound {
  /** Pairs that share something, each looked at. */
  compared: number;
  /** Those somebody may now be asked about. */
  waiting: number;
}

/**
 * Looks through the whole directory for listings that may be the same group told twice, and keeps those worth asking a
 * person about. Those that share nothing are never compared: 50,000 listings are a thousand million pairs. What was
 * joined stays joined; what was kept apart is asked about again only when something compared has changed.
 */
export async function findPairs(db: CouncilDb): Promise<PairsFound> {
  await hashEverything(db);
  const pairs = await readRows<{ one: string; other: string }>(db, sharingSomething(councilOf(db)));
  const listings = await readToCompare(db, [...new Set(pairs.flatMap(({ one, other }) => [one, other]))]);
  const likely: LikelyPair[] = [];
  for (const [index, pair] of pairs.entries()) {
    if (index % breatheEvery === 0) await breath();
    likely.push(...likelyPair(pair, listings));
  }
  await keepLikely(db, likely);
  return { compared: pairs.length, waiting: await forgetUnlike(db, likely) };
}

/**
 * The planner takes each step of a statement for a handful of rows, and after an import the whole directory too: it would
 * go through all of one for every row of another, which is hours for 50,000 listings. Without nested loops it hashes
 * them, which is seconds.
 */
async function hashEverything(db: CouncilDb): Promise<void> {
  await sql`select set_config('statement_timeout', ${longest}, true), set_config('enable_nestloop', 'off', true),
    set_config('work_mem', '64MB', true)`.execute(db);
}

function likelyPair(
  { one, other }: { one: string; other: string },
  listings: ReadonlyMap<string, Read>,
): LikelyPair[] {
  const [here, there] = [listings.get(one), listings.get(other)];
  const found = here && there ? likeness(here.compared, there.compared) : null;
  if (!here || !there || !found?.isLikely) return [];
  const { points, evidence } = found;
  return [{ one, other, points, evidence, compared: hashOf(here.print + there.print) }];
}

interface LikelyPair {
  one: string;
  other: string;
  points: number;
  evidence: Evidence[];
  compared: string;
}

/** Two listings with one value or, of values many share, one value and one of the words that tell their names from others. */
function sharingSomething(council: number) {
  const digits = sql`left(regexp_replace(regexp_replace(phone ->> 'number', '^(\\+|00)44', ''), '\\D|^[^1-9]*0', '', 'g'), 10)`;
  const places = sql`shown s join listing_place p on p.council_id = ${council} and p.listing_id = s.id`;
  return sql<{ one: string; other: string }>`with
    shown as materialized (
      select l.id, l.organisation_id, l.particulars, array_to_string(words, ' ') as name, words
      from listing l, tsvector_to_array(to_tsvector('english', l.name)) words
      where l.council_id = ${council} and l.state in ('listed', 'hidden')),
    word as materialized (select id, word from shown, unnest(words) word),
    telling as materialized (
      select id, word from (select id, word, row_number() over (partition by id order by used, word) as place
        from (select id, word, count(*) over (partition by word) as used from word) w) w where place <= 2),
    value as materialized (
      select id, 'tel ' || ${digits} as value from shown, jsonb_array_elements(particulars -> 'phones') phone
      union select id, 'mail ' || lower(particulars ->> 'email') from shown
      union select id, 'web ' || rtrim(regexp_replace(lower(particulars ->> 'website'), '^https?://(www\\.)?', ''), '/') from shown
      union select s.id, 'at ' || p.postcode from ${places}
      union select s.id, 'spot ' || round(p.latitude::numeric, 3) || ' ' || round(p.longitude::numeric, 3) from ${places}
      union select s.id, 'in ' || lower(p.town) || ' ' || s.name from ${places}
      union select s.id, 'id ' || i.scheme || i.identifier from shown s
        join organisation_identifier i on i.council_id = ${council} and i.organisation_id = s.organisation_id
      union select id, 'name ' || name from shown),
    counted as materialized (
      select id, value, count(*) over (partition by value) as sharing from value where value is not null),
    keyed as materialized (
      select id, value as key from counted where sharing between 2 and ${mostOfOneMind}
      union all select id, value || ' ' || word from counted join telling using (id) where sharing > ${mostOfOneMind}),
    block as materialized (
      select key, array_agg(id) as ids from keyed group by key having count(*) between 2 and ${mostAtAll})
    select distinct a as one, b as other from block, unnest(ids) a, unnest(ids) b where a < b`;
}

interface Read {
  compared: Compared;
  /** What of it is compared, as text. */
  print: string;
}

async function readToCompare(db: CouncilDb, ids: readonly string[]): Promise<Map<string, Read>> {
  const council = councilOf(db);
  const rows = await readRows<ToCompare>(
    db,
    sql`with
      place as materialized (
        select p.listing_id, jsonb_agg(jsonb_build_object('town', p.town, 'postcode', p.postcode, 'kind', p.kind,
          'latitude', p.latitude, 'longitude', p.longitude) order by p.position) as places
        from listing_place p where p.council_id = ${council} group by p.listing_id),
      registered as materialized (
        select i.organisation_id, array_agg(i.scheme || ' ' || i.identifier order by i.scheme, i.identifier) as identifiers
        from organisation_identifier i where i.council_id = ${council} group by i.organisation_id)
      select l.id as "listingId", l.feed_id as "feedId", l.name, o.name as organisation,
        jsonb_build_object('otherNames', l.particulars -> 'otherNames', 'phones', l.particulars -> 'phones',
          'email', l.particulars -> 'email', 'website', l.particulars -> 'website', 'schedules', l.particulars -> 'schedules',
          'organisation', l.particulars -> 'organisation') as particulars,
        coalesce(place.places, '[]') as places, coalesce(registered.identifiers, '{}') as identifiers
      from unnest(${ids}::uuid[]) asked join listing l on l.council_id = ${council} and l.id = asked
      left join organisation o on o.council_id = ${council} and o.id = l.organisation_id
      left join place on place.listing_id = l.id
      left join registered on registered.organisation_id = o.id`,
  );
  return new Map(
    rows.map((row) => {
      const compared = comparedOf(row);
      return [row.listingId, { compared, print: JSON.stringify(compared) }];
    }),
  );
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url');

async function keepLikely(db: CouncilDb, likely: readonly LikelyPair[]): Promise<void> {
  await inBatches(
    likely,
    (some) => some.map((pair) => ({ id: newId(), ...pair })),
    async (rows) => {
      await sql`insert into listing_pair as p (council_id, id, one_id, other_id, likeness, evidence, compared, state, found_at)
        select ${councilOf(db)}, id, one, other, points, evidence, compared, 'found', ${nowOf(db)}
        from jsonb_to_recordset(${rows}::jsonb) as r(id uuid, one uuid, other uuid, points integer, evidence jsonb, compared text)
        on conflict (council_id, one_id, other_id) do update set likeness = excluded.likeness, evidence = excluded.evidence,
          compared = excluded.compared, state = 'found', decided_by = null, decided_at = null, version = p.version + 1,
          found_at = case when p.state = 'found' then p.found_at else excluded.found_at end
        where p.state <> 'joined' and p.compared <> excluded.compared`.execute(db);
    },
  );
}

/** Those that are alike no longer are not asked about. @returns how many are */
async function forgetUnlike(db: CouncilDb, likely: readonly LikelyPair[]): Promise<number> {
  const council = councilOf(db);
  await sql`delete from listing_pair p where p.council_id = ${council} and p.state = 'found' and not exists (
      select from unnest(${likely.map(({ one }) => one)}::uuid[], ${likely.map(({ other }) => other)}::uuid[]) r(one, other)
      where r.one = p.one_id and r.other = p.other_id)`.execute(db);
  const [row] = await readRows<{ waiting: number }>(
    db,
    sql`select count(*)::integer as waiting from listing_pair where council_id = ${council} and state = 'found'`,
  );
  return row?.waiting ?? 0;
}
