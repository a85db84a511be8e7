import { sql } from 'kysely';
import { type CouncilReader, readRows } from '../../platform/db/council.ts';
import type { TimelineEvent } from './timeline.ts';

/** The latest of somebody's story for a test to read, newest first. */
export function readTimeline(db: CouncilReader, personId: string, most: number): Promise<TimelineEvent[]> {
  return readRows<TimelineEvent>(
    db,
    sql`select t.id, t.at, t.kind, t.title, t.by_line as "byLine", t.voices, t.link, t.source_id as "sourceId",
      coalesce((select json_agg(json_build_object('id', f.id, 'voice', f.voice, 'startsAt', f.starts_at,
          'endsAt', f.ends_at, 'kind', f.kind) order by f.starts_at)
        from tagged_fact f where f.council_id = t.council_id and f.entry_id = t.source_id), '[]') as facts
    from timeline_event t where t.person_id = ${personId} order by t.at desc, t.id desc limit ${most}`,
  );
}
