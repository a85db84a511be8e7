import { sql } from 'kysely';
import { type CouncilDb, type CouncilReader, councilOf, readRows } from '../../platform/db/council.ts';
import { newId } from '../../platform/ids.ts';
import type { TimelineEvent, Voice } from './timeline.ts';

export interface NewTimelineEvent {
  personId: string;
  at: Date;
  kind: string;
  title: string;
  byLine?: string;
  voices?: Voice[];
  link?: string | null;
  sourceId?: string | null;
}

/** Tells the one story of what just happened, in the same transaction as the thing itself. */
export async function tellTimeline(db: CouncilDb, event: NewTimelineEvent): Promise<void> {
  await db
    .insertInto('timeline_event')
    .values({
      council_id: councilOf(db),
      id: newId(),
      person_id: event.personId,
      at: event.at,
      kind: event.kind,
      title: event.title,
      by_line: event.byLine ?? '',
      voices: JSON.stringify(event.voices ?? []),
      link: event.link ?? null,
      source_id: event.sourceId ?? null,
    })
    .execute();
}

/** Where a page of the story ends and the next begins. */
export interface TimelinePlace {
  at: Date;
  id: string;
}

/** The story, newest first, a page at a time; ask with the last event's place for the next page. */
export async function readTimeline(
  db: CouncilReader,
  personId: string,
  most: number,
  before: TimelinePlace | null = null,
): Promise<TimelineEvent[]> {
  const rows = await readRows<TimelineEvent>(
    db,
    sql`select t.id, t.at, t.kind, t.title, t.by_line as "byLine", t.voices, t.link, t.source_id as "sourceId",
      coalesce((select json_agg(json_build_object('id', f.id, 'voice', f.voice, 'startsAt', f.starts_at,
          'endsAt', f.ends_at, 'kind', f.kind) order by f.starts_at)
        from tagged_fact f where f.council_id = t.council_id and f.entry_id = t.source_id), '[]') as facts
    from timeline_event t
    where t.council_id = ${councilOf(db)} and t.person_id = ${personId}
      and (${before?.at ?? null}::timestamptz is null or (t.at, t.id) < (${before?.at ?? null}::timestamptz, ${before?.id ?? null}::uuid))
    order by t.at desc, t.id desc limit ${most}`,
  );
  return rows;
}
