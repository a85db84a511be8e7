import type { Role } from '../../access/roles.ts';
import type { CouncilDb } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { done, type Shown, shown } from '../../platform/http/routes.ts';
import { comparedFields } from './comparison.ts';
import { DecideForm, JoinForm, LookForm, PairPath, type PairsAsked, PairsQuery } from './duplicates.forms.ts';
import { DuplicatesPage, type DuplicatesValue } from './duplicates.pages.tsx';
import { findPairs } from './finding.store.ts';
import { joinPair, keepApart, takeApart } from './joining.store.ts';
import { PairPage, type PairValue } from './pair.pages.tsx';
import { readPair, readPairs } from './pairs.store.ts';

const editors = ['directory-editor'] as const satisfies readonly Role[];

/** Pairs shown at once: as many as somebody looks through before a cup of tea. */
const most = 20;

/** For the directory's editor: listings that may be one group told twice, to join or keep apart, and back again. */
export function duplicateRoutes(house: House): void {
  house.get('/community/duplicates', {
    name: 'Listings that may be the same',
    may: editors,
    query: PairsQuery,
    act: ({ db, query }) => pairsShown(db, query),
    page: DuplicatesPage,
  });
  house.post('/community/duplicates/look', {
    name: 'Look for listings that may be the same',
    may: editors,
    body: LookForm,
    act: async ({ db }) => {
      const { waiting } = await findPairs(db);
      const said =
        waiting === 0
          ? 'No two listings look the same.'
          : `Pairs of listings that may be the same: ${waiting}.`;
      return done('/community/duplicates', [], said, { waiting });
    },
    again: ({ db }) => pairsShown(db, PairsQuery.parse({})),
    page: DuplicatesPage,
  });
  house.get('/community/duplicates/:id', {
    name: 'Two listings side by side',
    may: editors,
    params: PairPath,
    act: ({ db, params }) => pairShown(db, params.id),
    page: PairPage,
  });
  decidingRoutes(house);
}

function decidingRoutes(house: House): void {
  const form = {
    may: editors,
    params: PairPath,
    again: ({ db, params }: { db: CouncilDb; params: { id: string } }) => pairShown(db, params.id),
    page: PairPage,
  };
  house.post('/community/duplicates/:id/join', {
    ...form,
    name: 'Two listings are the same',
    body: JoinForm,
    act: async ({ db, params, body }) => {
      const problems = await joinPair(db, params.id, body.shown, body.version);
      if (problems.length > 0) return problems;
      return done(
        `/community/duplicates/${params.id}`,
        [],
        'They are one now. Nothing was deleted; they can be taken apart again.',
      );
    },
  });
  house.post('/community/duplicates/:id/apart', {
    ...form,
    name: 'Two listings are kept apart',
    body: DecideForm,
    act: async ({ db, params, body }) => {
      await keepApart(db, params.id, body.version);
      return done('/community/duplicates', [], 'Kept apart. You are asked again only if something changes.');
    },
  });
  house.post('/community/duplicates/:id/undo', {
    ...form,
    name: 'Two listings are taken apart again',
    body: DecideForm,
    act: async ({ db, params, body }) => {
      await takeApart(db, params.id, body.version);
      return done(`/community/duplicates/${params.id}`, [], 'Both are as they were.');
    },
  });
}

async function pairsShown(db: CouncilDb, { state, page }: PairsAsked): Promise<Shown<DuplicatesValue>> {
  const asked = state === 'kept-apart' ? 'kept apart' : state;
  const { counts, lines } = await readPairs(db, { state: asked, offset: (page - 1) * most, most });
  return shown({ state, page, pages: Math.ceil(counts[asked] / most), counts, pairs: lines });
}

async function pairShown(db: CouncilDb, pairId: string): Promise<Shown<PairValue>> {
  const { sides, ...pair } = await readPair(db, pairId);
  return shown({
    ...pair,
    sides: sides.map(({ says: _says, ...side }) => side),
    fields: comparedFields(...sides),
  });
}
