import { tellTimeline } from '../../people/timeline/timeline.store.ts';
import type { Voice } from '../../people/timeline/timeline.ts';
import { actorOf, type CouncilDb, nobody, nowOf } from '../../platform/db/council.ts';
import type { Introduction } from './introductions.store.ts';

/** Tells the person's story of a step their introduction took. Without an account it was the group, on its own page. */
export async function tellOf(
  db: CouncilDb,
  one: Introduction,
  title: string,
  voices: Voice[],
): Promise<void> {
  const actor = actorOf(db);
  await tellTimeline(db, {
    personId: one.personId,
    at: nowOf(db),
    kind: 'introduction',
    title: `${title}: ${one.listingName}`,
    byLine: actor === nobody ? 'The group' : actor.name,
    voices,
    link: `/introductions/${one.introductionId}`,
    sourceId: one.introductionId,
  });
}

/** The account to write beside something, or null when a group did it without one. */
export const accountOf = (db: CouncilDb): string | null =>
  actorOf(db) === nobody ? null : actorOf(db).accountId;
