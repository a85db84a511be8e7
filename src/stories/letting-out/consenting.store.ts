import { sql } from 'kysely';
import { tellTimeline } from '../../people/timeline/timeline.store.ts';
import { addDays, addMonths, dayOf } from '../../platform/clock.ts';
import { actorOf, type CouncilDb, councilOf, nowOf } from '../../platform/db/council.ts';
import { Conflict, Unknown } from '../../platform/http/problems.ts';
import { newId } from '../../platform/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../platform/refusal.ts';
import { givesProtectedAway } from '../giving-away/giveaways.ts';
import { knownOf, lookedOverOf, textOf } from '../giving-away/giving-away.store.ts';
import { noPoster } from '../posters/posters.store.ts';
import { approvedVersion, councilSettings, findVersion, type Story } from '../stories.store.ts';
import { digestOf, faceOf, type StoryVersion, type WayTold } from '../story.ts';
import { lockStory } from '../telling/telling.store.ts';
import { type ConsentDraft, draftOf, isKeptFromWalls, teamsAlongside } from './consents.store.ts';
import {
  type Audience,
  type LettingOutFacts,
  lettingOutOf,
  mayBeAskedFor,
  mayLetOut,
  timesOf,
} from './letting-out.ts';

/** Begins to put a yes together, for the version last said yes to. One at a time: an unfinished one before it is let go of. */
export async function beginConsent(
  db: CouncilDb,
  story: Story,
  to: { audience: Audience; teamId: string | null; told: WayTold },
): Promise<Refusal | undefined> {
  await lockStory(db, story.id);
  const version = await approvedVersion(db, story.id);
  if (!version) return refuse('S-1', 'you have not said yes to the words yet', 'read them and say yes');
  const teamId = to.audience === 'team' ? await teamFor(db, story.personId, to.teamId) : null;
  if (isRefusal(teamId)) return teamId;
  const refusal = mayBeAskedFor(await protection(db, story.personId, version, { ...to, teamId }));
  if (refusal) return refusal;
  await endConsents(db, story.id, to.told, sql`given_at is null`);
  await db
    .insertInto('story_consent')
    .values({
      ...{ council_id: councilOf(db), id: newId(), story_id: story.id, version_id: version.id },
      ...{ audience: to.audience, team_id: teamId, begun_at: nowOf(db), begun_by: actorOf(db).accountId },
      ...(version.pieces.length === 0 ? { with_pieces: false } : {}),
    })
    .execute();
  return undefined;
}

/**
 * S-1: a yes that is being put together goes on to the version said yes to last, so that nobody finishes it for words they
 * have changed since. Where there are pictures now, they are asked about again.
 */
export async function carryOn(
  db: CouncilDb,
  storyId: string,
  version: Pick<StoryVersion, 'id' | 'pieces'>,
): Promise<void> {
  await sql`update story_consent set version_id = ${version.id}, with_pieces = ${version.pieces.length > 0 ? null : false}
    where council_id = ${councilOf(db)} and story_id = ${storyId} and given_at is null and ended_at is null
      and version_id <> ${version.id}`.execute(db);
}

async function teamFor(db: CouncilDb, personId: string, wanted: string | null): Promise<string | Refusal> {
  const teams = await teamsAlongside(db, personId);
  const team = teams.find(({ id }) => id === wanted) ?? teams[0];
  return team?.id ?? refuse('S-2', 'no team is alongside you just now', 'choose who else may see it');
}

async function protection(
  db: CouncilDb,
  personId: string,
  version: StoryVersion,
  to: { audience: Audience; teamId: string | null },
): Promise<Pick<LettingOutFacts, 'audience' | 'isKeptFromWalls' | 'givesAddressAway'>> {
  return {
    audience: to.audience,
    isKeptFromWalls: await isKeptFromWalls(db, personId, to.teamId),
    givesAddressAway: givesProtectedAway(textOf(version), await knownOf(db, personId)),
  };
}

/** What one page of the steps asks. */
export type Step = Partial<
  Pick<
    ConsentDraft,
    'nameShown' | 'nameTold' | 'withPieces' | 'months' | 'whoAsked' | 'whoWasThere' | 'isFree'
  >
>;

/** Keeps what was answered on one page of the steps. */
export async function keepStep(db: CouncilDb, storyId: string, step: Step): Promise<void> {
  await lockStory(db, storyId);
  const draft = await draftOf(db, storyId);
  if (!draft) throw new Unknown();
  const { nameShown, nameTold, withPieces, months, whoAsked, whoWasThere, isFree } = { ...draft, ...step };
  await sql`update story_consent set name_shown = ${nameShown}, name_told = ${nameTold}, with_pieces = ${withPieces},
      months = ${months}, who_asked = ${whoAsked}, who_was_there = ${whoWasThere}, is_free = ${isFree}
    where council_id = ${councilOf(db)} and id = ${draft.id}`.execute(db);
}

/**
 * Gives the yes that was put together, to exactly what was shown (S-1), or says why not yet. Who may see it, from when and
 * until when are fixed here; what changes later is another yes.
 */
