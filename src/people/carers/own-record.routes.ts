import { alongsiders } from '../../access/roles.ts';
import type { CouncilDb } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import type { Typed } from '../../platform/http/problems.ts';
import { done, shown } from '../../platform/http/routes.ts';
import { isRefusal } from '../../platform/refusal.ts';
import { openPerson } from '../opening.store.ts';
import { takeApart } from './joined-by-mistake.store.ts';
import { OwnRecordForm, OwnRecordPath, Pressed } from './own-record.forms.ts';
import { OwnRecordPage } from './own-record.pages.tsx';
import { findAround, giveOwnRecord, readOwnRecord } from './own-record.store.ts';

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
  house.post('/people/:id/around/:aroundId/apart', {
    name: 'Take apart two records joined by mistake',
    may: alongsiders,
    params: OwnRecordPath,
    body: Pressed,
    act: async ({ db, params }) => {
      const { personId } = await openPerson(db, params.id);
      const one = await findAround(db, personId, params.aroundId);
      const refusal = await takeApart(db, personId, one);
      const about = one.carerPersonId ? [personId, one.carerPersonId] : [personId];
      return refusal ?? done(`/people/${personId}/around`, about, 'The two records are apart again.');
    },
    again: ({ db, params }) => page(db, params),
    page: OwnRecordPage,
  });
}
