import { sql } from 'kysely';
import {
  actorOf,
  type CouncilDb,
  type CouncilReader,
  councilOf,
  nowOf,
  readRows,
} from '../../../platform/db/council.ts';
import { Unknown } from '../../../platform/http/problems.ts';
import { newId } from '../../../platform/ids.ts';
import { type StoryLetOut, storiesLetOut } from '../../../stories/letting-out/let-out.store.ts';
import type { Audience } from '../../../stories/letting-out/letting-out.ts';
import type { ToldStory } from './voices.ts';

/** A story beside a figure of a site, as its teller let it out to whoever reads. */
export interface PlacedStory extends ToldStory {
  id: string;
  storyId: string;
}

/** Who reads a page of figures: the council's own people, or everybody. */
export type Readers = 'council' | 'public';

const letOutTo: Record<Readers, Audience[]> = { council: ['council', 'public'], public: ['public'] };

/** Stories that may stand on a page with these readers just now, with words to quote: a taken down one is not among them. */
export async function storiesFor(
  db: CouncilReader,
  readers: Readers,
): Promise<(StoryLetOut & { quote: string })[]> {
  const found = new Map<string, StoryLetOut & { quote: string }>();
  for (const audience of letOutTo[readers])
    for (const story of await storiesLetOut(db, { audience })) {
      const quote = story.words || story.retelling || '';
      if (quote && !found.has(story.storyId)) found.set(story.storyId, { ...story, quote });
    }
  return [...found.values()];
}

/** What stands beside each site's figures for these readers. The words are the story's own, read now and never copied. */
export async function placedStories(
  db: CouncilReader,
  readers: Readers,
  siteId?: string,
): Promise<(PlacedStory & { siteId: string })[]> {
  const placed = await readRows<{ id: string; siteId: string; storyId: string; beside: ToldStory['beside'] }>(
    db,
    sql`select id, site_id as "siteId", story_id as "storyId", beside from site_story
      where council_id = ${councilOf(db)} and removed_at is null and site_id = coalesce(${siteId ?? null}::uuid, site_id)
      order by placed_at desc, id limit 200`,
  );
  if (placed.length === 0) return [];
  const stories = new Map((await storiesFor(db, readers)).map((story) => [story.storyId, story]));
  return placed.flatMap((place) => {
    const story = stories.get(place.storyId);
    return story ? [{ ...place, words: story.quote, byWhom: story.name ?? 'Somebody we are alongside' }] : [];
  });
}

/** Puts a story beside a figure. Twice is once; one that is not let out to the council is not there to put. */
export async function placeStory(
  db: CouncilDb,
  siteId: string,
  { storyId, beside }: { storyId: string; beside: ToldStory['beside'] },
): Promise<void> {
  if (!(await storiesFor(db, 'council')).some((story) => story.storyId === storyId)) throw new Unknown();
  await sql`insert into site_story (council_id, id, site_id, story_id, beside, placed_at, placed_by)
    values (${councilOf(db)}, ${newId()}, ${siteId}, ${storyId}, ${beside}, ${nowOf(db)}, ${actorOf(db).accountId})
    on conflict do nothing`.execute(db);
}

export async function removeStory(db: CouncilDb, siteId: string, placedId: string): Promise<void> {
  const { numAffectedRows } =
    await sql`update site_story set removed_at = ${nowOf(db)}, removed_by = ${actorOf(db).accountId}
    where council_id = ${councilOf(db)} and site_id = ${siteId} and id = ${placedId} and removed_at is null`.execute(
      db,
    );
  if (!numAffectedRows) throw new Unknown();
}
