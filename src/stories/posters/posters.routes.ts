import { alongsiders } from '../../access/roles.ts';
import { dayOf } from '../../platform/clock.ts';
import { nowOf } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { shown } from '../../platform/http/routes.ts';
import { StoryPath } from '../wall/wall.forms.ts';
import { storyNotHere } from '../wall/wall.store.ts';
import { PosterPage } from './poster.pages.tsx';
import { posterOf } from './posters.store.ts';

/** Posters of stories whose tellers want them, printed by those alongside. */
export function posterRoutes(house: House): void {
  house.get('/stories/wall/:id/poster', {
    name: 'A poster of a story, to print',
    may: alongsiders,
    params: StoryPath,
    audit: 'print',
    act: async ({ db, visit, params }) => {
      const poster = await posterOf(db, params.id);
      if (!poster) throw storyNotHere();
      const { councilSlug } = visit;
      return shown({ poster, councilSlug, today: dayOf(nowOf(db)), back: `/stories/wall/${params.id}` });
    },
    page: PosterPage,
  });
}
