import type { Day } from '../../../platform/clock.ts';
import type { FeedOrigin, Json, Listing, ListingStatus } from '../../listing.ts';
import { assuredDayIn, instantIn } from './feed-dates.ts';
import { blankFields, distinct, type JsonObject, objectIn, storableJson, textIn } from './json-values.ts';
import { plainLine, plainParagraphs, summaryOf } from './plain-words.ts';
import { type Notes, newNotes, quoted, type ReadRecord, type Reason } from './read-outcome.ts';
import {
  accessibilityIn,
  agesIn,
  costsIn,
  languagesIn,
  organisationIn,
  phonesIn,
} from './read-particulars.ts';
import { placesIn } from './read-places.ts';
import { areasIn, audiencesIn, howToJoinIn, topicsIn, waysIn, whoForIn } from './read-reach.ts';
import { schedulesIn } from './read-schedules.ts';
import { emailIn, webAddressIn } from './web-address.ts';
import { mayNeedToStayHidden, withholdPlace } from './withheld-place.ts';

export type FeedVersion = 1 | 3;

export interface ReadingContext {
  readonly feed: FeedOrigin;
  readonly today: Day;
}

const LONGEST_ID = 300;
const ENDED = /^(?:inactive|defunct|closed|archived|deleted|ended|expired|withdrawn|unpublished|draft)$/i;
const NOT_PUBLIC = /^(?:internal|private|staff(?: only)?|confidential)$/i;
const NOT_PUBLIC_NAME = /\b(?:internal (?:use|only)|staff only|do not (?:publish|use))\b|\(internal\)/i;

/**
 * Reads one record of an Open Referral UK feed, version 1 or 3 (HSDS 3.x is near enough to 3). Pure, and total: any
 * JSON whatever ends as accepted, mended or refused, with the reasons; it never throws.
 * @example readRecord(3, { id: 'w1', name: 'Walk and talk' }, { feed, today: '2026-11-21' }).outcome // 'accepted'
 */
export function readRecord(version: FeedVersion, source: unknown, context: ReadingContext): ReadRecord {
  const stored = storableJson(source);
  if (stored === null) return refused(null, null, 'record', 'Is nested too deeply to be a record');
  const raw = stored.value;
  const record = objectIn(raw);
  if (record === null) return refused(raw, null, 'record', 'Is not a record');
  const notes = newNotes();
  const name = plainLine('name', textIn(record, 'name'), notes);
  const sourceId = textIn(record, 'id');
  if (sourceId === null) return refused(raw, record, 'id', 'Has no id');
  if (sourceId.length > LONGEST_ID) return refused(raw, record, 'id', 'Has an id too long to be one');
  if (name === null) return refused(raw, record, 'name', 'Has no name');
  const withdrawn = whyWithdrawn(record, name);
  if (withdrawn !== null) return { ...refused(raw, record, 'status', withdrawn), isWithdrawn: true };
  const listing = listingOf(version, record, { sourceId, name, raw, context }, notes);
  noteBlankFields(raw, notes);
  if (mayNeedToStayHidden(listing)) return withholdPlace(listing, notes.reasons);
  const isMended = notes.reasons.some((reason) => reason.weight === 'mended');
  return { outcome: isMended ? 'mended' : 'accepted', listing, reasons: notes.reasons };
}

/** A refusal, with what is left to know the record by. */
export function refused(raw: Json, record: JsonObject | null, field: string, problem: string) {
  const reason: Reason = { field, problem, whatWeDid: 'Did not list it.', weight: 'refused' };
  return {
    outcome: 'refused',
    reasons: [reason],
    sourceId: textIn(record, 'id'),
    name: textIn(record, 'name'),
    isWithdrawn: false,
    raw,
  } as const;
}

function whyWithdrawn(record: JsonObject, name: string): string | null {
  const status = textIn(record, 'status') ?? '';
  if (ENDED.test(status)) return 'Is marked as ended or not running';
  const marks = [status, textIn(record, 'visibility') ?? '', textIn(record, 'access') ?? ''];
  const isMarked = marks.some((mark) => NOT_PUBLIC.test(mark));
  const isFlagged = record.is_internal === true || record.internal === true || record.public === false;
  return isMarked || isFlagged || NOT_PUBLIC_NAME.test(name) ? 'Is marked as not for the public' : null;
}

interface Known {
  readonly sourceId: string;
  readonly name: string;
  readonly raw: Json;
  readonly context: ReadingContext;
}

