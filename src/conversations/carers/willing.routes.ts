import { alongsiders } from '../../access/roles.ts';
import { openPerson } from '../../people/opening.store.ts';
import { PersonPath } from '../../people/people.forms.ts';
import type { CouncilDb } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { done, shown } from '../../platform/http/routes.ts';
import { keepSaid } from './saying.store.ts';
import { WillingForm, WillingQuery } from './willing.forms.ts';
import { WillingPage } from './willing.pages.tsx';
import { readWilling } from './willing-page.store.ts';

/** N5 on the carer's own record: what they are willing and able to do, and the day they said it. */
export function willingRoutes(house: House): void {
  const page = async (
    db: CouncilDb,
    id: string,
    begins: { thing?: string | undefined; about?: string | undefined },
  ) => {
    const { personId, reason } = await openPerson(db, id);
    const value = await readWilling(db, personId, { thing: begins.thing ?? '', about: begins.about ?? null });
    return shown(value, [personId, ...value.lookedAfter.map((one) => one.personId)], reason ?? undefined);
  };
  house.get('/people/:id/willing-and-able', {
    name: 'What a carer is willing and able to do',
    may: alongsiders,
    params: PersonPath,
    query: WillingQuery,
    act: ({ db, params, query }) => page(db, params.id, query),
    page: WillingPage,
  });
  house.post('/people/:id/willing-and-able', {
    name: 'Write down what a carer is willing and able to do',
    may: alongsiders,
    params: PersonPath,
    body: WillingForm,
    act: async ({ db, params, body }) => {
      const { personId } = await openPerson(db, params.id);
      const refusal = await keepSaid(db, personId, body);
      return (
        refusal ??
        done(
          `/people/${personId}/willing-and-able`,
          [personId, body.forPerson],
          'Written down, with their words on this record.',
        )
      );
    },
    again: ({ db, params }) => page(db, params.id, {}),
    page: WillingPage,
  });
}
