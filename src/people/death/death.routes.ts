import { z } from 'zod';
import { alongsiders } from '../../access/roles.ts';
import { dayOf } from '../../platform/clock.ts';
import { type CouncilDb, nowOf } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { day, words, wordsOrNothing } from '../../platform/http/reading.ts';
import { done, shown } from '../../platform/http/routes.ts';
import { openPerson } from '../opening.store.ts';
import { PersonPath } from '../people.forms.ts';
import { identityOf } from '../people.store.ts';
import { DeathPage } from './death.pages.tsx';
import { diedOn, takeBackDeath, writeDeath } from './death.store.ts';

const DeathForm = z.object({
  on: day('Write the day they died'),
  toldBy: words('Write who told us', 200),
  words: wordsOrNothing(2_000),
});
const MistakeForm = z.object({ why: words('Write what happened', 1_000) });

/** That somebody died: written once, in one place. */
export function deathRoutes(house: House): void {
  house.get('/people/:id/death', {
    name: 'That a person died',
    may: alongsiders,
    params: PersonPath,
    act: ({ db, params }) => page(db, params.id),
    page: DeathPage,
  });

  house.post('/people/:id/death', {
    name: 'Write down that a person died',
    may: alongsiders,
    params: PersonPath,
    body: DeathForm,
    act: async ({ db, params, body }) => {
      const { personId } = await openPerson(db, params.id);
      const refusal = await writeDeath(db, personId, body);
      return refusal ?? done(`/people/${personId}/death`, [personId], 'Written down. We are sorry.');
    },
    again: ({ db, params }) => page(db, params.id),
    page: DeathPage,
  });

  house.post('/people/:id/death/mistake', {
    name: 'Take back a death written by mistake',
    may: alongsiders,
    params: PersonPath,
    body: MistakeForm,
    act: async ({ db, params, body }) => {
      const { personId } = await openPerson(db, params.id);
      const refusal = await takeBackDeath(db, personId, body.why);
      return refusal ?? done(`/people/${personId}/death`, [personId], 'Taken back. Both stay in the story.');
    },
    again: ({ db, params }) => page(db, params.id),
    page: DeathPage,
  });
}

async function page(db: CouncilDb, id: string) {
  const { personId, reason } = await openPerson(db, id);
  const value = {
    identity: await identityOf(db, personId),
    today: dayOf(nowOf(db)),
    diedOn: await diedOn(db, personId),
  };
  return shown(value, [personId], reason ?? undefined);
}