function listingOf(version: FeedVersion, record: JsonObject, known: Known, notes: Notes): Listing {
  const { sourceId, name, raw, context } = known;
  const description = descriptionIn(record, notes);
  return {
    sourceId,
    feed: context.feed,
    name,
    otherNames: otherNamesIn(record, name, notes),
    summary: plainLine('summary', textIn(record, 'summary'), notes) ?? summaryOf(description),
    description,
    organisation: organisationIn(record, notes),
    places: placesIn(record, notes),
    isPlaceWithheld: false,
    phones: phonesIn(record, notes),
    ...reachIn(record, notes),
    schedules: schedulesIn(record, notes),
    costs: costsIn(record, context.today, notes),
    ...agesIn(record, notes),
    audiences: audiencesIn(record, notes),
    whoFor: whoForIn(record, notes),
    ways: waysIn(record, notes),
    howToJoin: howToJoinIn(record, notes),
    languages: languagesIn(record, notes),
    accessibility: accessibilityIn(record, notes),
    areas: areasIn(record, notes),
    topics: topicsIn(record, notes),
    alert: plainLine('alert', textIn(record, 'alert'), notes),
    status: statusIn(record, notes),
    ...freshnessIn(version, record, context.today, notes),
    raw,
    known: null,
  };
}

function descriptionIn(record: JsonObject, notes: Notes): string | null {
  const own = plainParagraphs('description', textIn(record, 'description'), notes);
  if (own !== null) return own;
  const organisation = textIn(objectIn(record.organization), 'description');
  const borrowed = plainParagraphs('organization.description', organisation, notes);
  if (borrowed !== null) {
    notes.mended('description', 'Says nothing about itself', 'Used what its organisation says of itself.');
  } else {
    notes.tidied('description', 'Says nothing about itself', 'Listed it by its name.');
  }
  return borrowed;
}

function otherNamesIn(record: JsonObject, name: string, notes: Notes): string[] {
  const other = plainLine('alternate_name', textIn(record, 'alternate_name'), notes);
  return other === null || other.toLowerCase() === name.toLowerCase() ? [] : [other];
}

/** Web and email together: each is now and then written in the other's field. */
function reachIn(record: JsonObject, notes: Notes): Pick<Listing, 'email' | 'website'> {
  const url = textIn(record, 'url', 'website');
  const email = textIn(record, 'email');
  if (email === null && url !== null && /^(?:mailto:)?[^\s@/]+@[^\s@/]+$/i.test(url)) {
    const moved = emailIn('url', url, notes);
    if (moved !== null) notes.mended('url', 'Is an email address, not a web address', 'Moved it to email.');
    return { email: moved, website: null };
  }
  return { email: emailIn('email', email, notes), website: webAddressIn('url', url, notes) };
}

function statusIn(record: JsonObject, notes: Notes): ListingStatus {
  const status = textIn(record, 'status');
  if (status === null) {
    notes.tidied('status', 'Does not say whether it is running', 'Listed it as not said.');
    return 'not said';
  }
  const known = status.toLowerCase().replace(/[_-]+/g, ' ');
  if (known === 'active') return 'active';
  if (known === 'temporarily closed') return 'temporarily closed';
  notes.mended('status', 'Is not a status the standard knows', `Listed ${quoted(status)} as not said.`);
  return 'not said';
}

function freshnessIn(version: FeedVersion, record: JsonObject, today: Day, notes: Notes) {
  const local = objectIn(record.pc_metadata);
  const assured = textIn(record, 'assured_date') ?? textIn(local, 'date_assured');
  const modified = textIn(record, 'last_modified') ?? textIn(local, 'date_modified');
  if (assured === null)
    notes.tidied('assured_date', 'Does not say when it was last checked', 'Listed it as unchecked.');
  const field = version === 1 ? 'pc_metadata.date_modified' : 'last_modified';
  return {
    assuredOn: assuredDayIn('assured_date', assured, today, notes),
    modifiedAt: instantIn(field, modified, notes),
  };
}

function noteBlankFields(raw: Json, notes: Notes): void {
  const blank = distinct(blankFields(raw));
  if (blank.length === 0) return;
  const some = blank.slice(0, 6).join(', ');
  const more = blank.length > 6 ? ` and ${blank.length - 6} more` : '';
  notes.tidied('record', 'Sent fields blank', `Left out ${some}${more}.`);
}
