import { alongsiders } from '../../access/roles.ts';
import { openPerson } from '../../people/opening.store.ts';
import { PersonPath } from '../../people/people.forms.ts';
import { identityOf } from '../../people/people.store.ts';
import { dayOf } from '../../platform/clock.ts';
import { type CouncilDb, nowOf } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { done, shown } from '../../platform/http/routes.ts';
import { refuse } from '../../platform/refusal.ts';
import { DecidingForForm, DecidingPath, EndForm, SeenForm } from './deciding.forms.ts';
import { DecidingPage } from './deciding.pages.tsx';
import {
  endDecidingFor,
  findDecidingFor,
  readDecisions,
  saveDecidingFor,
  sawDocument,
} from './deciding.store.ts';

/** N4: one decision at a time, and who may decide what for somebody. */
export function decidingRoutes(house: House): void {
  house.get('/people/:id/deciding', {
    name: 'What they can decide, and who may decide for them',
    may: alongsiders,
    params: PersonPath,
    act: ({ db, params }) => page(db, params.id),
    page: DecidingPage,
  });

  house.post('/people/:id/deciding-for', {
    name: 'Write down who may decide something',
    may: alongsiders,
    params: PersonPath,
    body: DecidingForForm,
    act: async ({ db, params, body }) => {
      const { personId } = await openPerson(db, params.id);
      if (body.seenOn && body.seenOn > dayOf(nowOf(db))) return notYetSeen;
      const id = await saveDecidingFor(db, { personId, ...body });
      return done(`/people/${personId}/deciding`, [personId], 'Written down.', { id });
    },
    again: ({ db, params }) => page(db, params.id),
    page: DecidingPage,
  });

  house.post('/deciding-for/:id/seen', {
    name: 'Write down that a document was seen',
    may: alongsiders,
    params: DecidingPath,
    body: SeenForm,
    act: async ({ db, params, body }) => {
      const one = await findDecidingFor(db, params.id);
      const { personId } = await openPerson(db, one.personId);
      if (body.seenOn > dayOf(nowOf(db))) return notYetSeen;
      await sawDocument(db, one.id, body.seenOn);
      return done(`/people/${personId}/deciding`, [personId], 'Written down.');
    },
    again: async ({ db, params }) => page(db, (await findDecidingFor(db, params.id)).personId),
    page: DecidingPage,
  });

  house.post('/deciding-for/:id/end', {
    name: 'End somebody’s right to decide',
    may: alongsiders,
    params: DecidingPath,
    body: EndForm,
    act: async ({ db, params, body }) => {
      const one = await findDecidingFor(db, params.id);
      const { personId } = await openPerson(db, one.personId);
      if (one.fromOn && body.untilOn < one.fromOn)
        return refuse('N4', 'it would end before it began', 'write a day on or after the day it began');
      await endDecidingFor(db, one, body.untilOn);
      return done(`/people/${personId}/deciding`, [personId], 'Ended. It stays in the story.');
    },
    again: async ({ db, params }) => page(db, (await findDecidingFor(db, params.id)).personId),
    page: DecidingPage,
  });
}

const notYetSeen = refuse(
  'N4',
  'that day has not come yet',
  'leave the day empty until somebody here has seen the document',
);

async function page(db: CouncilDb, id: string) {
  const { personId, reason } = await openPerson(db, id);
  const value = {
    identity: await identityOf(db, personId),
    today: dayOf(nowOf(db)),
    ...(await readDecisions(db, personId)),
  };
  return shown(value, [personId], reason ?? undefined);
}
