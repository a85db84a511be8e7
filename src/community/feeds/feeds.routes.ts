import type { Role } from '../../access/roles.ts';
import type { CouncilReader } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { done, shown } from '../../platform/http/routes.ts';
import { readConcerns } from '../learnt.store.ts';
import { ImportPath, RecordsQuery } from './feeds.forms.ts';
import { FeedsPage, RecordsPage } from './feeds.pages.tsx';
import { readImports, readRecords } from './import-lines.store.ts';
import { addFeed, readFeeds } from './upkeep/feeds.store.ts';
import { DirectoryForm } from './upkeep/upkeep.forms.ts';
import { nameProblems, upkeepRoutes } from './upkeep/upkeep.routes.ts';

/** Those who keep the directory right. */
export const directoryEditors = ['directory-editor'] as const satisfies readonly Role[];

/** Records shown at once. */
const most = 50;

/** For the directory's editor: how each reading of a feed went, and every record with what was found in it. */
export function feedRoutes(house: House): void {
  house.get('/community/feeds', {
    name: 'Directories we read from',
    may: directoryEditors,
    act: async ({ db }) => shown(await feedsValue(db)),
    page: FeedsPage,
  });
  house.post('/community/feeds', {
    name: 'Add a directory to read from',
    may: directoryEditors,
    body: DirectoryForm,
    act: async ({ db, body }) => {
      const problems = await nameProblems(db, body.name, null);
      if (problems.length > 0) return problems;
      const feedId = await addFeed(db, body);
      return done(`/community/directories/${feedId}`, [], 'Added. It will be read within a minute.', {
        feedId,
      });
    },
    again: async ({ db }) => shown(await feedsValue(db)),
    page: FeedsPage,
  });
  upkeepRoutes(house, directoryEditors);
  house.get('/community/feeds/:id', {
    name: 'What was found in a feed',
    may: directoryEditors,
    params: ImportPath,
    query: RecordsQuery,
    act: async ({ db, params, query }) => {
      const wanted = { outcome: query.outcome, offset: (query.page - 1) * most, most };
      const { line, records } = await readRecords(db, params.id, wanted);
      return shown({ line, records, ...query, pages: Math.ceil(line[query.outcome] / most) });
    },
    page: RecordsPage,
  });
}

async function feedsValue(db: CouncilReader) {
  return {
    feeds: await readFeeds(db),
    imports: await readImports(db),
    concerns: await readConcerns(db),
  };
}
