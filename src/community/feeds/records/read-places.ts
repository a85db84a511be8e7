import { fix, match, toNormalised, toOutcode, validOutcode } from 'postcode';
import type { Coordinates, ListingPlace } from '../../listing.ts';
import { distinct, type JsonObject, numberIn, objectsAmong, objectsIn, textIn } from './json-values.ts';
import { plainLine } from './plain-words.ts';
import { type Notes, quoted } from './read-outcome.ts';

/** The United Kingdom with its islands, in degrees, a little generous. */
const UK = { south: 49.8, north: 61, west: -8.8, east: 1.9 };

/** Where a record says it meets, version 1 (`physical_addresses`) and version 3 (`addresses`) alike. */
export function placesIn(record: JsonObject, notes: Notes): ListingPlace[] {
  const links = objectsIn(record, 'service_at_locations', 'service_at_location');
  const linked = objectsAmong(links.map((link) => link.location));
  const locations = linked.length > 0 ? linked : objectsIn(record, 'locations', 'location');
  const places = locations.flatMap((location) => placeIn(location, notes) ?? []);
  return [...new Map(places.map((place) => [JSON.stringify(place), place])).values()];
}

function placeIn(location: JsonObject, notes: Notes): ListingPlace | null {
  const addresses = objectsIn(location, 'physical_addresses', 'addresses');
  const address =
    addresses.find((each) => textIn(each, 'address_type') === 'physical') ?? addresses[0] ?? null;
  const name = plainLine('location.name', textIn(location, 'name', 'alternate_name'), notes);
  const kind = kindOf(textIn(location, 'location_type') ?? textIn(address, 'address_type'));
  const place = {
    name,
    kind,
    ...addressIn(address, name, notes),
    coordinates: coordinatesIn(location, notes),
  };
  const isSomewhere =
    place.name ?? place.addressLines[0] ?? place.town ?? place.district ?? place.coordinates;
  return isSomewhere === null || isSomewhere === undefined ? null : place;
}

function kindOf(type: string | null): ListingPlace['kind'] {
  const known = type?.toLowerCase();
  return known === 'postal' || known === 'virtual' ? known : 'physical';
}

type Address = Pick<ListingPlace, 'addressLines' | 'town' | 'postcode' | 'district'>;

function addressIn(address: JsonObject | null, name: string | null, notes: Notes): Address {
  const town = plainLine('address.city', textIn(address, 'city'), notes);
  const written = [textIn(address, 'address_1'), textIn(address, 'address_2')].flatMap(
    (line) => plainLine('address.address_1', line, notes) ?? [],
  );
  const { postcode, district, foundInLine } = postcodeIn(address, written, notes);
  const said = new Set([name, town, postcode].map((text) => text?.toLowerCase()));
  const lines = written
    .map((line) => (foundInLine === null ? line : line.replace(foundInLine, '').replace(/[\s,]+$/, '')))
    .filter((line) => line !== '' && !said.has(line.toLowerCase()));
  return { addressLines: distinct(lines), town, postcode, district };
}

function postcodeIn(address: JsonObject | null, lines: readonly string[], notes: Notes) {
  const written = textIn(address, 'postal_code', 'postcode');
  if (written === null) {
    const foundInLine = match(lines.join('\n'))[0] ?? null;
    const found = foundInLine === null ? null : toNormalised(foundInLine);
    if (found !== null) notes.mended('address.postal_code', 'Was written in the address', `Moved ${found}.`);
    return { postcode: found, district: found === null ? null : toOutcode(found), foundInLine };
  }
  const postcode = toNormalised(written) ?? toNormalised(fix(written));
  if (postcode !== null) {
    notePostcode(written, postcode, notes);
    return { postcode, district: toOutcode(postcode), foundInLine: null };
  }
  const district = written.toUpperCase();
  if (validOutcode(district)) return { postcode: null, district, foundInLine: null };
  notes.mended('address.postal_code', 'Is not a postcode', `Left out ${quoted(written)}.`);
  return { postcode: null, district: null, foundInLine: null };
}

function notePostcode(written: string, postcode: string, notes: Notes): void {
  if (written === postcode) return;
  const isSameLetters = written.replace(/\s/g, '').toUpperCase() === postcode.replace(' ', '');
  if (isSameLetters) {
    notes.tidied('address.postal_code', 'Has its space or capitals in another form', `Wrote it ${postcode}.`);
  } else {
    notes.mended(
      'address.postal_code',
      'Mixes up letters and numbers',
      `Read ${quoted(written)} as ${postcode}.`,
    );
  }
}

/** Coordinates that fall in the United Kingdom. The two ranges never meet, so a swapped pair can only mean one thing. */
function coordinatesIn(location: JsonObject, notes: Notes): Coordinates | null {
  const latitude = numberIn(location, 'latitude');
  const longitude = numberIn(location, 'longitude');
  if (latitude === null && longitude === null) return null;
  if (latitude === null || longitude === null) {
    notes.mended('location.latitude', 'Gives half of a position', 'Left it out.');
    return null;
  }
  if (isInUk(latitude, longitude)) return { latitude, longitude };
  if (isInUk(longitude, latitude)) {
    notes.mended('location.latitude', 'Has latitude and longitude swapped', 'Put them the right way round.');
    return { latitude: longitude, longitude: latitude };
  }
  notes.mended(
    'location.latitude',
    'Is a position outside the United Kingdom',
    `Left out ${latitude}, ${longitude}.`,
  );
  return null;
}

function isInUk(latitude: number, longitude: number): boolean {
  return latitude > UK.south && latitude < UK.north && longitude > UK.west && longitude < UK.east;
}
