import { z } from 'zod';
import {
  aboutLines,
  councilNameHere,
  headingsHere,
  sayAboutMe,
} from '../../people/about-me/about-me.store.ts';
import { exportedAs, sectionsOf } from '../../people/about-me/about-me.ts';
import { longest } from '../../people/about-me/headings.ts';
import { PrintQuery } from '../../people/about-me/print.forms.ts';
import { readAboutMe } from '../../people/about-me/reading.store.ts';
import { dayOf } from '../../platform/clock.ts';
import { type CouncilReader, nowOf } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { Unknown } from '../../platform/http/problems.ts';
import { idOrNothing, wordsOrNothing } from '../../platform/http/reading.ts';
import { ownGet, ownPost } from '../frame/two-doors.routes.ts';
import { AboutHeadingPage, AboutPage, AboutPrintPage } from './about.pages.tsx';
import { aboutPdf } from './about-pdf.ts';
import { photographAt, photographRoutes } from './photograph.routes.ts';

const HeadingPath = z.object({ heading: z.string().max(50) });
const AboutForm = z.object({ words: wordsOrNothing(longest), instead: idOrNothing() });

/** Who I am, in my words: read, written one heading at a time, and printed on one page. */
export function aboutRoutes(house: House): void {
  ownGet(house, '/about', {
    name: 'About me',
    act: async ({ db, own }) => {
      const { identity, sections, page, hasPhotograph } = await readAboutMe(db, own.personId);
      const matters = { id: own.personId, words: identity.whatMatters };
      return { sections, page, photograph: hasPhotograph ? photographAt : null, matters };
    },
    json: ({ page }) => exportedAs(page),
    page: AboutPage,
  });
  printRoutes(house);
  photographRoutes(house);
  ownGet(house, '/about/:heading', {
    name: 'One heading of About me',
    params: HeadingPath,
    act: async ({ db, own, params }) => ({ section: await sectionAt(db, own.personId, params.heading) }),
    page: AboutHeadingPage,
  });
  ownPost(house, '/about/:heading', {
    name: 'Write under a heading of About me',
    params: HeadingPath,
    body: AboutForm,
    act: async ({ db, own, params, body, told }) => {
      const heading = await sectionAt(db, own.personId, params.heading);
      await sayAboutMe(db, own.personId, { ...body, heading, told });
      const { about } = own.words;
      return { to: '/about', said: body.words ? about.saved : about.takenAway };
    },
    again: async ({ db, own, params }) => ({ section: await sectionAt(db, own.personId, params.heading) }),
    page: AboutHeadingPage,
  });
}

function printRoutes(house: House): void {
  ownGet(house, '/about/print', {
    name: 'About me, on one page to print',
    query: PrintQuery,
    act: async ({ db, own, query }) => {
      const { page, hasPhotograph } = await readAboutMe(db, own.personId);
      const photograph = query.photograph && hasPhotograph ? photographAt : null;
      return { page, isLarge: query.letters === 'large', photograph };
    },
    json: ({ page }) => exportedAs(page),
    page: AboutPrintPage,
  });
  ownGet(house, '/about/print.pdf', {
    name: 'About me, on one page as a PDF',
    query: PrintQuery,
    audit: 'print',
    act: async ({ db, own, query }) => {
      const { page } = await readAboutMe(db, own.personId);
      const council = await councilNameHere(db);
      return { page, council, on: dayOf(nowOf(db)), isLarge: query.letters === 'large' };
    },
    json: ({ page }) => exportedAs(page),
    file: async ({ own: { words }, ...asked }) => ({
      name: 'about-me.pdf',
      type: 'application/pdf',
      text: await aboutPdf({ ...asked, words }),
    }),
    page: () => {
      throw new Unknown();
    },
  });
}

async function sectionAt(db: CouncilReader, personId: string, key: string) {
  const sections = sectionsOf(await headingsHere(db), await aboutLines(db, personId));
  const section = sections.find((one) => one.key === key);
  if (!section) throw new Unknown();
  return section;
}
