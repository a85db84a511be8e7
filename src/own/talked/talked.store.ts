import { type RawBuilder, sql } from 'kysely';
import type { TimelinePlace } from '../../people/timeline/timeline.store.ts';
import type { Voice } from '../../people/timeline/timeline.ts';
import { type CouncilReader, councilOf, readRows } from '../../platform/db/council.ts';

/** Something that happened, as it is told to whose story it is: nothing of staff's titles or links. */
export interface OwnEvent {
  id: string;
  at: Date;
  kind: string;
  byLine: string;
  voices: Voice[];
}

export interface OwnStory {
  events: OwnEvent[];
  /** Where the next page begins, when there is more. */
  more: TimelinePlace | null;
  /** Years with something in them, the latest first; never how much. */
  years: number[];
}

/** How much comes at once: a page of it stays light on an old telephone. */
const atOnce = 20;

/**
 * A page of somebody's story, newest first, in one statement. What they said of a line stands beside that line,
 * so it is not told a second time here.
 */
export async function readOwnStory(
  db: CouncilReader,
  personId: string,
  asked: { year: number | null; before: TimelinePlace | null },
): Promise<OwnStory> {
  const theirs = sql`t.council_id = ${councilOf(db)} and t.person_id = ${personId} and t.kind <> 'own-line'`;
  const [row] = await readRows<{ events: (Omit<OwnEvent, 'at'> & { at: string })[]; years: number[] }>(
    db,
    sql`select (select coalesce(json_agg(to_json(e)), '[]') from (
          select t.id, t.at, t.kind, t.by_line as "byLine", t.voices from timeline_event t
          where ${theirs} and ${isAskedFor(asked)} order by t.at desc, t.id desc limit ${atOnce + 1}) e) as events,
        (select coalesce(json_agg(y.year order by y.year desc), '[]') from (
          select distinct extract(year from t.at at time zone 'Europe/London')::integer as year
          from timeline_event t where ${theirs}) y) as years`,
  );
  const found = (row?.events ?? []).map((event) => ({ ...event, at: new Date(event.at) }));
  const events = found.slice(0, atOnce);
  const last = events.at(-1);
  return {
    events,
    more: found.length > atOnce && last ? { at: last.at, id: last.id } : null,
    years: row?.years ?? [],
  };
}

function isAskedFor({
  year,
  before,
}: {
  year: number | null;
  before: TimelinePlace | null;
}): RawBuilder<unknown> {
  const conditions = [sql`true`];
  if (before) conditions.push(sql`(t.at, t.id) < (${before.at}::timestamptz, ${before.id}::uuid)`);
  if (year !== null)
    conditions.push(sql`t.at >= (make_date(${year}::integer, 1, 1)::timestamp at time zone 'Europe/London')
      and t.at < (make_date(${year + 1}::integer, 1, 1)::timestamp at time zone 'Europe/London')`);
  return sql.join(conditions, sql` and `);
}
