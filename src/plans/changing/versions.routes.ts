import { alongsiders } from '../../access/roles.ts';
import { openPerson } from '../../people/opening.store.ts';
import { identityOf } from '../../people/people.store.ts';
import { dayOf } from '../../platform/clock.ts';
import { nowOf } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { shown } from '../../platform/http/routes.ts';
import { PlanPath } from '../plans.forms.ts';
import { plansOf } from '../plans.store.ts';
import { twoOf } from './before.store.ts';
import { VersionsQuery } from './changing.forms.ts';
import { VersionsPage } from './versions.pages.tsx';

/** Old plans stay readable; here any two of them stand side by side. */
export function versionsRoutes(house: House): void {
  house.get('/people/:id/plan/versions', {
    name: 'A person’s plans, side by side',
    may: alongsiders,
    params: PlanPath,
    query: VersionsQuery,
    act: async ({ db, params, query }) => {
      const { personId, reason } = await openPerson(db, params.id);
      const plans = await plansOf(db, personId);
      const value = {
        identity: await identityOf(db, personId),
        today: dayOf(nowOf(db)),
        plans,
        two: twoOf(plans, query.one, query.other),
      };
      return shown(value, [personId], reason ?? undefined);
    },
    page: VersionsPage,
  });
}
