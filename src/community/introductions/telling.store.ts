import { sql } from 'kysely';
import { tellTimeline } from '../../people/timeline/timeline.store.ts';
import type { Voice } from '../../people/timeline/timeline.ts';
import {
  actorOf,
  type CouncilDb,
  type CouncilReader,
  councilOf,
  nobody,
  nowOf,
  readRows,
} from '../../platform/db/council.ts';
import { type Refusal, refuse } from '../../platform/refusal.ts';
import { rule } from './introduction.ts';
import type { Introduction } from './introductions.store.ts';

/** Who tells it when nobody was signed in. */
const theGroup = 'The group';

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
    byLine: actor === nobody ? theGroup : actor.name,
    voices,
    link: `/introductions/${one.introductionId}`,
    sourceId: one.introductionId,
  });
}

/** A judgement: a group that changes its mind and puts its words right needs fewer. */
const mostOfGroupADay = 10;

/** Whoever has a group's address may not fill somebody's story with it: so often a day is a story told of one introduction. */
export async function saidEnoughToday(
  db: CouncilReader,
  { introductionId }: Pick<Introduction, 'introductionId'>,
): Promise<Refusal | null> {
  const [row] = await readRows<{ said: number }>(
    db,
    sql`select count(*) as said from timeline_event where council_id = ${councilOf(db)} and source_id = ${introductionId}
      and by_line = ${theGroup} and at > ${nowOf(db)}::timestamptz - interval '1 day'`,
  );
  if ((row?.said ?? 0) < mostOfGroupADay) return null;
  return refuse(rule, 'you have told us enough of this for one day', 'ring us if there is more to say');
}

/** The account to write beside something, or null when a group did it without one. */
export const accountOf = (db: CouncilDb): string | null =>
  actorOf(db) === nobody ? null : actorOf(db).accountId;
