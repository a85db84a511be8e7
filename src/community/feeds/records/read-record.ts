import type { Day } from '../../../platform/clock.ts';
import type { FeedOrigin, Json, Listing } from '../../listing.ts';
import { blankFields, type JsonObject, objectIn, storableJson, textIn } from './json-values.ts';
import { descriptionIn, otherNamesIn } from './own-words.ts';
import { plainLine, summaryOf } from './plain-words.ts';
import { type Notes, newNotes, type ReadRecord, type Reason } from './read-outcome.ts';
import {
  accessibilityIn,
  agesIn,
  costsIn,
  languagesIn,
  organisationIn,
  phonesIn,
} from './read-particulars.ts';
import { placesIn } from './read-places.ts';
import { areasIn, audiencesIn, howToJoinIn, reachIn, topicsIn, waysIn, whoForIn } from './read-reach.ts';
import { schedulesIn } from './read-schedules.ts';
import { relatedOrganisationIn } from './related/read-organisation.ts';
import { roomIn } from './related/read-room.ts';
import { termsIn } from './related/read-terms.ts';
import { freshnessIn, statusIn } from './standing.ts';
import { whyWithdrawn } from './withdrawn.ts';
import { mayNeedToStayHidden, withholdPlace } from './withheld-place.ts';

export type FeedVersion = 1 | 3;

export interface ReadingContext {
  readonly feed: FeedOrigin;
  readonly today: Day;
}

const LONGEST_ID = 300;
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
  const related = { organisation: relatedOrganisationIn(record, notes), terms: termsIn(record, notes) };
  noteBlankFields(raw, notes);
  if (mayNeedToStayHidden(listing)) return withholdPlace({ listing, ...related }, notes.reasons);
  const isMended = notes.reasons.some((reason) => reason.weight === 'mended');
  return { outcome: isMended ? 'mended' : 'accepted', listing, ...related, reasons: notes.reasons };
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
    room: roomIn(record, context.today, notes),
    status: statusIn(record, notes),
    ...freshnessIn(version, record, context.today, notes),
    raw,
    known: null,
  };
}

function noteBlankFields(raw: Json, notes: Notes): void {
  const blank = blankFields(raw);
  if (blank.length === 0) return;
  const some = blank.slice(0, 6).join(', ');
  const more = blank.length > 6 ? ` and ${blank.length - 6} more` : '';
  notes.tidied('record', 'Sent fields blank', `Left out ${some}${more}.`);
}
