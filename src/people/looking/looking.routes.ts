import { z } from 'zod';
import { type Look, looksAt } from '../../access/governance/audit.store.ts';
import { alongsiders } from '../../access/roles.ts';
import { dayOf } from '../../platform/clock.ts';
import { type CouncilDb, nowOf } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { done, shown } from '../../platform/http/routes.ts';
import { openPerson } from '../opening.store.ts';
import { PersonPath, SettleForm } from '../people.forms.ts';
import { identityOf } from '../people.store.ts';
import { PromisePage } from '../promises/promise-page.tsx';
import { findPromise, settlePromise } from '../promises/promises.store.ts';
import { WhoLookedPage } from './looking.pages.tsx';
import { namedLooks } from './pages-named.ts';

/** How many looks come at once. */
const page = 50;

/** Who looked (W3), and what became of a promise. */
export function lookingRoutes(house: House): void {
  house.get('/people/:id/who-looked', {
    name: 'Who looked at a record',
    may: alongsiders,
    params: PersonPath,
    query: z.object({
      before: z
        .string()
        .regex(/^[1-9]\d{0,17}$/)
        .optional(),
    }),
    act: async ({ db, params, query }) => {
      const opened = await openPerson(db, params.id);
      const looks = await looksAt(db, opened.personId, page + 1, query.before ?? null);
      const identity = await identityOf(db, opened.personId);
      return shown(
        {
          identity,
          looks: namedLooks(looks.slice(0, page), house.routes),
          more: moreAfter(looks),
          today: dayOf(nowOf(db)),
        },
        [opened.personId],
        opened.reason ?? undefined,
      );
    },
    page: WhoLookedPage,
  });

  house.get('/promises/:id', {
    name: 'What became of a promise',
    may: alongsiders,
    params: PersonPath,
    act: ({ db, params }) => promiseShown(db, params.id),
    page: PromisePage,
  });

  house.post('/promises/:id', {
    name: 'Say what became of a promise',
    may: alongsiders,
    params: PersonPath,
    body: SettleForm,
    act: async ({ db, params, body }) => {
      const promise = await findPromise(db, params.id);
      await openPerson(db, promise.personId);
      await settlePromise(db, params.id, body);
      return done(`/people/${promise.personId}`, [promise.personId], 'Written down.');
    },
    again: ({ db, params }) => promiseShown(db, params.id),
    page: PromisePage,
  });
}

async function promiseShown(db: CouncilDb, id: string) {
  const promise = await findPromise(db, id);
  const opened = await openPerson(db, promise.personId);
  return shown(
    { promise, identity: await identityOf(db, opened.personId), today: dayOf(nowOf(db)) },
    [opened.personId],
    opened.reason ?? undefined,
  );
}

function moreAfter(looks: Look[]): string | null {
  return looks.length > page ? (looks[page - 1]?.id ?? null) : null;
}
