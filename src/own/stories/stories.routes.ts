import { takeFiles } from '../../access/uploads/uploads.store.ts';
import { isNotKept, mostBytesOfForm } from '../../people/kept-files/kept-file.ts';
import { keepFile } from '../../people/kept-files/kept-files.store.ts';
import type { House } from '../../platform/http/house.ts';
import type { Problem } from '../../platform/http/problems.ts';
import { approveVersion } from '../../stories/approval/approval.store.ts';
import { takeDown } from '../../stories/letting-out/consenting.store.ts';
import { storyOfPerson } from '../../stories/stories.store.ts';
import { beginStory, changeStory } from '../../stories/telling/telling.store.ts';
import { refusedFile } from '../frame/refused-file.ts';
import { ownGet, ownPost } from '../frame/two-doors.routes.ts';
import { ApprovePage } from './approve.pages.tsx';
import { ChangePage } from './change.pages.tsx';
import { letOutRoutes } from './letting-out/let-out.routes.ts';
import { readStories, readStory } from './own-stories.store.ts';
import { pieceRoutes } from './pieces.routes.ts';
import { ApproveForm, BeginForm, ChangeForm, StoryPath } from './stories.forms.ts';
import { BeginPage, StoriesPage } from './stories.pages.tsx';
import { StoryPage } from './story.pages.tsx';

/** Stories: told, changed, and said yes to exactly as they are shown. */
export function storiesRoutes(house: House): void {
  ownGet(house, '/stories', {
    name: 'Their stories',
    act: ({ db, own }) => readStories(db, own.personId),
    page: StoriesPage,
  });
  beginRoutes(house);
  ownGet(house, '/stories/:story', {
    name: 'One of their stories',
    params: StoryPath,
    act: ({ db, own, params }) => readStory(db, own.personId, params.story),
    page: StoryPage,
  });
  changeRoutes(house);
  approveRoutes(house);
  pieceRoutes(house);
  letOutRoutes(house);
}

function beginRoutes(house: House): void {
  for (const door of ['/my', '/people/:id/together'])
    takeFiles(house, `${door}/stories/begin`, mostBytesOfForm);
  ownGet(house, '/stories/begin', { name: 'Tell a story', act: async () => ({}), page: BeginPage });
  ownPost(house, '/stories/begin', {
    name: 'Tell a story',
    body: BeginForm,
    act: async ({ db, own, body, told }) => {
      const { title, theirWords, file, inWords } = body;
      const { lacks } = own.words.stories;
      if (!theirWords && !file) return [missing('theirWords', lacks.something)];
      const kept = file ? await keepFile(db, { personId: own.personId, file }) : null;
      if (isNotKept(kept)) return [refusedFile(own, kept)];
      const pieces = kept ? [{ ...kept, inWords }] : [];
      const story = { title, theirWords, pieces, told: told ?? 'themselves' } as const;
      const storyId = await beginStory(db, own.personId, story);
      return { to: `/stories/${storyId}`, said: own.words.stories.kept, made: { storyId } };
    },
    again: async () => ({}),
    page: BeginPage,
  });
}

function changeRoutes(house: House): void {
  ownGet(house, '/stories/:story/words', {
    name: 'Change a story',
    params: StoryPath,
    act: ({ db, own, params }) => readStory(db, own.personId, params.story),
    page: ChangePage,
  });
  ownPost(house, '/stories/:story/words', {
    name: 'Change a story',
    params: StoryPath,
    body: ChangeForm,
    act: async ({ db, own, params, body, told }) => {
      const { earlier, version, ...words } = body;
      const story = await storyOfPerson(db, own.personId, params.story);
      await changeStory(db, story.id, version, words);
      if (earlier === 'down') await takeDown(db, story, told ?? 'themselves');
      return { to: `/stories/${story.id}`, said: own.words.stories.changed };
    },
    again: ({ db, own, params }) => readStory(db, own.personId, params.story),
    page: ChangePage,
  });
}

function approveRoutes(house: House): void {
  ownGet(house, '/stories/:story/yes', {
    name: 'Read a story as others would, and say yes to it',
    params: StoryPath,
    act: ({ db, own, params }) => readStory(db, own.personId, params.story),
    page: ApprovePage,
  });
  ownPost(house, '/stories/:story/yes', {
    name: 'Say yes to a story exactly as it is shown',
    params: StoryPath,
    body: ApproveForm,
    act: async ({ db, own, params, body, told }) => {
      const story = await storyOfPerson(db, own.personId, params.story);
      const refusal = await approveVersion(db, story.id, { ...body, told: told ?? 'themselves' });
      return refusal ?? { to: `/stories/${story.id}`, said: own.words.stories.approved };
    },
    again: ({ db, own, params }) => readStory(db, own.personId, params.story),
    page: ApprovePage,
  });
}

const missing = (field: string, message: string): Problem => ({ field, message });
