import { type Day, dayOf } from '../../platform/clock.ts';
import { type CouncilReader, nowOf } from '../../platform/db/council.ts';
import { Unknown } from '../../platform/http/problems.ts';
import type { Giveaway } from '../../stories/giving-away/giveaways.ts';
import { type LookedOver, lookedOverOf, lookedThrough } from '../../stories/giving-away/giving-away.store.ts';
import {
  type Consent,
  type ConsentDraft,
  consentsOf,
  consentsOfPerson,
  draftOf,
  teamsAlongside,
} from '../../stories/letting-out/consents.store.ts';
import { isAskedAbout, type LettingOut, lettingOutOf } from '../../stories/letting-out/letting-out.ts';
import { mirrorList, type Reflection, reflect } from '../../stories/mirror/mirror.ts';
import {
  approvedVersion,
  councilSettings,
  findVersion,
  latestVersion,
  type Story,
  type StoryLine,
  storiesOf,
  storyOfPerson,
} from '../../stories/stories.store.ts';
import { digestOf, faceOf, type StoryFace, type StoryVersion, whole } from '../../stories/story.ts';
import { stepReached } from './letting-out/steps.ts';

export interface StoriesValue {
  stories: (StoryLine & { isAsked: boolean })[];
}

/** All their stories, with whether one is being asked about this year. */
export async function readStories(db: CouncilReader, personId: string): Promise<StoriesValue> {
  const today = dayOf(nowOf(db));
  const asked = (await consentsOfPerson(db, personId)).filter((consent) => isAskedAbout(consent, today));
  const stories = await storiesOf(db, personId);
  return {
    stories: stories.map((one) => ({ ...one, isAsked: asked.some(({ storyId }) => storyId === one.id) })),
  };
}

/** What they chose. Whether it is up just now may hang on what is held back from them, and is on no page of theirs (W1). */
export type OwnConsent = Omit<Consent, 'isSeen'>;

export interface StoryValue {
  story: Story;
  version: StoryVersion;
  face: StoryFace;
  /** Of all that is shown, for the yes to it (S-1). */
  shown: string;
  /** The last version they said yes to. */
  approvedNumber: number | null;
  reflections: Reflection[];
  giveaways: Giveaway[];
  consents: OwnConsent[];
  /** A yes they began and have not given. */
  unfinished: Unfinished | null;
  today: Day;
}

/** How far a yes in the making has come: what they have still to choose, or what somebody who looked made of it (S-6). */
export interface Unfinished {
  stands: 'begun' | 'looking' | 'settled' | 'not-yet';
  /** What whoever looked wrote. */
  found: string | null;
}

function unfinishedOf(draft: ConsentDraft, hasPieces: boolean, looked: LookedOver | null): Unfinished {
  const isWhole = stepReached(draft, hasPieces) === 'look';
  if (draft.audience !== 'public' || !isWhole) return { stands: 'begun', found: null };
  return { stands: looked?.decided ?? 'looking', found: looked?.words ?? null };
}

/** One of their stories as it stands, with what the mirror shows and what might give them away. */
export async function readStory(db: CouncilReader, personId: string, storyId: string): Promise<StoryValue> {
  const story = await storyOfPerson(db, personId, storyId);
  const version = await latestVersion(db, storyId);
  const face = faceOf(version, whole);
  const draft = await draftOf(db, storyId);
  return {
    ...{ story, version, face, shown: digestOf(face) },
    approvedNumber: (await approvedVersion(db, storyId))?.number ?? null,
    reflections: reflect(version.retelling, mirrorList(await councilSettings(db))),
    giveaways: await lookedThrough(db, personId, version),
    consents: (await consentsOf(db, storyId)).map(({ isSeen: _isSeen, ...chosen }) => chosen),
    unfinished:
      draft && unfinishedOf(draft, version.pieces.length > 0, await lookedOverOf(db, draft.versionId)),
    today: dayOf(nowOf(db)),
  };
}

export interface StepValue {
  story: Story;
  draft: ConsentDraft | null;
  /** What they would see, with what was chosen so far. */
  face: StoryFace;
  shown: string;
  hasPieces: boolean;
  /** S-6, S-9: what comes before everybody may see it; null where nothing does. */
  first: 'words' | 'look' | null;
  teams: { id: string; name: string }[];
  rules: LettingOut;
  today: Day;
}

/** One page of the steps to a yes. Before the first answer it shows the version they last said yes to. */
export async function readStep(db: CouncilReader, personId: string, storyId: string): Promise<StepValue> {
  const story = await storyOfPerson(db, personId, storyId);
  const draft = await draftOf(db, storyId);
  const version = draft ? await findVersion(db, draft.versionId) : await approvedVersion(db, storyId);
  if (!version) throw new Unknown();
  const face = faceOf(version, { name: draft?.nameTold ?? null, withPieces: draft?.withPieces === true });
  return {
    ...{ story, draft, face, shown: digestOf(face), hasPieces: version.pieces.length > 0 },
    first: draft?.audience === 'public' ? await firstForEverybody(db, version.id, face) : null,
    teams: await teamsAlongside(db, personId),
    rules: lettingOutOf(await councilSettings(db)),
    today: dayOf(nowOf(db)),
  };
}

async function firstForEverybody(
  db: CouncilReader,
  versionId: string,
  { pieces }: StoryFace,
): Promise<StepValue['first']> {
  if (pieces.some(({ inWords }) => inWords.trim() === '')) return 'words';
  return (await lookedOverOf(db, versionId))?.decided === 'settled' ? null : 'look';
}
