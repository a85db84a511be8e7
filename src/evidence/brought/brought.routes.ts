import type { z } from 'zod';
import { evidenceReaders } from '../../access/roles.ts';
import { takeUploads } from '../../access/uploads/uploads.store.ts';
import type { CouncilDb } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { Unknown } from '../../platform/http/problems.ts';
import { type Done, done, shown } from '../../platform/http/routes.ts';
import { exampleCsv, templateCsv } from './bringing/example.ts';
import { HistoriesPage } from './bringing/histories.pages.tsx';
import { AsAt, BroughtFile, HistoryPath, MOST_BYTES, READ_AT_ONCE_BYTES } from './brought.forms.ts';
import { HistoryPage } from './brought.pages.tsx';
import { broughtCsv } from './brought-csv.ts';
import { readCounted } from './counting/counted.store.ts';
import { type BroughtEvidence, evidenceOfHistory } from './evidence-of.ts';
import { loadsOf, PROBLEMS_KEPT, problemsOf } from './reading/load.store.ts';
import { loadHistory, loadLater } from './reading/load.ts';

/** Those who bring a history in; whoever reads evidence sees its figures. */
const bringers = ['analyst', 'administrator'] as const;

export function broughtRoutes(house: House): void {
  takeUploads(house.server, '/evidence/brought', MOST_BYTES);
  bringing(house);
  examples(house);
  showing(house);
}

function bringing(house: House): void {
  const again = async ({ db }: { db: CouncilDb }) => shown(await readHistories(db));
  house.get('/evidence/brought', {
    name: 'Histories brought from another system',
    may: bringers,
    act: again,
    page: HistoriesPage,
  });

  house.post('/evidence/brought', {
    name: 'Bring a history from another system',
    may: bringers,
    body: BroughtFile,
    act: ({ db, body }) => (body.bytes.length > READ_AT_ONCE_BYTES ? bringLater(db, body) : bring(db, body)),
    again,
    page: HistoriesPage,
  });
}

type Brought = z.infer<typeof BroughtFile>;
const unchanged = 'This is the same as before, so nothing has changed.';

async function bring(db: CouncilDb, { bytes, ...wanted }: Brought): Promise<Done> {
  const open = async function* () {
    yield bytes;
  };
  const loaded = await loadHistory((act) => act(db), { ...wanted, open });
  if (loaded.outcome === 'refused')
    return done('/evidence/brought', [], 'Nothing was kept: look at what needs mending, and bring it again.');
  return done(
    `/evidence/brought/${loaded.historyId}`,
    [],
    loaded.outcome === 'unchanged' ? unchanged : 'It was read and counted.',
  );
}

async function bringLater(db: CouncilDb, wanted: Brought): Promise<Done> {
  const { historyId, isUnchanged } = await loadLater(db, wanted);
  return isUnchanged
    ? done(`/evidence/brought/${historyId}`, [], unchanged)
    : done('/evidence/brought', [], 'We have the file and are reading it. You may leave this page.');
}

function examples(house: House): void {
  for (const [file, name, text] of [
    ['template.csv', 'The columns of a history, to be filled in', templateCsv],
    ['example.csv', 'A small made-up history', exampleCsv],
  ] as const)
    house.get(`/evidence/brought/${file}`, {
      name,
      may: bringers,
      act: async ({ db }) => shown(await readHistories(db)),
      file: () => ({ name: `history-${file}`, type: 'text/csv; charset=utf-8', text: text() }),
      page: HistoriesPage,
    });
}

function showing(house: House): void {
  house.get('/evidence/brought/:id', {
    name: 'What a brought history shows',
    may: evidenceReaders,
    params: HistoryPath,
    query: AsAt,
    act: async ({ db, params, query }) => shown(await readHistory(db, params.id, query)),
    page: HistoryPage,
  });

  house.get('/evidence/brought/:id/figures.csv', {
    name: 'What a brought history shows, as a file',
    may: evidenceReaders,
    params: HistoryPath,
    query: AsAt,
    act: async ({ db, params, query }) => shown(await readHistory(db, params.id, query)),
    file: (value) => ({
      name: `brought-figures-${value.evidence?.asOf ?? 'none'}.csv`,
      type: 'text/csv; charset=utf-8',
      text: value.evidence ? broughtCsv(value.evidence) : '',
    }),
    page: HistoryPage,
  });
}

async function readHistories(db: CouncilDb) {
  const loads = await loadsOf(db);
  const refused = loads.filter(({ state }) => state === 'refused').toSorted((a, b) => b.load - a.load)[0];
  const problems = refused ? await problemsOf(db, refused.load) : [];
  return { loads, refused: refused ?? null, problems, problemsKept: PROBLEMS_KEPT };
}

async function readHistory(
  db: CouncilDb,
  id: string,
  { asAt, team }: { asAt: string | null; team?: string | undefined },
): Promise<{ name: string; evidence: BroughtEvidence | null }> {
  const counted = await readCounted(db, id, { asOf: asAt ?? undefined, team });
  if (counted) return { name: counted.load.name, evidence: evidenceOfHistory(counted) };
  const load = (await loadsOf(db)).find(({ historyId }) => historyId === id);
  if (!load) throw new Unknown();
  return { name: load.name, evidence: null };
}
