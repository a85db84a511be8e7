import { keepOwnWord } from '../../conversations/carers/saying.store.ts';
import { sayAboutMe } from '../../people/about-me/about-me.store.ts';
import { type CaringKey, caringHeadings } from '../../people/about-me/headings.ts';
import { dayOf } from '../../platform/clock.ts';
import { type CouncilReader, nowOf } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { Unknown } from '../../platform/http/problems.ts';
import type { Own } from '../frame/own.ts';
import { ownGet, ownPost } from '../frame/two-doors.routes.ts';
import { CanForm, CanQuery, CaringForm, CaringPath } from './caring.forms.ts';
import { CanPage, CaringPage, CaringWordsPage } from './caring.pages.tsx';
import { readCaring } from './caring.store.ts';

/** N5: a carer's own page, about their own life. */
export function caringRoutes(house: House): void {
  ownGet(house, '/caring', {
    name: 'Caring for someone',
    act: ({ db, own }) => readCaring(db, own.personId, own.words),
    page: CaringPage,
  });
  canRoutes(house);
  ownGet(house, '/caring/words/:heading', {
    name: 'One heading about caring',
    params: CaringPath,
    act: ({ db, own, params }) => headingAt(db, own, params.heading),
    page: CaringWordsPage,
  });
  ownPost(house, '/caring/words/:heading', {
    name: 'Write about caring',
    params: CaringPath,
    body: CaringForm,
    act: async ({ db, own, params, body, told }) => {
      const heading = { key: params.heading, heading: caringHeadings[params.heading] };
      await sayAboutMe(db, own.personId, { ...body, heading, told });
      const { about, caring } = own.words;
      return { to: '/caring', said: body.words ? about.saved : caring.takenAway };
    },
    again: ({ db, own, params }) => headingAt(db, own, params.heading),
    page: CaringWordsPage,
  });
}

/** What I can and cannot do: two dated statements about one thing. */
function canRoutes(house: House): void {
  ownGet(house, '/caring/can', {
    name: 'What a carer can and cannot do',
    query: CanQuery,
    act: async ({ db, own, query }) => ({
      ...(await readCaring(db, own.personId, own.words)),
      begins: { thing: query.thing ?? '', whom: query.whom ?? null },
      today: dayOf(nowOf(db)),
    }),
    page: CanPage,
  });
  ownPost(house, '/caring/can', {
    name: 'Say what they can and cannot do, as a carer',
    body: CanForm,
    act: async ({ db, own, body, told }) => {
      const { caring } = own.words;
      if (!body.willing && !body.able) return [{ field: 'willing', message: caring.missing.side }];
      const refusal = await keepOwnWord(db, own.personId, { ...body, told });
      return refusal ?? { to: '/caring', said: caring.saved };
    },
    again: async ({ db, own }) => ({
      ...(await readCaring(db, own.personId, own.words)),
      begins: { thing: '', whom: null },
      today: dayOf(nowOf(db)),
    }),
    page: CanPage,
  });
}

async function headingAt(db: CouncilReader, own: Own, key: CaringKey) {
  const { sections } = await readCaring(db, own.personId, own.words);
  const section = sections.find((one) => one.key === key);
  if (!section) throw new Unknown();
  return { section };
}
