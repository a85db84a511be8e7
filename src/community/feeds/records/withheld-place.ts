import { match } from 'postcode';
import type { Json, Listing } from '../../listing.ts';
import { otherWordsOf } from '../../listing-kept.ts';
import type { KeptFields } from '../../said.ts';
import { objectIn } from './json-values.ts';
import type { ListedRecord, Reason } from './read-outcome.ts';

/** Said in its name, its organisation's name, its topics or who it is for: what it is. */
const IS_FOR_SAFETY =
  /\brefuges?\b|\bsafe ?houses?\b|\b(?:domestic|honou?r[- ]based|sexual|intimate partner) (?:abuse|violence)\b|\brape\b|\bsurvivors of abuse\b|\bwomen'?s aid\b|\bforced marriage\b|\bmodern slavery\b|\bhuman trafficking\b/i;
/** Said in its description, where many a helpline mentions abuse in passing: only what tells of a hidden house. */
const OFFERS_REFUGE =
  /\b(?:wom[ae]n'?s|men'?s|our|a|the) refuges?\b|\brefuge (?:accommodation|places?|spaces?|services?|for)\b|\bsafe ?houses?\b|\bconfidential (?:address|location)\b/i;
/** Everything in a source record that can lead to a door. */
const ADDRESS_FIELDS =
  /^(?:address_?\d?|address_line_?\d?|attention|city|town|region|state_province|postal_code|postcode|latitude|longitude|physical_addresses|postal_addresses|addresses|external_identifier|uprn|extent|geometry|transportation)$/i;
/** A course open to everybody lists survivors among many; a place only for them lists little else. */
const TAGS_THAT_TELL = 2;
const WITHHELD = 'address withheld';

/** What a listing says of what it is. */
type Telling = Pick<
  Listing,
  'name' | 'otherNames' | 'organisation' | 'topics' | 'audiences' | 'description' | 'whoFor'
>;

/**
 * True when where it meets may have to stay unknown. It leans to silence: a wrongly hidden address costs a telephone
 * call, a wrongly shown one can cost a life. Open Referral UK keeps refuges out of feeds altogether (compliance page).
 */
export function mayNeedToStayHidden(listing: Telling): boolean {
  const names = [listing.name, ...listing.otherNames, listing.organisation?.name ?? ''];
  const tags = [...listing.topics, ...listing.audiences];
  const about = [...names, ...(tags.length <= TAGS_THAT_TELL ? tags : [])].join('\n').replaceAll('’', "'");
  const told = [listing.description, listing.whoFor].join('\n').replaceAll('’', "'");
  return IS_FOR_SAFETY.test(about) || OFFERS_REFUGE.test(told);
}

/** The record with its places, and every trace of them in its words, its reasons and its source, left out. */
export function withholdPlace(
  { listing, organisation, terms }: Pick<ListedRecord, 'listing' | 'organisation' | 'terms'>,
  reasons: readonly Reason[],
): ListedRecord {
  const telling = /^(?:address|location)\./;
  const withheld: Reason = {
    field: 'service_at_locations',
    problem: 'May be a place whose address must stay unknown',
    whatWeDid: 'Kept the listing and how to reach it, and left out every address.',
    weight: 'mended',
  };
  const kept = reasons.filter((reason) => !telling.test(reason.field));
  // What an organisation says of itself may tell the way to its door.
  const quiet = organisation === null ? null : { ...organisation, description: null };
  return {
    ...{ outcome: 'mended', listing: withoutPlace(listing), organisation: quiet, terms },
    reasons: [...kept, withheld],
  };
}

/** The same for a listing somebody spoke for: no place, and no address in its words. */
export function keepPlaceQuiet<Kept extends KeptFields>(kept: Kept): Kept {
  const secrets = kept.places.flatMap(({ lines }) => lines).filter((line) => line.length > 4);
  const hide = (text: string | null): string | null =>
    text === null ? null : withoutAddresses(text, secrets);
  const { particulars } = kept;
  const quiet = {
    ...particulars,
    ...{ isPlaceWithheld: true, areas: [], accessibility: [], alert: hide(particulars.alert) },
    howToJoin: particulars.howToJoin.map((text) => withoutAddresses(text, secrets)),
    schedules: particulars.schedules.map((each) => ({ ...each, description: hide(each.description) })),
  };
  const { summary, description } = kept;
  return {
    ...kept,
    ...{ summary: hide(summary), description: hide(description), particulars: quiet, places: [] },
    otherWords: otherWordsOf(quiet, []),
  };
}

function withoutPlace(listing: Listing): Listing {
  const secrets = listing.places.flatMap((place) => place.addressLines).filter((line) => line.length > 4);
  const hide = (text: string | null): string | null =>
    text === null ? null : withoutAddresses(text, secrets);
  return {
    ...listing,
    places: [],
    areas: [],
    isPlaceWithheld: true,
    summary: hide(listing.summary),
    description: hide(listing.description),
    alert: hide(listing.alert),
    accessibility: [],
    howToJoin: listing.howToJoin.map((text) => withoutAddresses(text, secrets)),
    schedules: listing.schedules.map((each) => ({ ...each, description: hide(each.description) })),
    raw: rawWithoutAddresses(listing.raw, secrets),
  };
}

/** The words with every postcode and each of these lines of an address taken out. */
export function withoutAddresses(text: string, secrets: readonly string[]): string {
  return [...secrets, ...match(text)].reduce((left, secret) => left.replaceAll(secret, WITHHELD), text);
}

function rawWithoutAddresses(value: Json, secrets: readonly string[]): Json {
  if (typeof value === 'string') return withoutAddresses(value, secrets);
  if (Array.isArray(value)) return value.map((item) => rawWithoutAddresses(item, secrets));
  const record = objectIn(value);
  if (record === null) return value;
  const kept = Object.entries(record).filter(([key]) => !ADDRESS_FIELDS.test(key));
  return Object.fromEntries(
    kept.map(([key, item]) => [key, key === 'location' ? WITHHELD : rawWithoutAddresses(item, secrets)]),
  );
}
