import { alongsiders } from '../../access/roles.ts';
import { openPerson } from '../../people/opening.store.ts';
import { PersonPath } from '../../people/people.forms.ts';
import type { House } from '../../platform/http/house.ts';
import { shown } from '../../platform/http/routes.ts';
import { ToldBeforePage } from './returning.pages.tsx';
import { readToldBefore } from './returning.store.ts';

export function returningRoutes(house: House): void {
  house.get('/people/:id/before', {
    name: 'What a person told us before',
    may: alongsiders,
    params: PersonPath,
    act: async ({ db, params }) => {
      const { personId, reason } = await openPerson(db, params.id);
      return shown(await readToldBefore(db, personId), [personId], reason ?? undefined);
    },
    page: ToldBeforePage,
  });
}
