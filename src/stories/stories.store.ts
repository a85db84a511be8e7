import { sql } from 'kysely';
import { type CouncilReader, councilOf, readRows } from '../platform/db/council.ts';
import { Unknown } from '../platform/http/problems.ts';
import type { Approval, StoryPiece, StoryVersion, WayTold } from './story.ts';

/** A story without its words. */
export interface Story {
  id: string;
  personId: string;
  begunAt: Date;
  told: WayTold;
  withdrawnAt: Date | null;
}

const storyColumns = sql`s.id, s.person_id as "personId", s.begun_at as "begunAt", s.told, s.withdrawn_at as "withdrawnAt"`;

/** `Unknown` when there is no such story for whoever asks. */
export async function storyOf(db: CouncilReader, storyId: string): Promise<Story> {
  const [story] = await readRows<Story>(
    db,
    sql`select ${storyColumns} from story s where s.council_id = ${councilOf(db)} and s.id = ${storyId}`,
  );
  if (!story) throw new Unknown();
  return story;
}

/** The same, of one person: somebody else's story is not there. */
export async function storyOfPerson(db: CouncilReader, personId: string, storyId: string): Promise<Story> {
  const story = await storyOf(db, storyId);
  if (story.personId !== personId) throw new Unknown();
  return story;
}

export interface StoryLine extends Story {
  title: string;
}

/** A person's stories, the latest first. */
export async function storiesOf(db: CouncilReader, personId: string, most = 50): Promise<StoryLine[]> {
  return readRows<StoryLine>(
    db,
    sql`select ${storyColumns}, (select v.title from story_version v where v.council_id = s.council_id and v.story_id = s.id
        order by v.number desc limit 1) as title
      from story s where s.council_id = ${councilOf(db)} and s.person_id = ${personId} order by s.begun_at desc, s.id limit ${most}`,
  );
}

type VersionRow = Omit<StoryVersion, 'approval' | 'pieces'> & { pieces: StoryPiece[] } & {
  [Part in keyof Approval]: Approval[Part] | null;
};

const versionColumns = sql`v.id, v.number, v.title, v.their_words as "theirWords", v.retelling, v.shows, v.made_at as "madeAt",
  (select a.name from account a where a.council_id = v.council_id and a.id = v.made_by) as "madeByName", v.retold_by as "retoldBy",
  (select a.name from account a where a.council_id = v.council_id and a.id = v.retold_by) as "retoldByName",
  coalesce((select json_agg(json_build_object('fileId', p.kept_file_id, 'kind', p.kind, 'inWords', p.in_words) order by p.position)
    from story_piece p where p.council_id = v.council_id and p.version_id = v.id), '[]') as pieces,
  y.approved_at as "approvedAt", y.told, y.words, y.shown_sha256 as "shownSha256"`;

const versionsFrom = sql`story_version v left join story_approval y on y.council_id = v.council_id and y.version_id = v.id`;

/** A story as it stands now. */
export async function latestVersion(db: CouncilReader, storyId: string): Promise<StoryVersion> {
  const version = await oneVersion(db, sql`v.story_id = ${storyId} order by v.number desc limit 1`);
  if (!version) throw new Unknown();
  return version;
}

/** The last version its teller said yes to, if there is one. */
export async function approvedVersion(db: CouncilReader, storyId: string): Promise<StoryVersion | null> {
  return oneVersion(db, sql`v.story_id = ${storyId} and y.id is not null order by v.number desc limit 1`);
}

export async function findVersion(db: CouncilReader, versionId: string): Promise<StoryVersion> {
  const version = await oneVersion(db, sql`v.id = ${versionId}`);
  if (!version) throw new Unknown();
  return version;
}

async function oneVersion(db: CouncilReader, which: ReturnType<typeof sql>): Promise<StoryVersion | null> {
  const [row] = await readRows<VersionRow>(
    db,
    sql`select ${versionColumns} from ${versionsFrom} where v.council_id = ${councilOf(db)} and ${which}`,
  );
  if (!row) return null;
  const { approvedAt, told, words, shownSha256, ...version } = row;
  const approval =
    approvedAt && told && shownSha256 ? { approvedAt, told, words: words ?? '', shownSha256 } : null;
  return { ...version, approval };
}

/** Whether a kept file is part of any version of a story. */
export async function isPieceOf(db: CouncilReader, storyId: string, fileId: string): Promise<boolean> {
  const found = await readRows(
    db,
    sql`select p.id from story_piece p join story_version v on v.council_id = p.council_id and v.id = p.version_id
      where p.council_id = ${councilOf(db)} and p.kept_file_id = ${fileId} and v.story_id = ${storyId} limit 1`,
  );
  return found.length > 0;
}

/** A council's own settings, where a rule has numbers that are a council's to change. */
export async function councilSettings(db: CouncilReader): Promise<Record<string, unknown>> {
  const [row] = await readRows<{ settings: Record<string, unknown> }>(
    db,
    sql`select settings from council where council_id = ${councilOf(db)}`,
  );
  return row?.settings ?? {};
}
