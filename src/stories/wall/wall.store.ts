import { sql } from 'kysely';
import { dayOf } from '../../platform/clock.ts';
import { type CouncilReader, nowOf, readRows } from '../../platform/db/council.ts';
import { Unknown } from '../../platform/http/problems.ts';
import { type StoryLetOut, storiesLetOut } from '../letting-out/let-out.store.ts';
import type { Audience } from '../letting-out/letting-out.ts';
import { notHere, type OnWall } from './wall.ts';

/** As many as anybody reads; the latest first. */
const mostOnWall = 1_000;

/** What hangs for these audiences just now, each story once: as the first of them sees it. */
export async function onWalls(
  db: CouncilReader,
  audiences: readonly Audience[],
  storyId?: string,
): Promise<OnWall[]> {
  const found = new Map<string, StoryLetOut & { audience: Audience }>();
  for (const audience of audiences)
    for (const story of await storiesLetOut(db, { audience, ...(storyId ? { storyId } : {}) }, mostOnWall))
      if (!found.has(story.storyId)) found.set(story.storyId, { ...story, audience });
  const shorts = await shortsOf(db, [...found.keys()]);
  return [...found.values()]
    .sort((one, other) => other.fromAt.getTime() - one.fromAt.getTime())
    .map(({ storyId: id, title, words, retelling, pieces, name, audience, begunAt, untilOn }) => ({
      ...{ storyId: id, title, words, retelling, pieces, name, audience, untilOn },
      toldOn: dayOf(begunAt),
      short: shorts.get(id) ?? '',
    }));
}

/** @throws Unknown, in the same words whether it was taken down, is past its end, or never was */
export async function storyOnWalls(
  db: CouncilReader,
  audiences: readonly Audience[],
  storyId: string,
): Promise<OnWall> {
  const [story] = await onWalls(db, audiences, storyId);
  if (!story) throw storyNotHere();
  return story;
}

export const storyNotHere = (): Unknown =>
  Object.assign(new Unknown(notHere.message), { heading: notHere.heading });

async function shortsOf(db: CouncilReader, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await readRows<{ id: string; short: string }>(
    db,
    sql`select id, short_of(id) as short from unnest(${[...ids]}::uuid[]) id`,
  );
  return new Map(rows.map(({ id, short }) => [id, short]));
}

/** The public stories whose printed address ends so: one, but for two in a thousand councils. */
export async function storiesByShort(db: CouncilReader, short: string): Promise<string[]> {
  const now = nowOf(db);
  const rows = await readRows<{ id: string }>(
    db,
    sql`select story_id as id from stories_let_out(${now}, ${dayOf(now)})
      where audience = 'public' and short_of(story_id) = ${short} order by story_id limit 2`,
  );
  return rows.map(({ id }) => id);
}
