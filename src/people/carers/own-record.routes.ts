import { alongsiders } from '../../access/roles.ts';
import type { CouncilDb } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import type { Typed } from '../../platform/http/problems.ts';
import { done, shown } from '../../platform/http/routes.ts';
import { isRefusal } from '../../platform/refusal.ts';
import { openPerson } from '../opening.store.ts';
import { OwnRecordForm, OwnRecordPath } from './own-record.forms.ts';
import { OwnRecordPage } from './own-record.pages.tsx';
import { giveOwnRecord, readOwnRecord } from './own-record.store.ts';

/** From “People around”: somebody who looks out for a person gets a record of their own. */
export function ownRecordRoutes(house: House): void {
  const page = async (
    db: CouncilDb,
    { id, aroundId }: { id: string; aroundId: string },
    typed: Typed = {},
  ) => {
    const { personId, reason } = await openPerson(db, id);
    const name = [typed.fullName ?? []].flat()[0] || null;
    const value = await readOwnRecord(db, personId, aroundId, name);
    return shown(value, [personId, ...value.found.map((one) => one.id)], reason ?? undefined);
  };
  house.get('/people/:id/around/:aroundId/record', {
    name: 'Offer a carer a record of their own',
    may: alongsiders,
    params: OwnRecordPath,
    act: ({ db, params }) => page(db, params),
    page: OwnRecordPage,
  });
  house.post('/people/:id/around/:aroundId/record', {
    name: 'Give a carer a record of their own',
    may: alongsiders,
    params: OwnRecordPath,
    body: OwnRecordForm,
    act: async ({ db, params, body }) => {
      const { personId } = await openPerson(db, params.id);
      const carerId = await giveOwnRecord(db, personId, params.aroundId, body);
      if (isRefusal(carerId)) return carerId;
      return done(
        `/people/${carerId}`,
        [personId, carerId],
        'This record is theirs. What they tell us here stays here. Offer them a conversation of their own next.',
        { personId: carerId },
      );
    },
    again: ({ db, params, typed }) => page(db, params, typed),
    page: OwnRecordPage,
  });
}
