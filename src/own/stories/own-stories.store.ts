import { type Day, dayOf } from '../../platform/clock.ts';
import { type CouncilReader, nowOf } from '../../platform/db/council.ts';
import { Unknown } from '../../platform/http/problems.ts';
import type { Giveaway } from '../../stories/giving-away/giveaways.ts';
import { lookedThrough } from '../../stories/giving-away/giving-away.store.ts';
import {
  type Consent,
  type ConsentDraft,
  consentsOf,
  draftOf,
  teamsAlongside,
} from '../../stories/letting-out/consents.store.ts';
import { type LettingOut, lettingOutOf } from '../../stories/letting-out/letting-out.ts';
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

export interface StoriesValue {
  stories: (StoryLine & { isAsked: boolean })[];
}

/** All their stories, with whether one is being asked about this year. */
export async function readStories(db: CouncilReader, personId: string): Promise<StoriesValue> {
  const today = dayOf(nowOf(db));
  const stories = [];
  for (const story of await storiesOf(db, personId)) {
    const consents = await consentsOf(db, story.id);
    const isAsked = consents.some(({ askOn }) => askOn <= today);
    stories.push({ ...story, isAsked });
  }
  return { stories };
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
  today: Day;
}

/** One of their stories as it stands, with what the mirror shows and what might give them away. */
export async function readStory(db: CouncilReader, personId: string, storyId: string): Promise<StoryValue> {
  const story = await storyOfPerson(db, personId, storyId);
  const version = await latestVersion(db, storyId);
  const face = faceOf(version, whole);
  return {
    ...{ story, version, face, shown: digestOf(face) },
    approvedNumber: (await approvedVersion(db, storyId))?.number ?? null,
    reflections: reflect(version.retelling, mirrorList(await councilSettings(db))),
    giveaways: await lookedThrough(db, personId, version),
    consents: (await consentsOf(db, storyId)).map(({ isSeen: _isSeen, ...chosen }) => chosen),
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
    teams: await teamsAlongside(db, personId),
    rules: lettingOutOf(await councilSettings(db)),
    today: dayOf(nowOf(db)),
  };
}
