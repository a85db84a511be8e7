import type { z } from 'zod';
import { alongsiders } from '../../access/roles.ts';
import { openPerson } from '../../people/opening.store.ts';
import type { House } from '../../platform/http/house.ts';
import { type Asked, done, shown } from '../../platform/http/routes.ts';
import { giveLetter } from './given/giving.store.ts';
import { GivenForm, LetterPath, LetterQuery } from './given/letters.forms.ts';
import { LettersPage } from './given/letters.pages.tsx';
import { readLetters } from './given/letters-page.store.ts';
import { layoutFor, ownFormat } from './given/own-format.ts';
import { LetterPage } from './letter.pages.tsx';
import { kindsInWords, type LetterKind, letterKinds } from './letter.ts';
import { makeLetter } from './making.store.ts';
import { pdfOf } from './printed/pdf.ts';

/** What people are given: each kind of letter as a page to print and as a PDF, and what has been given. */
export function letterRoutes(house: House): void {
  for (const kind of letterKinds) letterFaces(house, kind);

  house.get('/people/:id/letters', {
    name: 'Letters: what somebody must be given, and what has been',
    may: alongsiders,
    params: LetterPath,
    act: ({ db, params }) => readLetters(db, params.id),
    page: LettersPage,
  });

  house.post('/people/:id/letters', {
    name: 'Write down that a letter was given',
    may: alongsiders,
    params: LetterPath,
    body: GivenForm,
    act: async ({ db, params, body }) => {
      const { personId } = await openPerson(db, params.id);
      const refusal = await giveLetter(db, personId, body);
      return refusal ?? done(`/people/${personId}/letters`, [personId], 'Written down.');
    },
    again: ({ db, params }) => readLetters(db, params.id),
    page: LettersPage,
  });
}

/** One letter, two faces. The layout is the person's own unless another is asked for. */
function letterFaces(house: House, kind: LetterKind): void {
  const { place, title } = kindsInWords[kind];
  const reading = {
    may: alongsiders,
    params: LetterPath,
    query: LetterQuery,
    audit: 'print' as const,
    act: async ({
      db,
      visit,
      params,
      query,
    }: Asked<z.output<typeof LetterPath>, z.output<typeof LetterQuery>>) => {
      const { letter, identity, personId, reason } = await makeLetter(db, visit, kind, params.id);
      const layout = query.format ?? layoutFor(ownFormat(identity));
      return shown(
        { letter, layout, at: `/letters/${place}/${params.id}`, personId },
        [personId],
        reason ?? undefined,
      );
    },
    page: LetterPage,
  };
  house.get(`/letters/${place}/:id`, { ...reading, name: `A letter: ${title}` });
  house.get(`/letters/${place}/:id/letter.pdf`, {
    ...reading,
    name: `A letter as a PDF: ${title}`,
    file: async ({ letter, layout }) => ({
      name: `${place}-${layout}.pdf`,
      type: 'application/pdf',
      text: await pdfOf(letter, layout),
    }),
  });
}
