import { type RawBuilder, sql } from 'kysely';
import { type CouncilDb, councilOf } from '../../platform/db/council.ts';
import { newId } from '../../platform/ids.ts';
import type { Voice } from './timeline.ts';

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

/** What stands of what a person said of one event, as JSON; written at their own page, further to the right. */
export const saidBesideJson = (event: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`coalesce((select json_agg(json_build_object('what', b.what, 'words', b.words, 'saidOn', b.said_on) order by b.said_at)
    from said_beside b where b.council_id = ${event}.council_id and b.thing_id = ${event}.id and b.stands), '[]')`;

/** Where a page of the story ends and the next begins. */
export interface TimelinePlace {
  at: Date;
  id: string;
}
