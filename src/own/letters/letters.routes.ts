import { z } from 'zod';
import { layoutFor, ownFormat } from '../../plans/letters/given/own-format.ts';
import {
  kindsInWords,
  type Layout,
  type LetterKind,
  layouts,
  letterKinds,
} from '../../plans/letters/letter.ts';
import { letterOfPerson, lettersOf } from '../../plans/letters/letters.store.ts';
import { writeLetter } from '../../plans/letters/making.store.ts';
import { pdfOf } from '../../plans/letters/printed/pdf.ts';
import type { CouncilReader } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { Unknown } from '../../platform/http/problems.ts';
import type { Own } from '../frame/own.ts';
import { ownGet } from '../frame/two-doors.routes.ts';
import { OwnLetterPage, OwnLettersPage, type OwnLetterValue } from './letters.pages.tsx';
import { councilAsSender, mayOpen } from './own-letters.store.ts';

const Thing = z.object({ thing: z.uuid() });
const LetterAs = z.object({ format: z.enum(layouts).optional() });
interface Asked {
  db: CouncilReader;
  own: Own;
  params: z.output<typeof Thing>;
  query: z.output<typeof LetterAs>;
}

/** Letters to somebody, from their own page: the same letters as are printed for them. */
export function lettersRoutes(house: House): void {
  ownGet(house, '/letters', {
    name: 'Their own page: letters',
    act: async ({ db, own }) => ({ letters: (await lettersOf(db, own.personId)).filter(mayOpen) }),
    page: OwnLettersPage,
  });
  for (const of of letterKinds) letterFaces(house, of);
}

/** One kind of letter, to read and to keep. */
function letterFaces(house: House, of: LetterKind): void {
  const { place, title } = kindsInWords[of];
  const reading = {
    params: Thing,
    query: LetterAs,
    audit: 'print' as const,
    act: ({ db, own, params, query }: Asked) => letterShown(db, own, of, params.thing, query.format ?? null),
    page: OwnLetterPage,
  };
  ownGet(house, `/letters/${place}/:thing`, { ...reading, name: `Their own letter: ${title}` });
  ownGet(house, `/letters/${place}/:thing/letter.pdf`, {
    ...reading,
    name: `Their own letter as a PDF: ${title}`,
    file: async ({ letter, layout }) => ({
      name: `${place}-${layout}.pdf`,
      type: 'application/pdf',
      text: await pdfOf(letter, layout),
    }),
  });
}

/** In the layout asked for; otherwise easy reading where they chose it, else the one kept for them. */
async function letterShown(
  db: CouncilReader,
  { personId, reading }: Own,
  of: LetterKind,
  thing: string,
  format: Layout | null,
): Promise<OwnLetterValue> {
  const found = await letterOfPerson(db, personId, of, thing);
  if (!found || !mayOpen(found)) throw new Unknown();
  const { letter, identity } = await writeLetter(
    db,
    await councilAsSender(db),
    { ...found, personId },
    personId,
  );
  const layout = format ?? (reading.isEasyRead ? 'easy-read' : layoutFor(ownFormat(identity)));
  return { letter, layout, thing };
}
