import { sql } from 'kysely';
import {
  actorOf,
  type CouncilDb,
  type CouncilReader,
  councilOf,
  nowOf,
  readRows,
} from '../../platform/db/council.ts';
import { newId } from '../../platform/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../platform/refusal.ts';
import { storiesLetOut } from '../letting-out/let-out.store.ts';
import type { WayTold } from '../story.ts';
import { type Poster, wordsForPoster } from './poster.ts';

/** What the teller chose for posters, if they want any: the part, empty for the whole. */
export async function posterChosen(db: CouncilReader, storyId: string): Promise<{ part: string } | null> {
  const [chosen] = await readRows<{ part: string }>(
    db,
    sql`select part from story_poster where council_id = ${councilOf(db)} and story_id = ${storyId} and ended_at is null`,
  );
  return chosen ?? null;
}

/** A poster as it may be printed just now: null when the story is not for everybody, or its teller wants none. */
export async function posterOf(db: CouncilReader, storyId: string): Promise<Poster | null> {
  const chosen = await posterChosen(db, storyId);
  const [story] = chosen ? await storiesLetOut(db, { audience: 'public', storyId }) : [];
  if (!chosen || !story) return null;
  const words = wordsForPoster(story, chosen.part);
  if (isRefusal(words)) return null;
  const [{ short = '' } = {}] = await readRows<{ short: string }>(
    db,
    sql`select short_of(${storyId}::uuid) as short`,
  );
  return { title: story.title, words, name: story.name, untilOn: story.untilOn, short };
}

export async function mayBePosted(db: CouncilReader, storyId: string): Promise<boolean> {
  return (await posterOf(db, storyId)) !== null;
}

/** The teller's yes to posters, with these words: the last one stands. */
export async function choosePoster(
  db: CouncilDb,
  storyId: string,
  { part, told }: { part: string; told: WayTold },
): Promise<Refusal | null> {
  const [story] = await storiesLetOut(db, { audience: 'public', storyId });
  if (!story)
    return refuse(
      'S-2',
      'a poster is for everybody, and this story is not yet seen by everybody',
      'let everybody see it first; the cooling-off days count',
    );
  const words = wordsForPoster(story, part);
  if (isRefusal(words)) return words;
  await noPoster(db, storyId);
  await sql`insert into story_poster (council_id, id, story_id, part, chosen_at, chosen_by, told)
    values (${councilOf(db)}, ${newId()}, ${storyId}, ${part.trim() === '' ? '' : words}, ${nowOf(db)}, ${actorOf(db).accountId}, ${told})`.execute(
    db,
  );
  return null;
}

/** No more of them are printed. Those that hang somewhere cannot be called back. */
export async function noPoster(db: CouncilDb, storyId: string): Promise<void> {
  await sql`select from story where council_id = ${councilOf(db)} and id = ${storyId} for no key update`.execute(
    db,
  );
  await sql`update story_poster set ended_at = ${nowOf(db)}, ended_by = ${actorOf(db).accountId}
    where council_id = ${councilOf(db)} and story_id = ${storyId} and ended_at is null`.execute(db);
}

/** The council's short name, as it stands in printed addresses. */
export async function councilSlugOf(db: CouncilReader): Promise<string> {
  const [council] = await readRows<{ slug: string }>(
    db,
    sql`select slug from council where council_id = ${councilOf(db)}`,
  );
  return council?.slug ?? '';
}
