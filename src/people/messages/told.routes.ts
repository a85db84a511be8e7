import { z } from 'zod';
import { alongsiders } from '../../access/roles.ts';
import { dayOf } from '../../platform/clock.ts';
import { type CouncilDb, nowOf } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { Unknown } from '../../platform/http/problems.ts';
import { done, shown } from '../../platform/http/routes.ts';
import { openPerson } from '../opening.store.ts';
import { PersonPath } from '../people.forms.ts';
import { identityOf } from '../people.store.ts';
import { ToTellPage } from './to-tell.pages.tsx';
import { DemonstrationOutboxPage, ToldPage } from './told.pages.tsx';
import { demonstrationOutbox, messagesFrom, settleTold, toldPerson, toldTo, toTell } from './told.store.ts';
import { settledBefore, settledInWords, toldOn } from './told.ts';

const page = 50;
/** How many who wait are on one list. */
const most = 200;
const SettledForm = z.object({
  how: z.enum(['told', 'posted', 'not-now'], { error: 'Say what you did' }),
  on: z.enum(toldOn).optional(),
});

/** What somebody was told, and what one of us still has to tell them. */
export function messageRoutes(house: House): void {
  house.get('/people/:id/told', {
    name: 'What somebody was told',
    may: alongsiders,
    params: PersonPath,
    query: z.object({ before: z.iso.datetime().optional() }),
    act: ({ db, params, query }) => toldShown(db, params.id, query.before ? new Date(query.before) : null),
    page: ToldPage,
  });

  house.post('/messages/:id/settled', {
    name: 'Say that somebody was told',
    may: alongsiders,
    params: PersonPath,
    body: SettledForm,
    act: async ({ db, params, body }) => {
      const { personId } = await openPerson(db, await toldPerson(db, params.id));
      const refusal = await settleTold(db, params.id, body.how);
      if (body.on) return done(`/${body.on}`, [personId], refusal ? settledBefore : settledInWords[body.how]);
      return refusal ?? done(`/people/${personId}/told`, [personId], settledInWords[body.how]);
    },
    again: async ({ db, params }) => toldShown(db, await toldPerson(db, params.id), null),
    page: ToldPage,
  });

  house.get('/messages', {
    name: 'Whom the team has still to tell, and letters to post',
    may: alongsiders,
    act: async ({ db }) => {
      const waiting = await toTell(db, most);
      const from = await messagesFrom(db);
      return shown(
        { waiting, from },
        waiting.map(({ personId }) => personId),
      );
    },
    page: ToTellPage,
  });

  house.get('/outbox', {
    name: 'What would have gone out, in a demonstration',
    may: ['administrator'],
    act: async ({ db }) => {
      const letters = await demonstrationOutbox(db, page);
      if (!letters) throw new Unknown();
      return shown({ letters });
    },
    page: DemonstrationOutboxPage,
  });
}

async function toldShown(db: CouncilDb, id: string, before: Date | null) {
  const { personId, reason } = await openPerson(db, id);
  const told = await toldTo(db, personId, page + 1, before);
  const identity = await identityOf(db, personId);
  const more = told.length > page ? (told[page - 1]?.madeAt ?? null) : null;
  return shown(
    { identity, told: told.slice(0, page), more, today: dayOf(nowOf(db)) },
    [personId],
    reason ?? undefined,
  );
}
