import type { Role } from '../../access/roles.ts';
import { dayOf } from '../../platform/clock.ts';
import { type CouncilReader, nowOf } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { shown } from '../../platform/http/routes.ts';
import { countOpen, everyOpenListing, readMayBeRefuges } from './left-out.store.ts';
import { publishing } from './publishing.ts';
import { type Stopped, UnpublishedPage, type UnpublishedValue } from './unpublished.pages.tsx';

const directoryEditors = ['directory-editor'] as const satisfies readonly Role[];

/** Listings named on the page for each reason; the rest are counted. */
const most = 100;

/** For the directory's editor: what is given away as open data, what is not, and why. */
export function unpublishedRoutes(house: House): void {
  house.get('/community/open-data', {
    name: 'What is given away as open data',
    may: directoryEditors,
    act: async ({ db }) => shown(await readUnpublished(db)),
    page: UnpublishedPage,
  });
}

async function readUnpublished(db: CouncilReader): Promise<UnpublishedValue> {
  const { mayGoOut, mayBeRefuge } = await countOpen(db);
  const today = dayOf(nowOf(db));
  const stopped: Stopped[] = [];
  let stoppedInAll = 0;
  for await (const rows of everyOpenListing(db))
    for (const row of rows) {
      const made = publishing(row, today);
      if (made.isPublished) continue;
      stoppedInAll += 1;
      if (stopped.length < most)
        stopped.push({ listingId: row.listingId, name: row.name, because: made.because });
    }
  const refuges = await readMayBeRefuges(db, most);
  return { published: mayGoOut - stoppedInAll, mayBeRefuge, refuges, stoppedInAll, stopped };
}
