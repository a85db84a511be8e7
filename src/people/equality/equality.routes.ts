import { alongsiders } from '../../access/roles.ts';
import { dayOf } from '../../platform/clock.ts';
import { type CouncilDb, nowOf } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { done, shown } from '../../platform/http/routes.ts';
import { openPerson } from '../opening.store.ts';
import { PersonPath } from '../people.forms.ts';
import { identityOf } from '../people.store.ts';
import { EqualityForm } from './equality.forms.ts';
import { EqualityPage } from './equality.pages.tsx';
import { equalityFactsOf, keepEquality } from './equality.store.ts';
import { standing } from './equality.ts';

/** What somebody wants to say about who they are. Reached from their details, never at first contact (F5), and in no story. */
export function equalityRoutes(house: House): void {
  house.get('/people/:id/about-you', {
    name: 'What a person wants to say about who they are',
    may: alongsiders,
    params: PersonPath,
    act: ({ db, params }) => readEquality(db, params.id),
    page: EqualityPage,
  });
  house.post('/people/:id/about-you', {
    name: 'Write down what a person says about who they are',
    may: alongsiders,
    params: PersonPath,
    body: EqualityForm,
    act: async ({ db, params, body }) => {
      const { personId } = await openPerson(db, params.id);
      const problems = await keepEquality(db, personId, body);
      return problems.length ? problems : done(`/people/${personId}/about-you`, [personId], 'Kept.');
    },
    again: ({ db, params }) => readEquality(db, params.id),
    page: EqualityPage,
  });
}

async function readEquality(db: CouncilDb, id: string) {
  const { personId, reason } = await openPerson(db, id);
  const facts = await equalityFactsOf(db, personId);
  const identity = await identityOf(db, personId);
  const value = { identity, said: standing(facts), version: facts.length, today: dayOf(nowOf(db)) };
  return shown(value, [personId], reason ?? undefined);
}
