import { arrivedFrom } from '../../../src/access/uploads/arrived.store.ts';
import { sitesOf } from '../../../src/evidence/site/site.store.ts';
import { placeStory } from '../../../src/evidence/site/voices/site-stories.store.ts';
import { isNotKept } from '../../../src/people/kept-files/kept-file.ts';
import { keepFile } from '../../../src/people/kept-files/kept-files.store.ts';
import type { CouncilDb } from '../../../src/platform/db/council.ts';
import { approveVersion } from '../../../src/stories/approval/approval.store.ts';
import { keepLookedOver } from '../../../src/stories/giving-away/giving-away.store.ts';
import { beginConsent, giveConsent, keepStep } from '../../../src/stories/letting-out/consenting.store.ts';
import { latestVersion, storyOf } from '../../../src/stories/stories.store.ts';
import { digestOf, faceOf, type StoryPiece, whole } from '../../../src/stories/story.ts';
import { beginStory, changeStory } from '../../../src/stories/telling/telling.store.ts';
import { site } from '../council.ts';
import { drawnEngine } from '../drawn-engine.ts';
import { type StoryTold, storiesTold } from '../stories-told.ts';
import { actAs, allowed, instantOf, known, type Stage } from './stage.ts';

/** Tells the stories some of Saltbeck let others see, by every step and rule there is, so that walls and figures have them. */
export async function letStoriesOut(stage: Stage): Promise<void> {
  for (const story of storiesTold) await tell(stage, story);
}

async function tell(stage: Stage, story: StoryTold): Promise<void> {
  const personId = known(stage.people, story.person);
  const at = instantOf(stage, story.at);
  const storyId = await told(stage, story, personId);
  const { id: versionId } = await latestVersion(stage.db, storyId);
  if (story.lookedOver) {
    const { by, words } = story.lookedOver;
    const looked = { personId, versionId, decided: 'settled', words } as const;
    allowed(await keepLookedOver(await actAs(stage, by, at), looked), `looking over “${story.title}”`);
  }
  await letOut(stage, story, storyId);
  if (story.beside) await placeBeside(stage, storyId, story.beside);
}

/** Written down, told again where it is, and said yes to. */
async function told(stage: Stage, story: StoryTold, personId: string): Promise<string> {
  const { by, at, title, theirWords, told: way, retelling, drawing, yes } = story;
  const db = await actAs(stage, by, instantOf(stage, at));
  const pieces = drawing ? [await drawn(db, personId, drawing)] : [];
  const storyId = await beginStory(db, personId, { title, theirWords, pieces, told: way });
  if (retelling) {
    const writer = await actAs(stage, retelling.by, instantOf(stage, at));
    await changeStory(writer, storyId, 1, { retelling: retelling.words, shows: 'both' });
  }
  const version = await latestVersion(db, storyId);
  const shown = digestOf(faceOf(version, whole));
  const approved = await approveVersion(db, storyId, { versionId: version.id, shown, told: way, words: yes });
  allowed(approved, `the yes to “${title}”`);
  return storyId;
}

async function drawn(db: CouncilDb, personId: string, inWords: string): Promise<StoryPiece> {
  const kept = await keepFile(db, { personId, file: arrivedFrom(await drawnEngine()) });
  if (isNotKept(kept)) throw new Error(`The script’s drawing: ${kept.message}.`);
  return { ...kept, inWords };
}

async function letOut(stage: Stage, story: StoryTold, storyId: string): Promise<void> {
  const { by, at, title, told: way, seenBy: audience, name, drawing, months, whoAsked, whoWasThere } = story;
  const db = await actAs(stage, by, instantOf(stage, at));
  const of = await storyOf(db, storyId);
  const teamId = audience === 'team' ? known(stage.accounts, by).teamId : null;
  allowed(await beginConsent(db, of, { audience, teamId, told: way }), `letting out “${title}”`);
  const chosen = { nameTold: name ?? null, withPieces: drawing !== undefined };
  const nameShown = name ? 'first' : 'none';
  await keepStep(db, storyId, { ...chosen, nameShown, months, whoAsked, whoWasThere, isFree: 'free' });
  const shown = { name: chosen.nameTold, withPieces: chosen.withPieces };
  const face = faceOf(await latestVersion(db, storyId), shown);
  allowed(await giveConsent(db, of, { shown: digestOf(face), told: way }), `the last yes to “${title}”`);
}

async function placeBeside(
  stage: Stage,
  storyId: string,
  { figure, daysAgo }: NonNullable<StoryTold['beside']>,
): Promise<void> {
  const db = await actAs(stage, site.owner, instantOf(stage, { daysAgo, time: '15:30' }));
  const here = (await sitesOf(db)).find(({ name }) => name === site.name);
  if (!here) throw new Error(`The script’s site ${site.name} is not there.`);
  await placeStory(db, here.id, { storyId, beside: figure });
}
