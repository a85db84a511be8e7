import { directoryReaders } from '../../access/roles.ts';
import { dayOf } from '../../platform/clock.ts';
import { type CouncilDb, nowOf } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { anybody, type Shown, shown } from '../../platform/http/routes.ts';
import type { Visit } from '../../platform/http/visits.ts';
import { CouncilPath, SlipsQuery } from './public.forms.ts';
import { shownToAll } from './public-card.ts';
import { listedAmong } from './public-listings.store.ts';
import { SlipsPage, type SlipsValue } from './slips.pages.tsx';

/** Slips to print. They hold what anybody may know and nobody's name, whoever prints them. */
export function slipRoutes(house: House): void {
  house.get('/at/:council/nearby/slips', {
    name: 'Slips to print, for whoever comes',
    may: [anybody],
    params: CouncilPath,
    query: SlipsQuery,
    act: ({ db, visit, query }) => slips(db, visit, query.ids, `/at/${visit.councilSlug}/nearby`),
    page: SlipsPage,
  });
  house.get('/community/slips', {
    name: 'Slips to print',
    may: directoryReaders,
    query: SlipsQuery,
    act: ({ db, visit, query }) => slips(db, visit, query.ids, '/community'),
    page: SlipsPage,
  });
}

async function slips(
  db: CouncilDb,
  { councilSlug }: Visit,
  ids: readonly string[],
  base: string,
): Promise<Shown<SlipsValue>> {
  const today = dayOf(nowOf(db));
  const listed = await listedAmong(db, ids);
  const cards = listed.flatMap((row) => shownToAll(row, today)?.card ?? []);
  return shown({ cards, base, councilSlug, today });
}
