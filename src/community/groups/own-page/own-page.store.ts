import { sql } from 'kysely';
import { type Day, dayOf } from '../../../platform/clock.ts';
import {
  type CouncilDb,
  type CouncilReader,
  councilOf,
  nowOf,
  readRows,
} from '../../../platform/db/council.ts';
import { Unknown } from '../../../platform/http/problems.ts';
import { newId } from '../../../platform/ids.ts';
import type { Change } from './group-says.ts';
import type { NeedKind } from './need-kinds.ts';

export interface Need {
  needId: string;
  kind: NeedKind;
  words: string;
  sinceOn: Day;
  metOn: Day | null;
}

export interface LastChange {
  changeId: string;
  who: string;
  madeAt: Date;
  lines: Change[];
  /** Nobody has changed the listing since, so it can be put back. */
  mayBeUndone: boolean;
}

/** What hangs on a listing and is its group's own business. */
export interface GroupMatters {
  needs: Need[];
  /** Words to the group, newest first, by nobody's name. */
  thanks: { words: string; on: Day }[];
  stories: { words: string; on: Day }[];
  lastChange: LastChange | null;
}

/** Enough to see how things stand; older ones are kept. */
const most = 20;

/** Everything on a group's own page besides its listing, in one statement. @throws Unknown when there is no such listing */
export async function readGroupMatters(db: CouncilReader, listingId: string): Promise<GroupMatters> {
  const council = councilOf(db);
  const words = (
    isFromGroup: boolean,
  ) => sql`coalesce((select json_agg(json_build_object('words', t.words, 'on', t.on)) from (
      select words, (written_at at time zone 'Europe/London')::date as on from thanks
      where council_id = ${council} and listing_id = l.id and is_from_group = ${isFromGroup} and taken_down_at is null
      order by written_at desc limit ${most}) t), '[]')`;
  const [row] = await readRows<
    Omit<GroupMatters, 'came' | 'stillGoing'> & { came: number; stillGoing: number }
  >(
    db,
    sql`select
      coalesce((select json_agg(json_build_object('needId', n.id, 'kind', n.kind, 'words', n.words, 'sinceOn', n.since_on,
          'metOn', n.met_on) order by n.met_on desc nulls first, n.since_on) from (select * from group_need
            where council_id = ${council} and listing_id = l.id order by met_on desc nulls first, since_on limit ${most}) n), '[]') as needs,
      ${words(false)} as thanks, ${words(true)} as stories,
      (select json_build_object('changeId', c.id, 'who', c.who, 'madeAt', c.made_at, 'lines', c.lines,
          'mayBeUndone', c.version_after = l.version and c.undone_at is null)
        from group_change c where c.council_id = ${council} and c.listing_id = l.id order by c.made_at desc limit 1) as "lastChange"
    from listing l where l.council_id = ${council} and l.id = ${listingId}`,
  );
  if (!row) throw new Unknown();
  const { lastChange } = row;
  return {
    ...row,
    lastChange: lastChange && { ...lastChange, madeAt: new Date(lastChange.madeAt) },
  };
}

/** Writes the dates from today on that a group said by hand; those gone by stay. */
export async function saveDays(
  db: CouncilDb,
  listingId: string,
  { extraDays, daysOff }: { extraDays: readonly Day[]; daysOff: readonly Day[] },
): Promise<void> {
  const [council, today] = [councilOf(db), dayOf(nowOf(db))];
  const off = new Set(daysOff);
  await sql`delete from group_date where council_id = ${council} and listing_id = ${listingId} and held_on >= ${today}`.execute(
    db,
  );
  await sql`insert into group_date (council_id, listing_id, held_on, is_on)
    select ${council}::integer, ${listingId}::uuid, held_on, false from unnest(${[...off]}::date[]) held_on where held_on >= ${today}
    union select ${council}::integer, ${listingId}::uuid, held_on, true
    from unnest(${extraDays.filter((day) => !off.has(day))}::date[]) held_on where held_on >= ${today}`.execute(
    db,
  );
}

/** A group says what it needs. */
export async function addNeed(
  db: CouncilDb,
  listingId: string,
  need: { kind: NeedKind; words: string },
): Promise<string> {
  const id = newId();
  await sql`insert into group_need (council_id, id, listing_id, kind, words, since_on)
    values (${councilOf(db)}, ${id}, ${listingId}, ${need.kind}, ${need.words}, ${dayOf(nowOf(db))})`.execute(
    db,
  );
  return id;
}

/** A need of this listing's, and of no other's, is met. @throws Unknown when it is another's */
export async function meetNeed(
  db: CouncilDb,
  listingId: string,
  needId: string,
  how: string | null,
): Promise<void> {
  const met =
    await sql`update group_need set met_on = coalesce(met_on, ${dayOf(nowOf(db))}), met_words = coalesce(${how}, met_words)
    where council_id = ${councilOf(db)} and listing_id = ${listingId} and id = ${needId}`.execute(db);
  if (!met.numAffectedRows) throw new Unknown();
}

/** Words to a group by somebody who works here, or a story back from it, by nobody's name. */
export async function addThanks(
  db: CouncilDb,
  listingId: string,
  thanks: { words: string; writtenBy: string | null },
): Promise<void> {
  await sql`insert into thanks (council_id, id, listing_id, is_from_group, words, written_by, written_at)
    values (${councilOf(db)}, ${newId()}, ${listingId}, ${thanks.writtenBy === null}, ${thanks.words}, ${thanks.writtenBy},
      ${nowOf(db)})`.execute(db);
}
