import type { Day } from '../../../platform/clock.ts';
import type { ListingCost, ListingOrganisation, ListingPhone } from '../../listing.ts';
import { dayIn } from './feed-dates.ts';
import {
  distinct,
  type JsonObject,
  numberIn,
  objectIn,
  objectsAmong,
  objectsIn,
  textIn,
} from './json-values.ts';
import { plainLine } from './plain-words.ts';
import { type Notes, quoted } from './read-outcome.ts';
import { webAddressIn } from './web-address.ts';

const OLDEST = 120;

export function organisationIn(record: JsonObject, notes: Notes): ListingOrganisation | null {
  const source = objectIn(record.organization);
  const id = textIn(source, 'id') ?? textIn(record, 'organization_id');
  const name = plainLine('organization.name', textIn(source, 'name'), notes);
  const website = webAddressIn('organization.website', textIn(source, 'website', 'url'), notes);
  if (name === null) notes.tidied('organization', 'Names no organisation', 'Listed it without one.');
  return id === null && name === null && website === null ? null : { id, name, website };
}

/** Numbers on the service, on its contacts and on its places. */
export function phonesIn(record: JsonObject, notes: Notes): ListingPhone[] {
  const links = objectsIn(record, 'service_at_locations');
  const holders = [record, ...links, ...objectsAmong(links.map((link) => link.location))];
  const own = holders.flatMap((holder) => numbersOn(holder, notes));
  const borrowed = own.length > 0 ? [] : numbersOn(objectIn(record.organization), notes);
  if (borrowed.length > 0) notes.tidied('phones', 'Gives no number of its own', 'Used its organisation’s.');
  const phones = own.length > 0 ? own : borrowed;
  return [
    ...new Map(phones.reverse().map((phone) => [phone.number.replace(/\s/g, ''), phone])).values(),
  ].reverse();
}

const numbersOn = (holder: JsonObject | null, notes: Notes): ListingPhone[] =>
  [
    ...objectsIn(holder, 'phones'),
    ...objectsIn(holder, 'contacts').flatMap((contact) => objectsIn(contact, 'phones')),
  ].flatMap((source) => phoneIn(source, notes) ?? []);

function phoneIn(source: JsonObject, notes: Notes): ListingPhone | null {
  const written = textIn(source, 'number');
  if (written === null) return null;
  const number = written.replace(/^(?:\+|00)44\s*(?:\(0\))?\s*/, '0').replace(/\s+/g, ' ');
  const digits = number.replace(/\D/g, '');
  if (digits.length < 3 || digits.length > 15 || number.length > 60) {
    notes.mended('phones.number', 'Is not a telephone number', `Left out ${quoted(written)}.`);
    return null;
  }
  const isMobile = /^07[1-57-9]\d{8}/.test(digits);
  if (isMobile) {
    notes.tidied(
      'phones.number',
      'Is a mobile, perhaps somebody’s own',
      'Kept it for staff, not to be published.',
    );
  }
  const label = plainLine('phones.description', textIn(source, 'description', 'type'), notes);
  return { number, label, mayBePersonal: isMobile };
}

/** What it costs, prices that ended before today left out. */
export function costsIn(record: JsonObject, today: Day, notes: Notes): ListingCost[] {
  const options = objectsIn(record, 'cost_options').flatMap((option) => costIn(option, today, notes) ?? []);
  const fees = plainLine('fees', textIn(record, 'fees_description', 'fees'), notes);
  if (fees === null || options.some((option) => option.text.includes(fees))) return options;
  return [...options, { text: fees, amount: isFree(fees) ? 0 : null }];
}

function costIn(option: JsonObject, today: Day, notes: Notes): ListingCost | null {
  const endedOn = dayIn('cost_options.valid_to', textIn(option, 'valid_to'), notes);
  if (endedOn !== null && endedOn < today) {
    notes.mended(
      'cost_options',
      'Gives a price that has ended',
      `Left out the price that ended on ${endedOn}.`,
    );
    return null;
  }
  const words = [textIn(option, 'option'), textIn(option, 'amount_description')];
  const text = distinct(words.flatMap((word) => plainLine('cost_options', word, notes) ?? [])).join(', ');
  const amount = numberIn(option, 'amount');
  if (amount !== null && (amount < 0 || amount > 100_000)) {
    notes.mended('cost_options.amount', 'Is not a price', `Left out ${amount}.`);
    return text === '' ? null : { text, amount: null };
  }
  if (text === '' && amount === null) return null;
  return { text: text === '' ? pounds(amount ?? 0) : text, amount: amount ?? (isFree(text) ? 0 : null) };
}

const isFree = (text: string): boolean =>
  /^(?:free|no (?:charge|cost|fee)s?|none|£?0(?:\.00)?)\.?$/i.test(text);
const pounds = (amount: number): string =>
  amount === 0 ? 'Free' : `£${amount.toFixed(2).replace('.00', '')}`;

/** Ages, from the record or from version 1's `eligibilitys`. -1, and anything past 120, means "not set". */
export function agesIn(record: JsonObject, notes: Notes) {
  const older = objectsIn(record, 'eligibilitys', 'eligibilities')[0] ?? null;
  const minimumAge = ageIn('minimum_age', record, older, notes);
  const maximumAge = ageIn('maximum_age', record, older, notes);
  if (minimumAge === null || maximumAge === null || minimumAge <= maximumAge)
    return { minimumAge, maximumAge };
  notes.mended('maximum_age', 'Is lower than the lowest age', `Left out ${minimumAge} to ${maximumAge}.`);
  return { minimumAge: null, maximumAge: null };
}

function ageIn(field: string, record: JsonObject, older: JsonObject | null, notes: Notes): number | null {
  const age = numberIn(record, field) ?? numberIn(older, field);
  if (age === null) return null;
  if (age === -1) {
    notes.tidied(field, 'Is -1, which means it is not set', 'Left it out.');
    return null;
  }
  if (age >= 0 && age <= OLDEST) return age;
  notes.mended(field, 'Is not an age', `Left out ${age}.`);
  return null;
}

const languageNames = new Intl.DisplayNames(['en-GB'], { type: 'language', fallback: 'none' });

export function languagesIn(record: JsonObject, notes: Notes): string[] {
  const written = [
    record,
    ...objectsIn(record, 'service_at_locations').map((link) => objectIn(link.location)),
  ]
    .flatMap((holder) => objectsIn(holder, 'languages'))
    .map((each) => textIn(each, 'name', 'language', 'code'));
  return distinct(written.flatMap((text) => (text === null ? [] : languageIn(text, notes))));
}

function languageIn(text: string, notes: Notes): string[] {
  if (!/^[a-z]{2,3}(-[a-z]{2})?$/i.test(text)) return [plainLine('languages', text, notes) ?? []].flat();
  const name = languageNames.of(text.toLowerCase());
  if (name !== undefined) return [name];
  notes.mended('languages', 'Is a language code nobody uses', `Left out ${quoted(text)}.`);
  return [];
}

export function accessibilityIn(record: JsonObject, notes: Notes): string[] {
  const locations = objectsAmong(objectsIn(record, 'service_at_locations').map((link) => link.location));
  const sources = [record, ...locations, ...objectsIn(record, 'locations')].flatMap((holder) =>
    objectsIn(holder, 'accessibility', 'accessibility_for_disabilities'),
  );
  const words = sources.flatMap((source) => [
    textIn(source, 'description', 'accessibility'),
    textIn(source, 'details'),
  ]);
  return distinct(words.flatMap((text) => plainLine('accessibility', text, notes) ?? []));
}
