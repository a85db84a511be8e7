import { z } from 'zod';
import { alongsiders } from '../../access/roles.ts';
import { dayOf } from '../../platform/clock.ts';
import { nowOf } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { shown } from '../../platform/http/routes.ts';
import { openPerson } from '../opening.store.ts';
import { PersonPath, StoryPage } from '../people.forms.ts';
import { identityOf } from '../people.store.ts';
import { WholeStoryPage } from './whole-story.pages.tsx';
import { readWholeStory } from './whole-story.store.ts';
import { storyParts } from './whole-story.ts';

const orNothing = z.literal('').transform(() => undefined);
const StoryQuery = StoryPage.extend({
  q: z.string().trim().max(200).optional(),
  year: z.union([orNothing, z.coerce.number().int().min(1880).max(2150)]).optional(),
  part: z.union([orNothing, z.enum(storyParts)]).optional(),
});

/** The whole of one person's story, to be read or looked through. */
export function wholeStoryRoutes(house: House): void {
  house.get('/people/:id/story', {
    name: 'A person’s whole story',
    may: alongsiders,
    params: PersonPath,
    query: StoryQuery,
    act: async ({ db, params, query }) => {
      const { personId, reason } = await openPerson(db, params.id);
      const { part, year, q, before, after_id } = query;
      const asked = {
        part: part ?? null,
        year: year ?? null,
        q: q ?? '',
        before: before && after_id ? { at: new Date(before), id: after_id } : null,
      };
      const value = {
        identity: await identityOf(db, personId),
        today: dayOf(nowOf(db)),
        asked,
        story: await readWholeStory(db, personId, asked),
      };
      return shown(value, [personId], reason ?? undefined);
    },
    page: WholeStoryPage,
  });
}
