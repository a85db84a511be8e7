import { alongsiders } from '../../access/roles.ts';
import { dayOf } from '../../platform/clock.ts';
import { nowOf } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { shown } from '../../platform/http/routes.ts';
import { fileGet } from '../kept-files/file-answer.store.ts';
import { openPerson } from '../opening.store.ts';
import { PersonPath } from '../people.forms.ts';
import { AboutMePage, AboutPrintPage } from './about-me.pages.tsx';
import { exportedAs } from './about-me.ts';
import { photographOf } from './photograph.store.ts';
import { PrintQuery } from './print.forms.ts';
import { readAboutMe } from './reading.store.ts';

const photographAt = (personId: string): string => `/people/${personId}/about-me/photograph`;

/** What somebody wants known about them: read by staff, written only by the person or with them. */
export function aboutMeRoutes(house: House): void {
  house.get('/people/:id/about-me', {
    name: 'About a person, in their words',
    may: alongsiders,
    params: PersonPath,
    act: async ({ db, params }) => {
      const { personId, reason } = await openPerson(db, params.id);
      const { hasPhotograph, ...about } = await readAboutMe(db, personId);
      const photograph = hasPhotograph ? photographAt(personId) : null;
      const value = { ...about, photograph, today: dayOf(nowOf(db)) };
      return shown(value, [personId], reason ?? undefined);
    },
    json: ({ page }) => exportedAs(page),
    page: AboutMePage,
  });

  house.get('/people/:id/about-me/print', {
    name: 'About a person, on one page to print',
    may: alongsiders,
    params: PersonPath,
    query: PrintQuery,
    audit: 'print',
    act: async ({ db, params, query }) => {
      const { personId, reason } = await openPerson(db, params.id);
      const { page, hasPhotograph } = await readAboutMe(db, personId);
      const value = {
        ...{ personId, page, isLarge: query.letters === 'large' },
        photograph: query.photograph && hasPhotograph ? photographAt(personId) : null,
      };
      return shown(value, [personId], reason ?? undefined);
    },
    json: ({ page }) => exportedAs(page),
    page: AboutPrintPage,
  });

  fileGet(house, '/people/:id/about-me/photograph', {
    name: 'The photograph a person chose',
    may: alongsiders,
    params: PersonPath,
    act: async ({ db, params }) => {
      const { personId } = await openPerson(db, params.id);
      const file = await photographOf(db, personId);
      return file && { file, about: [personId] };
    },
  });
}
