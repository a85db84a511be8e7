import { type RawBuilder, sql } from 'kysely';
import { type CouncilReader, councilOf, readRows } from '../../platform/db/council.ts';
import { heldNowJson } from '../held-back/held-now.store.ts';
import { saidBesideJson, type TimelinePlace } from './timeline.store.ts';
import type { TimelineEvent } from './timeline.ts';
import { kindsIn, type StoryPart } from './whole-story.ts';

/** What of a story is asked for; nothing asked is all of it. */
export interface StoryAsked {
  part: StoryPart | null;
  year: number | null;
  /** Words to find in it, as typed. */
  q: string;
  before: TimelinePlace | null;
}

export interface WholeStory {
  events: TimelineEvent[];
  /** Where the next page begins, when there is more. */
  more: TimelinePlace | null;
  /** Every year with something in it, the latest first, whatever is asked for. */
  years: { year: number; events: number }[];
}

/** How much of the story comes at once. */
const atOnce = 50;

/** A person's whole story across years, newest first: by part, by year, by words in it. Open the person first. */
export async function readWholeStory(
  db: CouncilReader,
  personId: string,
  asked: StoryAsked,
): Promise<WholeStory> {
  const events = await readRows<TimelineEvent>(
    db,
    sql`select t.id, t.at, t.kind, t.title, t.by_line as "byLine", t.voices, t.link, t.source_id as "sourceId",
      coalesce((select json_agg(json_build_object('id', f.id, 'voice', f.voice, 'startsAt', f.starts_at,
          'endsAt', f.ends_at, 'kind', f.kind) order by f.starts_at)
        from tagged_fact f where f.council_id = t.council_id and f.entry_id = t.source_id and t.kind = 'entry'), '[]') as facts,
      ${saidBesideJson(sql`t`)} as beside,
      ${heldNowJson(sql`t.council_id`, sql`t.person_id`, sql`array[t.id, t.source_id]`)} as held
    from timeline_event t
    where t.council_id = ${councilOf(db)} and t.person_id = ${personId} and ${isAskedFor(asked)}
    order by t.at desc, t.id desc limit ${atOnce + 1}`,
  );
  const shown = events.slice(0, atOnce);
  const last = shown.at(-1);
  return {
    events: shown,
    more: events.length > atOnce && last ? { at: last.at, id: last.id } : null,
    years: await readRows(
      db,
      sql<{
        year: number;
        events: number;
      }>`select extract(year from t.at at time zone 'Europe/London')::integer as year, count(*) as events
        from timeline_event t where t.council_id = ${councilOf(db)} and t.person_id = ${personId} group by 1 order by 1 desc`,
    ),
  };
}

type Sql = RawBuilder<unknown>;

/** The years and words of one person's story are looked through row by row: some thousands at most. */
function isAskedFor({ part, year, q, before }: StoryAsked): Sql {
  const conditions: Sql[] = [sql`true`];
  if (before) conditions.push(sql`(t.at, t.id) < (${before.at}::timestamptz, ${before.id}::uuid)`);
  if (year !== null)
    conditions.push(sql`t.at >= (make_date(${year}::integer, 1, 1)::timestamp at time zone 'Europe/London')
      and t.at < (make_date(${year + 1}::integer, 1, 1)::timestamp at time zone 'Europe/London')`);
  if (part) {
    const { kinds, isNot } = kindsIn(part);
    conditions.push(isNot ? sql`t.kind <> all (${kinds}::text[])` : sql`t.kind = any (${kinds}::text[])`);
  }
  const words = q.trim();
  if (words) {
    const like = `%${words.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
    conditions.push(sql`(t.title ilike ${like} or t.by_line ilike ${like}
      or exists (select from jsonb_array_elements(t.voices) v where v->>'words' ilike ${like}))`);
  }
  return sql.join(conditions, sql` and `);
}
