import { sql } from 'kysely';
import { toOutcode, validOutcode } from 'postcode';
import { type Day, dayOf } from '../../platform/clock.ts';
import {
  actorOf,
  type CouncilDb,
  type CouncilReader,
  councilOf,
  nobody,
  nowOf,
  readRows,
} from '../../platform/db/council.ts';
import { Unknown } from '../../platform/http/problems.ts';
import { newId } from '../../platform/ids.ts';
import { readAsking } from '../finder/asking.ts';
import type { Wanted } from './counted.ts';

export interface Gap {
  gapId: string;
  words: string;
  place: string | null;
  askedAt: Date;
}

/** Something asked for that nobody nearby offers; what it is counted by is read out of the words. */
export async function saveGap(
  db: CouncilDb,
  gap: { words: string; place: string | null; personId: string | null },
): Promise<string> {
  const id = newId();
  const { accountId } = actorOf(db);
  const things = readAsking(gap.words).things.map(({ said }) => said);
  await sql`insert into gap (council_id, id, words, place, person_id, asked_by, asked_at, things, district)
    values (${councilOf(db)}, ${id}, ${gap.words}, ${gap.place}, ${gap.personId},
      ${accountId === nobody.accountId ? null : accountId}, ${nowOf(db)}, ${things}, ${districtOf(gap.place)})`.execute(
    db,
  );
  return id;
}

/** Half a postcode when a postcode or half of one was given; a place's name says nothing sure. */
function districtOf(place: string | null): string | null {
  const typed = (place ?? '').trim().toUpperCase();
  return toOutcode(typed) ?? (validOutcode(typed) ? typed : null);
}

/** What was asked for and not there, newest first, without whose wish it was. One more than a page says there is more. */
export async function readGaps(
  db: CouncilReader,
  wanted: { offset: number; most: number } = { offset: 0, most: 49 },
): Promise<Gap[]> {
  return readRows<Gap>(
    db,
    sql`select id as "gapId", words, place, asked_at as "askedAt" from gap
      where council_id = ${councilOf(db)} and met_on is null
      order by asked_at desc, id limit ${wanted.most + 1} offset ${wanted.offset}`,
  );
}

/** Most lines anybody reads. */
const mostLines = 200;

/**
 * What is wanted and not there, by thing and district: asked of us (each person once a month for one thing) and looked
 * for in the finder in vain. What somebody said is there now is left out.
 */
export async function countGaps(
  db: CouncilReader,
  { since, district }: { since: Day; district: string | null },
): Promise<Wanted[]> {
  const council = councilOf(db);
  return readRows<Wanted>(
    db,
    sql`with asked as (
        select thing, g.district,
          count(distinct (coalesce(g.person_id, g.id), date_trunc('month', g.asked_at))) as times
        from gap g cross join lateral unnest(g.things) thing
        where g.council_id = ${council} and g.asked_at >= ${since}::date and g.met_on is null
          and (${district}::text is null or g.district = ${district})
        group by thing, g.district),
      looked as (
        select thing, nullif(m.district, '') as district, sum(m.times) as times
        from missed_search m cross join lateral unnest(string_to_array(m.words, ', ')) thing
        where m.council_id = ${council} and m.missed_on >= ${since}
          and (${district}::text is null or m.district = ${district})
        group by thing, nullif(m.district, ''))
      select coalesce(a.thing, k.thing) as thing, coalesce(a.district, k.district) as district,
        coalesce(a.times, 0)::integer as asked, coalesce(k.times, 0)::integer as looked
      from asked a full join looked k on k.thing = a.thing and coalesce(k.district, '') = coalesce(a.district, '')
      order by coalesce(a.times, 0) + coalesce(k.times, 0) desc, 1, 2 limit ${mostLines}`,
  );
}

/** It is there now, perhaps as this listing: counted as a gap no more. @throws Unknown when there is no such gap */
export async function gapIsMet(db: CouncilDb, gapId: string, listingId: string | null): Promise<void> {
  const met = await sql`update gap set met_on = ${dayOf(nowOf(db))}, met_by = ${listingId}
    where council_id = ${councilOf(db)} and id = ${gapId}
      and (${listingId}::uuid is null or exists (select from listing l where l.council_id = ${councilOf(db)} and l.id = ${listingId}))`.execute(
    db,
  );
  if (!met.numAffectedRows) throw new Unknown();
}
