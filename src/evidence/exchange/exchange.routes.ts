import { z } from 'zod';
import { evidenceReaders } from '../../access/roles.ts';
import { takeUploads } from '../../access/uploads/uploads.store.ts';
import type { CouncilDb } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { Unknown } from '../../platform/http/problems.ts';
import { done, shown } from '../../platform/http/routes.ts';
import { publications } from '../publishing/publishing.store.ts';
import { bundleText } from '../publishing/telling/bundle.ts';
import { checkBundle } from '../publishing/telling/check-bundle.ts';
import { definitions } from '../site/definitions.ts';
import { definitionsBeside } from './definitions-beside.ts';
import { PlacesPage, type PlacesValue } from './exchange.pages.tsx';
import { keepReceived, putBy, receivedBundles } from './exchange.store.ts';
import { historyBundle, toldHistories } from './history-told.store.ts';
import { sideBySide } from './side-by-side.ts';

const page = '/evidence/places';
const keepers = ['site-lead', 'analyst', 'administrator'] as const;

const MOST_BYTES = 1_000_000;
const giveOne = 'Choose the file another place gave you, or paste the whole of it';
const ReceiveForm = z
  .object({
    file: z.instanceof(Uint8Array).nullish(),
    bundle: z.string().max(400_000, { error: 'This is longer than 400 kB' }).nullish(),
  })
  .transform(({ file, bundle }, context) => {
    const text = (file ? new TextDecoder().decode(file) : (bundle ?? '')).trim();
    if (text !== '') return { text, field: file ? 'file' : 'bundle' };
    context.addIssue({ code: 'custom', path: ['file'], message: giveOne });
    return z.NEVER;
  });
const ReceivedPath = z.object({ id: z.uuid() });

/** What other places tell everybody, beside what we do: figures as told, and never a record (E10). */
export function exchangeRoutes(house: House): void {
  takeUploads(house.server, page, MOST_BYTES);
  historyBundles(house);
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
      const checked = checkBundle(body.text);
      if ('wrong' in checked)
        return [
          {
            field: body.field,
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

/** A history's figures as other councils may be given them: the counts as told, the definitions, and nobody's record. */
function historyBundles(house: House): void {
  house.get('/evidence/brought/:id/bundle.json', {
    name: 'What a brought history shows, as a file for other councils',
    may: keepers,
    params: ReceivedPath,
    act: async ({ db, params }) => {
      const bundle = await historyBundle(db, params.id);
      if (!bundle) throw new Unknown();
      return shown({ ...(await readPlaces(db)), bundle });
    },
    json: ({ bundle }) => bundle,
    file: ({ bundle }) => ({
      name: `history-${bundle.asAt}.json`,
      type: 'application/json; charset=utf-8',
      text: bundleText(bundle),
    }),
    page: PlacesPage,
  });
}

async function readPlaces(db: CouncilDb): Promise<PlacesValue> {
  const received = await receivedBundles(db);
  const ours = [
    ...(await publications(db, 'open to all')).map(({ bundle }) => bundle),
    ...(await toldHistories(db)),
  ];
  return {
    places: received.map(({ id, bundle }) => ({
      id,
      place: bundle.place,
      site: bundle.site.name,
      asAt: bundle.asAt,
      attribution: bundle.attribution,
      licence: bundle.licence,
    })),
    defined: definitionsBeside(
      received.map(({ bundle }) => bundle),
      definitions,
    ),
    tables: sideBySide([...ours, ...received.map(({ bundle }) => bundle)], definitions),
  };
}