export async function giveConsent(
  db: CouncilDb,
  story: Story,
  yes: { shown: string; told: WayTold },
): Promise<Refusal | undefined> {
  await lockStory(db, story.id);
  const draft = await draftOf(db, story.id);
  if (!draft) throw new Unknown();
  const version = await findVersion(db, draft.versionId);
  const refusal = unanswered(draft) ?? mayLetOut(await factsOf(db, story, draft, version));
  if (refusal) return refusal;
  const shown = digestOf(faceOf(version, { name: draft.nameTold, withPieces: draft.withPieces === true }));
  if (shown !== yes.shown)
    throw new Conflict(
      'What is shown changed while you were looking.',
      { who: 'Now', words: version.title },
      '',
    );
  const settings = await councilSettings(db);
  const now = nowOf(db);
  const given = { audience: draft.audience, months: draft.months ?? 0 };
  const times = timesOf(given, lettingOutOf(settings), now, dayOf(now));
  await sql`update story_consent set shown_sha256 = ${shown}, given_at = ${now}, given_by = ${actorOf(db).accountId},
      told = ${yes.told}, from_at = ${times.fromAt}, until_on = ${times.untilOn}, ask_on = ${times.askOn},
      silent_until_on = ${times.silentUntilOn}
    where council_id = ${councilOf(db)} and id = ${draft.id}`.execute(db);
  await onTimeline(db, story, 'A yes to letting a story be seen');
  return undefined;
}

/** S-2: a name or none, with pictures or without, and until when: each is asked. */
function unanswered({ nameShown, withPieces, months }: ConsentDraft): Refusal | undefined {
  return nameShown === null || withPieces === null || months === null
    ? refuse('S-2', 'something has not been asked yet', 'go back and choose')
    : undefined;
}

async function factsOf(
  db: CouncilDb,
  story: Story,
  draft: ConsentDraft,
  version: StoryVersion,
): Promise<LettingOutFacts> {
  return {
    ...(await protection(db, story.personId, version, draft)),
    isApproved: version.approval !== null,
    pieces: draft.withPieces ? version.pieces : [],
    isSettled: (await lookedOverOf(db, version.id))?.decided === 'settled',
    ...{ whoAsked: draft.whoAsked, whoWasThere: draft.whoWasThere, isFree: draft.isFree },
  };
}

/** S-4: still all right for another year; their end stays as it was. */
export async function stillAllRight(db: CouncilDb, consentId: string): Promise<void> {
  const { askAfterMonths, answerWithinDays } = lettingOutOf(await councilSettings(db));
  const askOn = addMonths(dayOf(nowOf(db)), askAfterMonths);
  await sql`update story_consent set ask_on = ${askOn}, silent_until_on = ${addDays(askOn, answerWithinDays)},
      asked_at = null, asked_by = null
    where council_id = ${councilOf(db)} and id = ${consentId} and given_at is not null and ended_at is null`.execute(
    db,
  );
}

/** S-4: that they were asked this year, by whom. Asking moves no day. */
export async function keepAsked(db: CouncilDb, consentId: string): Promise<void> {
  await sql`update story_consent set asked_at = ${nowOf(db)}, asked_by = ${actorOf(db).accountId}
    where council_id = ${councilOf(db)} and id = ${consentId} and given_at is not null and ended_at is null`.execute(
    db,
  );
}

/** Takes one yes back: in its cooling-off days it never stood, and what stood before it goes on. */
export async function takeBack(db: CouncilDb, story: Story, consentId: string, told: WayTold): Promise<void> {
  await lockStory(db, story.id);
  await endConsents(db, story.id, told, sql`id = ${consentId}`);
  await onTimeline(db, story, 'A story was taken down from one place');
}

/** S-8: takes a story down everywhere, at once: no wall, search, export, page or poster has it once this is kept. */
export async function takeDown(db: CouncilDb, story: Story, told: WayTold): Promise<void> {
  await lockStory(db, story.id);
  await endConsents(db, story.id, told, sql`true`);
  await noPoster(db, story.id);
  await sql`update story set withdrawn_at = ${nowOf(db)}, withdrawn_by = ${actorOf(db).accountId}, withdrawn_told = ${told}
    where council_id = ${councilOf(db)} and id = ${story.id}`.execute(db);
  await onTimeline(db, story, 'A story was taken down');
}

async function endConsents(
  db: CouncilDb,
  storyId: string,
  told: WayTold,
  which: ReturnType<typeof sql>,
): Promise<void> {
  await sql`update story_consent set ended_at = ${nowOf(db)}, ended_by = ${actorOf(db).accountId}, ended_told = ${told}
    where council_id = ${councilOf(db)} and story_id = ${storyId} and ended_at is null and ${which}`.execute(
    db,
  );
}

async function onTimeline(db: CouncilDb, story: Story, title: string): Promise<void> {
  const at = nowOf(db);
  await tellTimeline(db, {
    ...{
      personId: story.personId,
      at,
      kind: 'story',
      title,
      link: `/stories/${story.id}`,
      sourceId: story.id,
    },
  });
}
