import type { PlaceKept } from '../../listing-kept.ts';
import { type Entity, entity } from './entity.ts';
import { steadyId } from './steady-id.ts';

/** Postcode areas that lie wholly in one country, and those that a border runs through. */
const AREAS: readonly (readonly [string, RegExp])[] = [
  ['Scotland', /^(?:AB|DD|EH|FK|G|HS|IV|KA|KW|KY|ML|PA|PH|ZE)\d/],
  ['Wales', /^(?:CF|SA)\d/],
  ['Northern Ireland', /^BT\d/],
  ['United Kingdom', /^(?:CH|DG|GL|HR|LD|LL|NP|SY|TD|CA)\d/],
];

/** The id of a service at one of its places; the database finds a place by the same. */
export const placeLinkId = (listingId: string, position: number): string =>
  steadyId(`${listingId}/${position}`);

/** One id for one venue, whoever meets there. */
const locationId = ({ name, kind, lines, town, postcode, latitude, longitude }: PlaceKept): string =>
  steadyId(`location/${JSON.stringify([name, kind, lines, town, postcode, latitude, longitude])}`);

/** Where it meets, in the one-to-one form of a list. */
export function locationListed(place: PlaceKept): Entity {
  const { name, kind, latitude, longitude } = place;
  const hasPoint = latitude !== null && longitude !== null;
  return entity({
    ...{ id: locationId(place), location_type: kind, name },
    ...(addressOf(place) ? {} : { description: whereInWords(place) }),
    ...(hasPoint ? { latitude, longitude } : {}),
  });
}

/** Where it meets, with its address and how one gets in. */
export function locationOf(place: PlaceKept, accessibility: readonly string[]): Entity {
  const id = locationId(place);
  const address = addressOf(place);
  return {
    ...locationListed(place),
    ...entity({
      addresses: address ? [address] : [],
      accessibility: accessibility.map((description) =>
        entity({ id: steadyId(`${id}/accessibility/${description}`), location_id: id, description }),
      ),
    }),
  };
}

/** An address, when all that the standard requires of one is known; otherwise what is known stands in words. */
function addressOf(place: PlaceKept): Entity | null {
  const [first = place.name, ...rest] = place.lines;
  const { town, postcode, kind } = place;
  if (!first || !town || !postcode) return null;
  const location_id = locationId(place);
  return entity({
    ...{ id: steadyId(`${location_id}/address`), location_id },
    ...{ address_1: first, address_2: rest.join(', '), city: town, state_province: countryOf(postcode) },
    ...{ postal_code: postcode, country: 'GB', address_type: kind },
  });
}

const whereInWords = ({ lines, town, postcode, district }: PlaceKept): string =>
  [...lines, town, postcode ?? district].filter(Boolean).join(', ');

/** Counties are no part of a British address any more; the country is what "state or province" can truly say. */
const countryOf = (postcode: string): string =>
  AREAS.find(([, areas]) => areas.test(postcode))?.[0] ?? 'England';
