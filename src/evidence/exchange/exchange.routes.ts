import { z } from 'zod';
import { evidenceReaders } from '../../access/roles.ts';
import type { CouncilDb } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { Unknown } from '../../platform/http/problems.ts';
import { words } from '../../platform/http/reading.ts';
import { done, shown } from '../../platform/http/routes.ts';
import { publications } from '../publishing/publishing.store.ts';
import { checkBundle } from '../publishing/telling/check-bundle.ts';
import { definitions } from '../site/definitions.ts';
import { PlacesPage, type PlacesValue } from './exchange.pages.tsx';
import { keepReceived, putBy, receivedBundles } from './exchange.store.ts';
import { sideBySide } from './side-by-side.ts';

const page = '/evidence/places';
const keepers = ['site-lead', 'analyst', 'administrator'] as const;

const ReceiveForm = z.object({
  bundle: words('Paste the whole of the file another place gave you', 400_000),
});
const ReceivedPath = z.object({ id: z.uuid() });

/** What other places tell everybody, beside what we do: figures as told, and never a record (E10). */
export function exchangeRoutes(house: House): void {
  const again = async ({ db }: { db: CouncilDb }) => shown(await readPlaces(db));

  house.get(page, {
    name: 'Places beside one another',
    may: evidenceReaders,
    act: again,
    page: PlacesPage,
  });

  house.post(page, {
    name: 'Read in what another place tells everybody',
    may: keepers,
    body: ReceiveForm,
    act: async ({ db, body }) => {
      const checked = checkBundle(body.bundle);
      if ('wrong' in checked)
        return [
          {
            field: 'bundle',
            message: checked.wrong.map(({ line, message }) => `Line ${line}: ${message}`).join('. '),
          },
        ];
      const receivedBundleId = await keepReceived(db, checked.bundle);
      return done(page, [], `${checked.shares} shares worked out again, and all of them right.`, {
        receivedBundleId,
      });
    },
    again,
    page: PlacesPage,
  });

  house.post('/evidence/places/:id/end', {
    name: 'Put by what another place told',
    may: keepers,
    params: ReceivedPath,
    body: z.object({}),
    act: async ({ db, params }) => {
      if (!(await putBy(db, params.id))) throw new Unknown();
      return done(page, [], 'It is put by.');
    },
    again,
    page: PlacesPage,
  });
}

async function readPlaces(db: CouncilDb): Promise<PlacesValue> {
  const received = await receivedBundles(db);
  const ours = (await publications(db, 'open to all')).map(({ bundle }) => bundle);
  return {
    places: received.map(({ id, bundle }) => ({
      id,
      place: bundle.place,
      site: bundle.site.name,
      asAt: bundle.asAt,
      attribution: bundle.attribution,
      licence: bundle.licence,
    })),
    tables: sideBySide([...ours, ...received.map(({ bundle }) => bundle)], definitions),
  };
}
