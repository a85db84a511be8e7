import { alongsiders } from '../../access/roles.ts';
import { openPerson } from '../../people/opening.store.ts';
import { identityOf } from '../../people/people.store.ts';
import { dayOf } from '../../platform/clock.ts';
import { type CouncilDb, nowOf } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { done, shown } from '../../platform/http/routes.ts';
import { lookAgain } from './looking-again.store.ts';
import { LookAgainForm, UrgentHelpForm, UrgentHelpPath } from './urgent-help.forms.ts';
import { UrgentHelpPage } from './urgent-help.pages.tsx';
import { findUrgentHelp, meetUrgentNeed, urgentHelpOf } from './urgent-help.store.ts';

/** F6: what cannot wait is met at once. No rule of order, advocate or plan is asked here. */
export function urgentHelpRoutes(house: House): void {
  house.get('/people/:id/urgent-help', {
    name: 'Help at once, when something cannot wait',
    may: alongsiders,
    params: UrgentHelpPath,
    act: ({ db, params }) => urgentHelpPage(db, params.id),
    page: UrgentHelpPage,
  });

  house.post('/people/:id/urgent-help', {
    name: 'Help at once, when something cannot wait',
    may: alongsiders,
    params: UrgentHelpPath,
    body: UrgentHelpForm,
    act: async ({ db, params, body }) => {
      const { personId } = await openPerson(db, params.id);
      const helpId = await meetUrgentNeed(db, { ...body, personId });
      return done(`/people/${personId}/urgent-help`, [personId], 'Kept, and in the story.', {
        helpId,
      });
    },
    again: ({ db, params }) => urgentHelpPage(db, params.id),
    page: UrgentHelpPage,
  });

  house.post('/urgent-help/:id/looked-again', {
    name: 'Look at urgent help again',
    may: alongsiders,
    params: UrgentHelpPath,
    body: LookAgainForm,
    act: async ({ db, params, body }) => {
      const { personId } = await openPerson(db, (await findUrgentHelp(db, params.id)).personId);
      const refusal = await lookAgain(db, params.id, {
        thenWhat: body.thenWhat,
        untilOn: body.thenWhat === 'goes-on' ? body.againUntilOn : null,
        words: body.foundWords,
      });
      return refusal ?? done(`/people/${personId}/urgent-help`, [personId], 'Written, and in the story.');
    },
    again: async ({ db, params }) => urgentHelpPage(db, (await findUrgentHelp(db, params.id)).personId),
    page: UrgentHelpPage,
  });
}

async function urgentHelpPage(db: CouncilDb, id: string) {
  const { personId, reason } = await openPerson(db, id);
  const value = {
    identity: await identityOf(db, personId),
    today: dayOf(nowOf(db)),
    help: await urgentHelpOf(db, personId),
  };
  return shown(value, [personId], reason ?? undefined);
}
