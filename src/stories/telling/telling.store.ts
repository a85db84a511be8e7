import { sql } from 'kysely';
import { tellTimeline } from '../../people/timeline/timeline.store.ts';
import { actorOf, type CouncilDb, councilOf, nowOf } from '../../platform/db/council.ts';
import { Conflict, Unknown } from '../../platform/http/problems.ts';
import { newId } from '../../platform/ids.ts';
import { latestVersion } from '../stories.store.ts';
import type { StoryPiece, StoryVersion, StoryWords, WayTold } from '../story.ts';

/** Begins a story with what was told so far. Nobody but them and those alongside sees it. */
export async function beginStory(
  db: CouncilDb,
  personId: string,
  story: { title: string; theirWords: string; pieces: readonly StoryPiece[]; told: WayTold },
): Promise<string> {
  const id = newId();
  const now = nowOf(db);
  await db
    .insertInto('story')
    .values({
      ...{ council_id: councilOf(db), id, person_id: personId },
      ...{ begun_at: now, begun_by: actorOf(db).accountId, told: story.told },
    })
    .execute();
  const words = { title: story.title, theirWords: story.theirWords, retelling: '', shows: 'words' as const };
  await addVersion(db, id, { ...words, pieces: [...story.pieces], number: 1, retoldBy: null });
  await tellTimeline(db, {
    ...{ personId, at: now, kind: 'story', title: 'A story was begun', link: `/stories/${id}`, sourceId: id },
  });
  return id;
}

/** What may differ in the next version; what is left out stays. Where nothing differs there is none, and a yes stands. */
export type Change = Partial<StoryWords> & { pieces?: readonly StoryPiece[] };

/**
 * S-1: keeps a change as a new version. The one before stays as it was, and so does the yes to it. Two who change the same
 * version meet: the second is shown what the first wrote, beside their own.
 */
export async function changeStory(
  db: CouncilDb,
  storyId: string,
  from: number,
  change: Change,
): Promise<StoryVersion> {
  await lockStory(db, storyId);
  const before = await latestVersion(db, storyId);
  if (before.number !== from)
    throw new Conflict(
      'This story was changed while you were writing.',
      { who: before.madeByName, words: [before.theirWords, before.retelling].filter(Boolean).join('\n\n') },
      [change.theirWords, change.retelling].filter(Boolean).join('\n\n'),
    );
  const next = { ...before, ...change };
  if (readsTheSame(before, next)) return before;
  const isRetold = next.retelling !== before.retelling;
  const retoldBy = next.retelling === '' ? null : isRetold ? actorOf(db).accountId : before.retoldBy;
  await addVersion(db, storyId, { ...next, pieces: [...next.pieces], number: before.number + 1, retoldBy });
  return latestVersion(db, storyId);
}

/** Browsers send the end of a line in two letters where others write one; that is no change. */
const readsTheSame = (one: Required<Change>, other: Required<Change>): boolean =>
  partsOf(one) === partsOf(other);

const partsOf = ({ title, theirWords, retelling, shows, pieces }: Required<Change>): string =>
  JSON.stringify(
    [title, theirWords, retelling, shows, ...pieces.flatMap(({ fileId, inWords }) => [fileId, inWords])].map(
      (part) => part.replaceAll('\r\n', '\n').trim(),
    ),
  );

/** One change of a story at a time: whoever comes second waits here. */
export async function lockStory(db: CouncilDb, storyId: string): Promise<void> {
  const { rows } =
    await sql`select id from story where council_id = ${councilOf(db)} and id = ${storyId} for update`.execute(
      db,
    );
  if (rows.length === 0) throw new Unknown();
}

type NewVersion = StoryWords & Pick<StoryVersion, 'number' | 'retoldBy' | 'pieces'>;

async function addVersion(db: CouncilDb, storyId: string, version: NewVersion): Promise<void> {
  const id = newId();
  const council_id = councilOf(db);
  await db
    .insertInto('story_version')
    .values({
      ...{ council_id, id, story_id: storyId, number: version.number, title: version.title },
      ...{ their_words: version.theirWords, retelling: version.retelling, shows: version.shows },
      ...{ made_at: nowOf(db), made_by: actorOf(db).accountId, retold_by: version.retoldBy },
    })
    .execute();
  const pieces = version.pieces.map(({ fileId, kind, inWords }, position) => ({
    ...{ council_id, id: newId(), version_id: id, position },
    ...{ kept_file_id: fileId, kind, in_words: inWords },
  }));
  if (pieces.length > 0) await db.insertInto('story_piece').values(pieces).execute();
}
