import { z } from 'zod';
import { dayOf } from '../../platform/clock.ts';
import { type CouncilReader, nowOf } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { wordsOrNothing } from '../../platform/http/reading.ts';
import { storiesLetOut } from '../../stories/letting-out/let-out.store.ts';
import {
  choosePoster,
  councilSlugOf,
  noPoster,
  posterChosen,
  posterOf,
} from '../../stories/posters/posters.store.ts';
import { storyOfPerson } from '../../stories/stories.store.ts';
import { ownGet, ownPost } from '../frame/two-doors.routes.ts';
import { OwnPosterPage, type OwnPosterValue } from './posters.pages.tsx';

const StoryPath = z.object({ story: z.uuid() });
const PosterForm = z.object({
  which: z.enum(['whole', 'part']).default('whole'),
  part: wordsOrNothing(5_000).transform((part) => part ?? ''),
});

/** Posters are their teller's to want: nobody prints one otherwise, and the words on it are of their choosing. */
export function ownPosterRoutes(house: House): void {
  ownGet(house, '/stories/:story/poster', {
    name: 'A poster of a story',
    params: StoryPath,
    act: ({ db, own, params }) => readPoster(db, own.personId, params.story),
    page: OwnPosterPage,
  });
  ownPost(house, '/stories/:story/poster', {
    name: 'Want a poster of a story',
    params: StoryPath,
    body: PosterForm,
    act: async ({ db, own, params, body, told }) => {
      const story = await storyOfPerson(db, own.personId, params.story);
      const { sameWords, chosen } = own.words.posters;
      if (body.which === 'part' && body.part === '') return [{ field: 'part', message: sameWords }];
      const part = body.which === 'part' ? body.part : '';
      const refusal = await choosePoster(db, story.id, { part, told: told ?? 'themselves' });
      if (refusal?.refused === 'S-1') return [{ field: 'part', message: sameWords }];
      return refusal ?? { to: `/stories/${story.id}/poster`, said: chosen };
    },
    again: ({ db, own, params }) => readPoster(db, own.personId, params.story),
    page: OwnPosterPage,
  });
  ownPost(house, '/stories/:story/poster/none', {
    name: 'Want no poster of a story',
    params: StoryPath,
    body: z.object({}),
    act: async ({ db, own, params }) => {
      const story = await storyOfPerson(db, own.personId, params.story);
      await noPoster(db, story.id);
      return { to: `/stories/${story.id}/poster`, said: own.words.posters.stopped };
    },
    again: ({ db, own, params }) => readPoster(db, own.personId, params.story),
    page: OwnPosterPage,
  });
}

/** @throws Unknown when the story is not this person's */
async function readPoster(db: CouncilReader, personId: string, asked: string): Promise<OwnPosterValue> {
  const { id: storyId } = await storyOfPerson(db, personId, asked);
  const open = await storiesLetOut(db, { audience: 'public', storyId });
  return {
    storyId,
    isForEverybody: open.length > 0,
    part: (await posterChosen(db, storyId))?.part ?? '',
    poster: await posterOf(db, storyId),
    councilSlug: await councilSlugOf(db),
    today: dayOf(nowOf(db)),
  };
}
