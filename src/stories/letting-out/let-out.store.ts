import { sql } from 'kysely';
import { type Day, dayOf } from '../../platform/clock.ts';
import { actorOf, type CouncilReader, councilOf, nowOf, readRows } from '../../platform/db/council.ts';
import { digestOf, faceOf, type StoryFace, type StoryPiece, type StoryWords, whole } from '../story.ts';
import type { Audience } from './letting-out.ts';

/** A story as an audience sees it: exactly what its teller saw and said yes to, and never whose record it is. */
export interface StoryLetOut extends StoryFace {
  storyId: string;
  begunAt: Date;
  fromAt: Date;
  untilOn: Day;
}

type LetOutRow = StoryWords & {
  storyId: string;
  begunAt: Date;
  fromAt: Date;
  untilOn: Day;
  nameTold: string | null;
  withPieces: boolean;
  pieces: StoryPiece[];
  approvedSha256: string;
  shownSha256: string;
};

/**
 * The only way a story comes to a wall, a search, an export, a page of figures, a poster or a pack (S-1 to S-9): what is let
 * out to this audience at this instant. For a team, to the teams of whoever asks. What no longer reads as it did when its
 * teller said yes is left out, whoever changed it.
 * @example await storiesLetOut(db, { audience: 'public' })
 */
export async function storiesLetOut(
  db: CouncilReader,
  to: { audience: Audience; storyId?: string },
  most = 200,
): Promise<StoryLetOut[]> {
  const now = nowOf(db);
  const rows = await readRows<LetOutRow>(
    db,
    sql`select o.story_id as "storyId", o.title, o.their_words as "theirWords", o.retelling, o.shows, o.name_told as "nameTold",
        o.with_pieces as "withPieces", o.approved_sha256 as "approvedSha256", o.shown_sha256 as "shownSha256",
        o.begun_at as "begunAt", o.from_at as "fromAt", o.until_on as "untilOn",
        coalesce((select json_agg(json_build_object('fileId', p.kept_file_id, 'kind', p.kind, 'inWords', p.in_words) order by p.position)
          from story_piece p where p.council_id = o.council_id and p.version_id = o.version_id), '[]') as pieces
      from stories_let_out(${now}, ${dayOf(now)}) o
      where o.council_id = ${councilOf(db)} and o.audience = ${to.audience}
        and (o.team_id is null or o.team_id = any (${actorOf(db).teamIds}::uuid[]))
        and o.story_id = coalesce(${to.storyId ?? null}::uuid, o.story_id)
      order by o.from_at desc, o.story_id limit ${most}`,
  );
  return rows.flatMap(asShown);
}

/** Whether a kept file may be heard or seen by this audience just now. Asked for every file, each time. */
export async function fileLetOut(db: CouncilReader, audience: Audience, fileId: string): Promise<boolean> {
  const holding = await readRows<{ id: string }>(
    db,
    sql`select distinct v.story_id as id from story_piece p
      join story_version v on v.council_id = p.council_id and v.id = p.version_id
      where p.council_id = ${councilOf(db)} and p.kept_file_id = ${fileId}`,
  );
  for (const { id } of holding) {
    const [story] = await storiesLetOut(db, { audience, storyId: id });
    if (story?.pieces.some((piece) => piece.fileId === fileId)) return true;
  }
  return false;
}

/** S-1: nothing but what was shown. Anything else is not shown at all. */
function asShown(row: LetOutRow): StoryLetOut[] {
  const { storyId, begunAt, fromAt, untilOn } = row;
  const face = faceOf(row, { name: row.nameTold, withPieces: row.withPieces });
  const isAsApproved = digestOf(faceOf(row, whole)) === row.approvedSha256;
  if (!isAsApproved || digestOf(face) !== row.shownSha256) return [];
  return [{ ...face, storyId, begunAt, fromAt, untilOn }];
}
