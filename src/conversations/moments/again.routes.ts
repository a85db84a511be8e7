import { alongsiders } from '../../access/roles.ts';
import { openPerson } from '../../people/opening.store.ts';
import { identityOf } from '../../people/people.store.ts';
import { dayOf } from '../../platform/clock.ts';
import { type CouncilDb, nowOf } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { done, shown } from '../../platform/http/routes.ts';
import { isRefusal } from '../../platform/refusal.ts';
import { findFact } from '../facts.store.ts';
import { saySaidAgain } from './again.store.ts';
import { FactPath, SaidForm, StillRightForm } from './moments.forms.ts';
import { CorrectingPage } from './said.pages.tsx';
import { sayFact } from './saying.store.ts';

/** R2: what was said before is right still, or is put right with words of today. */
export function againRoutes(house: House): void {
  house.post('/facts/:id/said-again', {
    name: 'What was said before is right still',
    may: alongsiders,
    params: FactPath,
    body: StillRightForm,
    act: async ({ db, params, body }) => {
      const fact = await findFact(db, params.id);
      const { personId } = await openPerson(db, fact.personId);
      const refusal = await saySaidAgain(db, fact, body.saidBy);
      return refusal ?? done(`/people/${personId}/before`, [personId], 'Kept: still right today.');
    },
    again: ({ db, params }) => page(db, params.id),
    page: CorrectingPage,
  });

  house.get('/facts/:id/correction', {
    name: 'Put right what was said before',
    may: alongsiders,
    params: FactPath,
    act: ({ db, params }) => page(db, params.id),
    page: CorrectingPage,
  });

  house.post('/facts/:id/correction', {
    name: 'Keep later words in the place of earlier ones',
    may: alongsiders,
    params: FactPath,
    body: SaidForm,
    act: async ({ db, params, body }) => {
      const fact = await findFact(db, params.id);
      const { personId } = await openPerson(db, fact.personId);
      const said = await sayFact(db, personId, { ...body, kind: fact.kind, replaces: fact.id });
      if (isRefusal(said)) return said;
      return done(
        `/entries/${said.entryId}/facts`,
        [personId],
        'Put right. The earlier words stay in the story.',
        { ...said },
      );
    },
    again: ({ db, params }) => page(db, params.id),
    page: CorrectingPage,
  });
}

async function page(db: CouncilDb, id: string) {
  const fact = await findFact(db, id);
  const { personId, reason } = await openPerson(db, fact.personId);
  const value = { identity: await identityOf(db, personId), today: dayOf(nowOf(db)), fact };
  return shown(value, [personId], reason ?? undefined);
}
