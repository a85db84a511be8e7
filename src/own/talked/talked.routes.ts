import { z } from 'zod';
import { StoryPage } from '../../people/people.forms.ts';
import { dayOf } from '../../platform/clock.ts';
import { nowOf } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { ownGet } from '../frame/two-doors.routes.ts';
import { saidOf } from '../say/say.store.ts';
import { TalkedPage } from './talked.pages.tsx';
import { readOwnStory } from './talked.store.ts';

const TalkedQuery = StoryPage.extend({
  year: z.coerce.number().int().min(1880).max(2150).optional(),
});

/** What we talked about, as they read it. */
export function talkedRoutes(house: House): void {
  ownGet(house, '/talked', {
    name: 'Their own page: what we talked about',
    query: TalkedQuery,
    act: async ({ db, own, query }) => {
      const { year = null, before, after_id } = query;
      const place = before && after_id ? { at: new Date(before), id: after_id } : null;
      const story = await readOwnStory(db, own.personId, { year, before: place });
      const said = await saidOf(
        db,
        story.events.map(({ id }) => id),
      );
      const events = story.events.map((event) => ({ ...event, said: said.get(event.id) ?? [] }));
      return { ...story, events, year, isFirst: place === null, today: dayOf(nowOf(db)) };
    },
    page: TalkedPage,
  });
}
