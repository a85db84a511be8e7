import type { Listing } from '../../listing.ts';
import { distinct, type JsonObject, objectIn, objectsIn, textIn } from './json-values.ts';
import { plainLine } from './plain-words.ts';
import type { Notes } from './read-outcome.ts';
import { linkOfAudience, termSourcesIn } from './related/read-terms.ts';
import { emailIn, webAddressIn } from './web-address.ts';

/** How version 1 names ways of taking part, and how we say them. */
const WAYS: Record<string, string> = {
  venue: 'At a place',
  online: 'Online',
  phone: 'By phone',
  'home visit': 'At home',
};

/** How version 1 names ways of joining, and how we say them. */
const JOINING: Record<string, string> = {
  'drop-in': 'Drop in',
  'drop in': 'Drop in',
  appointment: 'By appointment',
  membership: 'For members',
  referral: 'Somebody introduces you',
  'self referral': 'Get in touch yourself',
  'professional referral': 'A professional introduces you',
  assessment: 'They talk with you first',
};

/** What it is about: the names of its taxonomy terms, whichever version hangs them where. */
export function topicsIn(record: JsonObject, notes: Notes): string[] {
  return distinct(
    termSourcesIn(record).flatMap(
      (term) => plainLine('attributes.taxonomy_term', textIn(term, 'name', 'term'), notes) ?? [],
    ),
  );
}

/** Who it is for, as tags. "Parents>Grandparents" is a branch and its leaf: the leaf is what people look for. */
export function audiencesIn(record: JsonObject, notes: Notes): string[] {
  const tags = objectsIn(record, 'pc_targetAudience').map((each) => textIn(each, 'audienceType'));
  const linked = objectsIn(record, 'attributes').filter(({ link_type }) => link_type === linkOfAudience);
  const terms = linked.map((link) => textIn(objectIn(link.taxonomy_term), 'name'));
  const leaves = [...tags, ...terms].flatMap((tag) => tag?.split('>').at(-1)?.trim() ?? []);
  return distinct(leaves.flatMap((leaf) => plainLine('pc_targetAudience', leaf, notes) ?? []));
}

/** Who it is for, in words. */
export function whoForIn(record: JsonObject, notes: Notes): string | null {
  const older = objectsIn(record, 'eligibilitys', 'eligibilities')[0] ?? null;
  const words = textIn(record, 'eligibility_description') ?? textIn(older, 'eligibility');
  return plainLine('eligibility_description', words, notes);
}

export function waysIn(record: JsonObject, notes: Notes): string[] {
  const isOnline = objectsIn(record, 'service_at_locations').some(
    (link) => textIn(objectIn(link.location), 'location_type') === 'virtual',
  );
  const schedules = objectsIn(record, 'schedules').map((each) => textIn(each, 'attending_type'));
  const written = [textIn(record, 'attending_type'), ...schedules, isOnline ? 'online' : null];
  return distinct(written.flatMap((text) => inOurWords(text, WAYS, 'attending_type', notes)));
}

export function howToJoinIn(record: JsonObject, notes: Notes): string[] {
  const written = [
    textIn(record, 'attending_access'),
    textIn(record, 'application_process'),
    textIn(record, 'pc_attendingAccess_additionalInfo'),
  ];
  return distinct(written.flatMap((text) => inOurWords(text, JOINING, 'attending_access', notes)));
}

function inOurWords(
  text: string | null,
  words: Record<string, string>,
  field: string,
  notes: Notes,
): string[] {
  const known = text === null ? undefined : words[text.toLowerCase()];
  return [known ?? plainLine(field, text, notes) ?? []].flat();
}

export function areasIn(record: JsonObject, notes: Notes): string[] {
  const holders = [record, ...objectsIn(record, 'service_at_locations')];
  const given = holders.flatMap((holder) => objectsIn(holder, 'service_areas'));
  const areas = given.map((area) => textIn(area, 'name', 'service_area'));
  return distinct(areas.flatMap((area) => plainLine('service_areas', area, notes) ?? []));
}

/** Web and email together: each is now and then written in the other's field. Where it has none, its contact's. */
export function reachIn(record: JsonObject, notes: Notes): Pick<Listing, 'email' | 'website'> {
  const url = textIn(record, 'url', 'website') ?? furtherAddressIn(record);
  const email = textIn(record, 'email');
  if (email === null && url !== null && /^(?:mailto:)?[^\s@/]+@[^\s@/]+$/i.test(url)) {
    const moved = emailIn('url', url, notes);
    if (moved !== null) notes.mended('url', 'Is an email address, not a web address', 'Moved it to email.');
    return { email: moved, website: null };
  }
  return {
    email: emailIn('email', email ?? contactsEmailIn(record, notes), notes),
    website: webAddressIn('url', url, notes),
  };
}

/** HSDS 3.1 lists further addresses beside the first. */
const furtherAddressIn = (record: JsonObject): string | null =>
  objectsIn(record, 'additional_urls', 'urls').flatMap((each) => textIn(each, 'url') ?? [])[0] ?? null;

function contactsEmailIn(record: JsonObject, notes: Notes): string | null {
  const [first] = objectsIn(record, 'contacts').flatMap((contact) => textIn(contact, 'email') ?? []);
  if (first === undefined) return null;
  notes.tidied('email', 'Gives no email of its own', 'Used its contact’s.');
  return first;
}
