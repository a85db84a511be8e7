import { z } from 'zod';
import { alongsiders, themselves } from '../../access/roles.ts';
import { arrivedFile } from '../../access/uploads/arrived.store.ts';
import { takeFiles } from '../../access/uploads/uploads.store.ts';
import { choosePhotograph, photographOf, removePhotograph } from '../../people/about-me/photograph.store.ts';
import { fileGet } from '../../people/kept-files/file-answer.store.ts';
import { mostBytes } from '../../people/kept-files/kept-file.ts';
import type { CouncilReader } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { openMine, openTogether } from '../frame/own.store.ts';
import { refusedFile } from '../frame/refused-file.ts';
import { ownGet, ownPost } from '../frame/two-doors.routes.ts';
import type { Words } from '../words/english.ts';
import { PhotographPage } from './photograph.pages.tsx';

/** Where it is, within somebody's own pages. */
export const photographAt = '/about/photograph';

const PersonPath = z.object({ id: z.uuid() });
const PhotographForm = ({ about }: Words) => z.object({ photograph: arrivedFile(about.photograph.missing) });

/** A photograph, only when chosen: put there, seen, and gone again at once. */
export function photographRoutes(house: House): void {
  for (const door of ['/my', '/people/:id/together'])
    takeFiles(house, `${door}/about/photo`, mostBytes.picture + 1_000_000);
  const read = async ({ db, own }: { db: CouncilReader; own: { personId: string } }) => ({
    hasPhotograph: (await photographOf(db, own.personId)) !== null,
  });
  ownGet(house, '/about/photo', { name: 'A photograph of me', act: read, page: PhotographPage });
  ownPost(house, '/about/photo', {
    name: 'Choose a photograph',
    body: PhotographForm,
    act: async ({ db, own, body }) => {
      const problem = await choosePhotograph(db, own.personId, body.photograph);
      return problem ? [refusedFile(own, problem)] : { to: '/about', said: own.words.about.photograph.added };
    },
    again: read,
    page: PhotographPage,
  });
  ownPost(house, '/about/photo/removal', {
    name: 'Take a photograph away',
    body: z.object({}),
    act: async ({ db, own }) => {
      await removePhotograph(db, own.personId);
      return { to: '/about', said: own.words.about.photograph.removed };
    },
    again: read,
    page: PhotographPage,
  });
  fileRoutes(house);
}

function fileRoutes(house: House): void {
  const name = 'The photograph they chose';
  const toSend = async (db: CouncilReader, personId: string) => {
    const file = await photographOf(db, personId);
    return file && { file, about: [personId] };
  };
  fileGet(house, `/my${photographAt}`, {
    ...{ name, may: themselves, params: z.object({}) },
    act: async ({ db }) => toSend(db, (await openMine(db)).personId),
  });
  fileGet(house, `/people/:id/together${photographAt}`, {
    ...{ name: `${name}, read together`, may: alongsiders, params: PersonPath },
    act: async ({ db, params }) => toSend(db, (await openTogether(db, params.id)).own.personId),
  });
}
