import { stringify } from 'csv-stringify/sync';
import { directoryReaders, evidenceReaders } from '../../access/roles.ts';
import { addDays, dayOf } from '../../platform/clock.ts';
import { actorOf, type CouncilDb, nowOf } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { done, type Shown, shown, type TextFile } from '../../platform/http/routes.ts';
import { gapLines } from './counted.ts';
import { GapPath, type GapsAsked, GapsQuery, MetForm } from './gaps.forms.ts';
import { GapsPage, type GapsValue } from './gaps.pages.tsx';
import { countGaps, gapIsMet, readGaps } from './gaps.store.ts';

/** Those who read what is wanted and not there: whoever looks in the directory, and whoever decides what a place needs. */
const gapReaders = [...new Set([...evidenceReaders, ...directoryReaders])];
const most = 20;

/** Asked for and not there, counted for whoever decides what a place needs. */
export function gapRoutes(house: House): void {
  const reading = { may: gapReaders, query: GapsQuery, page: GapsPage };
  house.get('/community/gaps', {
    ...reading,
    name: 'Asked for and not there',
    act: ({ db, query }) => gapsShown(db, query),
  });
  house.get('/community/gaps.csv', {
    ...reading,
    name: 'Asked for and not there, as a file',
    act: ({ db, query }) => gapsShown(db, query),
    file: csvOf,
  });
  house.post('/community/gaps/:id/met', {
    name: 'It is there now',
    may: directoryReaders,
    params: GapPath,
    body: MetForm,
    act: async ({ db, params, body }) => {
      await gapIsMet(db, params.id, body.listing);
      return done('/community/gaps', [], 'Good. It is counted as missing no more.');
    },
    again: ({ db }) => gapsShown(db, GapsQuery.parse({})),
    page: GapsPage,
  });
}

async function gapsShown(db: CouncilDb, asked: GapsAsked): Promise<Shown<GapsValue>> {
  const since = addDays(dayOf(nowOf(db)), -Math.round(asked.months * 30.44));
  const lines = gapLines(await countGaps(db, { since, district: asked.district ?? null }));
  const mayRead = (directoryReaders as readonly string[]).includes(actorOf(db).role);
  const words = mayRead ? await readGaps(db, { offset: (asked.page - 1) * most, most }) : [];
  return shown({
    ...{ asked, since, lines, mayRead },
    words: words.slice(0, most),
    hasMore: words.length > most,
  });
}

/** One line for each thing and place. Cells that a spreadsheet would run begin with an apostrophe. */
function csvOf({ lines }: GapsValue): TextFile {
  const rows = lines.map(({ thing, district, asked, looked }) => [
    thing,
    district ?? 'not said',
    asked.rounded ?? '1 to 7',
    looked.rounded ?? '1 to 7',
  ]);
  const text = stringify([head, ...rows], {
    escape_formulas: true,
    quoted_match: /[\r\n]/,
    record_delimiter: 'windows',
  });
  return { name: 'asked-for-and-not-there.csv', type: 'text/csv; charset=utf-8', text };
}

const head = ['wanted', 'postcode district', 'asked of us (rounded to 5)', 'looked for (rounded to 5)'];
