import type { Day } from '../../platform/clock.ts';
import { isPausedOn } from '../finder/standing.ts';
import { type Published, publishedOf } from '../published.ts';
import { withoutOwnContacts } from './personal-contact.ts';
import type { Entity } from './records/entity.ts';
import type { OpenListing, OpenRow } from './records/open-listing.ts';
import { type PublishProblem, publishProblems } from './records/publish-check.ts';
import { serviceRecord } from './records/service-record.ts';

/** A listing that goes out, or why it does not. */
export type Publishing =
  | { isPublished: true; listing: OpenListing; record: Entity }
  | { isPublished: false; because: PublishProblem[] };

const mustStayUnknown: PublishProblem = {
  field: 'service_at_locations',
  problem:
    'May be a place whose address must stay unknown; the standard keeps refuges out of open data altogether',
};

/**
 * Whether a listing is given away, and as what. Left out whole: what the public may not see, what may be a refuge, and
 * what does not pass our own check.
 */
export function publishing(row: OpenRow, today: Day): Publishing {
  const published = publishedOf(row);
  if (!published) return { isPublished: false, because: [{ field: 'state', problem: 'Is not listed' }] };
  if (published.isPlaceWithheld) return { isPublished: false, because: [mustStayUnknown] };
  if (row.onlyUntil && row.onlyUntil < today) return { isPublished: false, because: [isOver] };
  const listing = openListing(row, pausedIn(row, published, today));
  const record = serviceRecord(listing);
  const because = publishProblems(record);
  return because.length > 0 ? { isPublished: false, because } : { isPublished: true, listing, record };
}

const isOver: PublishProblem = { field: 'status', problem: 'Was only for now, and is over' };

/** Paused by the group: closed for now, in its words. */
function pausedIn(row: OpenRow, published: Published, today: Day): Published {
  if (!isPausedOn(row, today)) return published;
  const words = row.pausedWords ? withoutOwnContacts(row.pausedWords, [row.name]) : published.alert;
  return { ...published, status: 'temporarily closed', alert: words };
}

function openListing(row: OpenRow, published: Published): OpenListing {
  const { changedAt, runBy, terms, sourceId, sourceAddress } = row;
  const words = runBy?.description ? withoutOwnContacts(runBy.description, [runBy.name]) : null;
  return {
    ...published,
    ...{ changedAt, terms, sourceId, runBy: runBy && { ...runBy, description: words } },
    sourceAddress: webAddressWithoutSecrets(sourceAddress),
  };
}

/** Of a source's address only what everybody may know: a file's tells of the server, a query may hold a key. */
function webAddressWithoutSecrets(address: string | null): string | null {
  if (!address || !/^https?:/i.test(address) || !URL.canParse(address)) return null;
  const { origin, pathname } = new URL(address);
  return `${origin}${pathname}`;
}
