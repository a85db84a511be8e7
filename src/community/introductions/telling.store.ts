import { tellTimeline } from '../../people/timeline/timeline.store.ts';
import type { Voice } from '../../people/timeline/timeline.ts';
import { actorOf, type CouncilDb, nowOf } from '../../platform/db/council.ts';
import type { Introduction } from './introductions.store.ts';

/** Tells the person's story of a step their introduction took. */
export async function tellOf(
  db: CouncilDb,
  one: Introduction,
  title: string,
  voices: Voice[],
): Promise<void> {
  await tellTimeline(db, {
    personId: one.personId,
    at: nowOf(db),
    kind: 'introduction',
    title: `${title}: ${one.listingName}`,
    byLine: actorOf(db).name,
    voices,
    link: `/introductions/${one.introductionId}`,
    sourceId: one.introductionId,
  });
}
