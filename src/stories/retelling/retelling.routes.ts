import { alongsiders } from '../../access/roles.ts';
import { diedOn } from '../../people/death/death.store.ts';
import { openPerson } from '../../people/opening.store.ts';
import type { CouncilReader } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { Forbidden, Unknown } from '../../platform/http/problems.ts';
import { done, type Shown, shown } from '../../platform/http/routes.ts';
import { refuse } from '../../platform/refusal.ts';
import { keepLookedOver } from '../giving-away/giving-away.store.ts';
import { keepAsked, takeDown } from '../letting-out/consenting.store.ts';
import { findConsent } from '../letting-out/consents.store.ts';
import { approvedVersion, type Story, storyOf } from '../stories.store.ts';
import { changeStory } from '../telling/telling.store.ts';
import { type RetellingValue, readRetelling, storiesInMaking } from './in-making.store.ts';
import {
  AskedForm,
  AskedPath,
  LookedOverForm,
  RetellingForm,
  StoryPath,
  TakeDownForm,
} from './retelling.forms.ts';
import { RetellingPage } from './retelling.pages.tsx';
import { StoriesInMakingPage } from './stories-in-making.pages.tsx';

/** For those alongside: stories in the making, told again beside their teller’s words, and looked over. */
export function retellingRoutes(house: House): void {
  house.get('/stories', {
    name: 'Stories of people we are alongside',
    may: alongsiders,
    act: async ({ db }) => {
      const stories = await storiesInMaking(db);
      return shown({ stories }, [...new Set(stories.map(({ personId }) => personId))]);
    },
    page: StoriesInMakingPage,
  });
  house.get('/stories/:id', {
    ...{ name: 'A story, and how it is told again', may: alongsiders, params: StoryPath },
    act: ({ db, params }) => readPage(db, params.id),
    page: RetellingPage,
  });
  house.post('/stories/:id/retelling', {
    ...{
      name: 'Tell a story again by what is strong',
      may: alongsiders,
      params: StoryPath,
      body: RetellingForm,
    },
    act: async ({ db, params, body }) => {
      const story = await openToWrite(db, params.id);
      await changeStory(db, story.id, body.version, { retelling: body.retelling });
      const said = 'Kept. It is theirs to say yes to: read it with them.';
      return done(`/stories/${story.id}`, [story.personId], said);
    },
    again: ({ db, params }) => readPage(db, params.id),
    page: RetellingPage,
  });
  lookingOverRoutes(house);
  afterDeathRoute(house);
}

function lookingOverRoutes(house: House): void {
  house.post('/stories/:id/looked-over', {
    ...{ name: 'Look over whether a story gives anybody away', may: alongsiders },
    ...{ params: StoryPath, body: LookedOverForm },
    act: async ({ db, params, body }) => {
      const { id, personId } = await openToWrite(db, params.id);
      if ((await approvedVersion(db, id))?.id !== body.versionId) throw new Unknown();
      const refusal = await keepLookedOver(db, { personId, ...body });
      return refusal ?? done(`/stories/${id}`, [personId], 'Kept. Tell them what you found.');
    },
    again: ({ db, params }) => readPage(db, params.id),
    page: RetellingPage,
  });
  house.post('/stories/:id/asked/:consentId', {
    ...{ name: 'Keep that somebody was asked whether their story may stay', may: alongsiders },
    ...{ params: AskedPath, body: AskedForm },
    act: async ({ db, params }) => {
      const { id, personId } = await openToWrite(db, params.id);
      await keepAsked(db, (await findConsent(db, id, params.consentId)).id);
      return done(`/stories/${id}`, [personId], 'Kept. Without their answer it comes down by itself.');
    },
    again: ({ db, params }) => readPage(db, params.id),
    page: RetellingPage,
  });
}

/** S-8: a teller who has died cannot take their story down; for those close to them whoever is alongside can. */
function afterDeathRoute(house: House): void {
  house.post('/stories/:id/take-down', {
    ...{ name: 'Take down the story of somebody who has died', may: alongsiders },
    ...{ params: StoryPath, body: TakeDownForm },
    act: async ({ db, params, body }) => {
      const story = await openStory(db, params.id);
      if (!(await diedOn(db, story.personId)))
        return refuse(
          'S-8',
          'a story is its teller’s to take down',
          'take it down with them, from their own page',
        );
      await takeDown(db, story, body.told);
      return done(`/stories/${story.id}`, [story.personId], 'It is down, everywhere here.');
    },
    again: ({ db, params }) => readPage(db, params.id),
    page: RetellingPage,
  });
}

/** W5: a story opens to whoever the record of its teller opens to. */
async function openStory(db: CouncilReader, storyId: string): Promise<Story> {
  const story = await storyOf(db, storyId);
  await openPerson(db, story.personId);
  return story;
}

/** Nobody writes more of a story whose teller can no longer say yes or no to it. */
async function openToWrite(db: CouncilReader, storyId: string): Promise<Story> {
  const story = await openStory(db, storyId);
  if (await diedOn(db, story.personId))
    throw new Forbidden('They have died. Nothing more is written of their story.', {
      href: `/stories/${story.id}`,
      text: 'Go to the story',
    });
  return story;
}

async function readPage(db: CouncilReader, storyId: string): Promise<Shown<RetellingValue>> {
  const { personId, reason } = await openPerson(db, (await storyOf(db, storyId)).personId);
  return shown(await readRetelling(db, storyId), [personId], reason ?? undefined);
}
