import type { Role } from '../../access/roles.ts';
import type { House } from '../../platform/http/house.ts';
import { shown } from '../../platform/http/routes.ts';
import { readConcerns, readGaps } from '../learnt.store.ts';
import { ImportPath, RecordsQuery } from './feeds.forms.ts';
import { FeedsPage, RecordsPage } from './feeds.pages.tsx';
import { readImports, readRecords } from './import-lines.store.ts';

/** Those who keep the directory right. */
export const directoryEditors = ['directory-editor'] as const satisfies readonly Role[];

/** Records shown at once. */
const most = 50;

/** For the directory's editor: how each reading of a feed went, and every record with what was found in it. */
export function feedRoutes(house: House): void {
  house.get('/community/feeds', {
    name: 'Directories we read from',
    may: directoryEditors,
    act: async ({ db }) =>
      shown({ imports: await readImports(db), concerns: await readConcerns(db), gaps: await readGaps(db) }),
    page: FeedsPage,
  });
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
