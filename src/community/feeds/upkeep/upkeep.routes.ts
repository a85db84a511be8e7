import type { z } from 'zod';
import type { CouncilDb, CouncilReader } from '../../../platform/db/council.ts';
import type { House } from '../../../platform/http/house.ts';
import type { Problem } from '../../../platform/http/problems.ts';
import { done, shown } from '../../../platform/http/routes.ts';
import { readImports } from '../import-lines.store.ts';
import { DirectoryPage } from './directory.pages.tsx';
import { changeFeed, isNameTaken, pauseFeed, readFeedLine, readNow } from './feeds.store.ts';
import { ChangeDirectoryForm, DirectoryPath, PauseForm, ReadNowForm } from './upkeep.forms.ts';

/** Readings shown of one directory. */
const most = 12;

/** One directory we read from: what is known of it, and having it read. */
export function upkeepRoutes(house: House, may: readonly string[]): void {
  const shared = { may, params: DirectoryPath, page: DirectoryPage };
  const again = async ({ db, params }: { db: CouncilDb; params: z.output<typeof DirectoryPath> }) =>
    shown(await directoryValue(db, params.id));
  const pageOf = (id: string) => `/community/directories/${id}`;
  house.get('/community/directories/:id', { ...shared, name: 'A directory we read from', act: again });
  house.post('/community/directories/:id', {
    ...shared,
    again,
    name: 'Change what we know of a directory',
    body: ChangeDirectoryForm,
    act: async ({ db, params, body: { version, ...said } }) => {
      await readFeedLine(db, params.id);
      const problems = await nameProblems(db, said.name, params.id);
      if (problems.length > 0) return problems;
      await changeFeed(db, params.id, said, version);
      return done(pageOf(params.id), [], 'Saved');
    },
  });
  house.post('/community/directories/:id/read', {
    ...shared,
    again,
    name: 'Read a directory now',
    body: ReadNowForm,
    act: async ({ db, params, body }) => {
      await readFeedLine(db, params.id);
      const isDue = await readNow(db, params.id, body.isAfresh);
      if (!isDue) return [{ field: 'url', message: 'Give its web address first' }];
      return done(
        pageOf(params.id),
        [],
        'It will be read within a minute. Open this page again to see how far it is.',
      );
    },
  });
  house.post('/community/directories/:id/pause', {
    ...shared,
    again,
    name: 'Pause a directory, or let it go on',
    body: PauseForm,
    act: async ({ db, params, body }) => {
      await pauseFeed(db, params.id, body.pause === 'yes');
      return done(pageOf(params.id), [], body.pause === 'yes' ? 'Paused' : 'It goes on');
    },
  });
}

async function directoryValue(db: CouncilReader, feedId: string) {
  return { feed: await readFeedLine(db, feedId), imports: await readImports(db, most, feedId) };
}

/** Two directories of one name would be one to an import, which knows them by it. */
export async function nameProblems(
  db: CouncilReader,
  name: string,
  feedId: string | null,
): Promise<Problem[]> {
  const isTaken = await isNameTaken(db, name, feedId);
  return isTaken
    ? [{ field: 'name', message: 'Another directory has this name: choose one of its own' }]
    : [];
}
