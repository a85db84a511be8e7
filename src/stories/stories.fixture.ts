import { sql } from 'kysely';
import { actorOf, type CouncilDb, councilOf, nowOf } from '../platform/db/council.ts';
import { newId } from '../platform/ids.ts';
import { isRefusal, type Refusal } from '../platform/refusal.ts';
import { approveVersion } from './approval/approval.store.ts';
import { keepLookedOver } from './giving-away/giving-away.store.ts';
import { beginConsent, giveConsent, keepStep, type Step } from './letting-out/consenting.store.ts';
import { draftOf } from './letting-out/consents.store.ts';
import type { Audience } from './letting-out/letting-out.ts';
import { findVersion, latestVersion, storyOf } from './stories.store.ts';
import { digestOf, faceOf, type StoryPiece, whole } from './story.ts';
import { beginStory } from './telling/telling.store.ts';

/** A story told in a few words, and its teller's yes to them. */
export async function toldAndApproved(
  db: CouncilDb,
  personId: string,
  theirWords = 'I grow leeks for the whole street.',
  pieces: readonly StoryPiece[] = [],
): Promise<string> {
  const told = 'together' as const;
  const storyId = await beginStory(db, personId, { title: 'Leeks', theirWords, pieces, told });
  await approveLatest(db, storyId);
  return storyId;
}

/** The teller's yes to a story as it stands now. */
export async function approveLatest(db: CouncilDb, storyId: string): Promise<Refusal | undefined> {
  const version = await latestVersion(db, storyId);
  const shown = digestOf(faceOf(version, whole));
  return approveVersion(db, storyId, { versionId: version.id, shown, told: 'together', words: 'Yes, that.' });
}

/** A colleague who did not write it finds that it gives nobody away. */
export async function settle(db: CouncilDb, storyId: string): Promise<Refusal | undefined> {
  const { personId } = await storyOf(db, storyId);
  const { id } = await latestVersion(db, storyId);
  return keepLookedOver(db, { personId, versionId: id, decided: 'settled', words: 'Nobody could tell.' });
}

/** All the steps of a yes, with an answer to each; `step` answers otherwise. */
export async function letOut(
  db: CouncilDb,
  storyId: string,
  audience: Audience,
  step: Step = {},
): Promise<Refusal | undefined> {
  const story = await storyOf(db, storyId);
  const begun = await beginConsent(db, story, { audience, teamId: null, told: 'together' });
  if (isRefusal(begun)) return begun;
  await keepStep(db, storyId, {
    ...{ nameShown: 'none', nameTold: null, withPieces: true, months: 12, isFree: 'free' },
    ...{ whoAsked: 'I did', whoWasThere: 'Nobody', ...step },
  });
  const draft = await draftOf(db, storyId);
  const version = await findVersion(db, draft?.versionId ?? '');
  const face = faceOf(version, { name: draft?.nameTold ?? null, withPieces: draft?.withPieces === true });
  return giveConsent(db, story, { shown: digestOf(face), told: 'together' });
}

/** A kept file without its bytes, for a piece of a story. */
export async function pieceKept(
  db: CouncilDb,
  personId: string,
  piece: Omit<StoryPiece, 'fileId'>,
): Promise<StoryPiece> {
  const fileId = newId();
  const type = { picture: 'image/jpeg', sound: 'audio/mpeg', film: 'video/mp4' }[piece.kind];
  await sql`insert into kept_file (council_id, id, person_id, kind, media_type, size, sha256, made_at, made_by)
    values (${councilOf(db)}, ${fileId}, ${personId}, ${piece.kind}, ${type}, 1, sha256('x'), ${nowOf(db)}, ${actorOf(db).accountId})`.execute(
    db,
  );
  return { ...piece, fileId };
}
