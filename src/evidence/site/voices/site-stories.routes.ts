import { evidenceReaders } from '../../../access/roles.ts';
import type { CouncilReader } from '../../../platform/db/council.ts';
import type { House } from '../../../platform/http/house.ts';
import { Unknown } from '../../../platform/http/problems.ts';
import { done, type Shown, shown } from '../../../platform/http/routes.ts';
import { sitesOf } from '../site.store.ts';
import { PlacedPath, PlaceForm, RemoveForm, SitePath } from './site-stories.forms.ts';
import { SiteStoriesPage, type SiteStoriesValue } from './site-stories.pages.tsx';
import { placedStories, placeStory, removeStory, storiesFor } from './site-stories.store.ts';

/** Which stories stand beside a site's figures; each only while its teller lets whoever reads see it. */
export function siteStoryRoutes(house: House): void {
  const readAgain = {
    again: ({ db, params }: { db: CouncilReader; params: { id: string } }) => readSiteStories(db, params.id),
    page: SiteStoriesPage,
  };
  house.get('/evidence/sites/:id/stories', {
    ...{ name: 'Stories beside a site’s figures', may: evidenceReaders, params: SitePath },
    act: readAgain.again,
    page: SiteStoriesPage,
  });
  house.post('/evidence/sites/:id/stories', {
    ...{
      ...readAgain,
      name: 'Put a story beside a figure',
      may: ['site-lead'],
      params: SitePath,
      body: PlaceForm,
    },
    act: async ({ db, params, body }) => {
      await siteOf(db, params.id);
      await placeStory(db, params.id, body);
      return done(`/evidence/sites/${params.id}/stories`, [], 'It stands there while its teller lets it.');
    },
  });
  house.post('/evidence/sites/:id/stories/:placedId/removal', {
    ...{
      ...readAgain,
      name: 'Take a story from beside a figure',
      may: ['site-lead'],
      params: PlacedPath,
      body: RemoveForm,
    },
    act: async ({ db, params }) => {
      await siteOf(db, params.id);
      await removeStory(db, params.id, params.placedId);
      return done(`/evidence/sites/${params.id}/stories`, [], 'It stands there no more.');
    },
  });
}

async function siteOf(db: CouncilReader, id: string): Promise<{ id: string; name: string }> {
  const site = (await sitesOf(db)).find((one) => one.id === id);
  if (!site) throw new Unknown();
  return { id: site.id, name: site.name };
}

async function readSiteStories(db: CouncilReader, id: string): Promise<Shown<SiteStoriesValue>> {
  const site = await siteOf(db, id);
  const stories = (await storiesFor(db, 'council')).map(({ storyId, title, name }) => ({
    storyId,
    title,
    name,
  }));
  return shown({ site, stories, placed: await placedStories(db, 'council', id) });
}
