import { alongsiders } from '../../access/roles.ts';
import { dayOf } from '../../platform/clock.ts';
import { type CouncilDb, nowOf } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { done, shown } from '../../platform/http/routes.ts';
import { openPerson } from '../opening.store.ts';
import { PersonPath } from '../people.forms.ts';
import { identityOf } from '../people.store.ts';
import { addressesOf, findAddress, moveTo, privateAddressesOf, protect } from './addresses.store.ts';
import { AddressPath, DetailsForm, NewAddressForm, ProtectionForm } from './details.forms.ts';
import { DetailsPage } from './details.pages.tsx';
import { changeDetails, detailsOf, holdPerson } from './details.store.ts';
import { PrivateAddressPage } from './private-address.pages.tsx';

/** Who somebody is, how to reach them and where they live: written here, and put right here. */
export function detailsRoutes(house: House): void {
  house.get('/people/:id/details', {
    name: 'A person’s name, how to reach them and where they live',
    may: alongsiders,
    params: PersonPath,
    act: ({ db, params }) => readDetails(db, params.id),
    page: DetailsPage,
  });
  house.post('/people/:id/details', {
    name: 'Change a person’s details',
    may: alongsiders,
    params: PersonPath,
    body: DetailsForm,
    act: async ({ db, params, body }) => {
      const { personId } = await openPerson(db, params.id);
      const problems = await changeDetails(db, personId, body);
      return problems.length ? problems : done(`/people/${personId}/details`, [personId], 'Kept.');
    },
    again: ({ db, params }) => readDetails(db, params.id),
    page: DetailsPage,
  });
  addressRoutes(house);
}

function addressRoutes(house: House): void {
  house.post('/people/:id/addresses', {
    name: 'Write down where a person lives',
    may: alongsiders,
    params: PersonPath,
    body: NewAddressForm,
    act: async ({ db, params, body }) => {
      const { personId } = await openPerson(db, params.id);
      await holdPerson(db, personId);
      const problems = await moveTo(db, personId, body);
      return problems.length ? problems : done(`/people/${personId}/details`, [personId], 'Kept.');
    },
    again: ({ db, params }) => readDetails(db, params.id),
    page: DetailsPage,
  });
  house.post('/addresses/:id/protection', {
    name: 'Keep an address private, or no longer',
    may: alongsiders,
    params: AddressPath,
    body: ProtectionForm,
    act: async ({ db, params, body }) => {
      const { personId } = await openPerson(db, (await findAddress(db, params.id)).personId);
      const isPrivate = body.protection === 'private';
      const problems = await protect(db, { personId, addressId: params.id }, isPrivate, body.whyPrivate);
      if (problems.length) return problems;
      const said = isPrivate
        ? 'This address is kept private from now.'
        : 'This address is no longer private.';
      return done(`/people/${personId}/details`, [personId], said);
    },
    again: async ({ db, params }) => readDetails(db, (await findAddress(db, params.id)).personId, params.id),
    page: DetailsPage,
  });
  house.get('/people/:id/address', {
    name: 'The private address of a person',
    may: alongsiders,
    params: PersonPath,
    audit: 'address',
    act: async ({ db, params }) => {
      const { personId, reason } = await openPerson(db, params.id);
      const addresses = await privateAddressesOf(db, personId);
      const value = { identity: await identityOf(db, personId), addresses, today: dayOf(nowOf(db)) };
      return shown(value, [personId], reason ?? undefined);
    },
    page: PrivateAddressPage,
  });
}

/** Everything the page holds; of a private address, that there is one and its days (W4). */
async function readDetails(db: CouncilDb, id: string, cameBackFor: string | null = null) {
  const { personId, reason } = await openPerson(db, id);
  const value = {
    identity: await identityOf(db, personId),
    details: await detailsOf(db, personId),
    addresses: await addressesOf(db, personId),
    today: dayOf(nowOf(db)),
    cameBackFor,
  };
  return shown(value, [personId], reason ?? undefined);
}
