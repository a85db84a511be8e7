import { alongsiders } from '../../access/roles.ts';
import { openPerson } from '../../people/opening.store.ts';
import { identityOf } from '../../people/people.store.ts';
import { dayOf } from '../../platform/clock.ts';
import { type CouncilDb, nowOf } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { done, shown } from '../../platform/http/routes.ts';
import { findSupport } from '../support.store.ts';
import { EndForm, SupportPath } from './ending.forms.ts';
import { EndingPage } from './ending.pages.tsx';
import { endAsAsked } from './ending.store.ts';

export function endingRoutes(house: House): void {
  house.get('/support/:id/end', {
    name: 'How support ends',
    may: alongsiders,
    params: SupportPath,
    act: ({ db, params }) => endingPage(db, params.id),
    page: EndingPage,
  });

  house.post('/support/:id/end', {
    name: 'End support',
    may: alongsiders,
    params: SupportPath,
    body: EndForm,
    act: async ({ db, params, body }) => {
      const { personId } = await openPerson(db, (await findSupport(db, params.id)).personId);
      const refusal = await endAsAsked(db, params.id, body);
      return refusal ?? done(`/people/${personId}/plan`, [personId], 'Written, and in the story.');
    },
    again: ({ db, params }) => endingPage(db, params.id),
    page: EndingPage,
  });
}

async function endingPage(db: CouncilDb, id: string) {
  const support = await findSupport(db, id);
  const { personId, reason } = await openPerson(db, support.personId);
  const value = { identity: await identityOf(db, personId), today: dayOf(nowOf(db)), support };
  return shown(value, [personId], reason ?? undefined);
}
