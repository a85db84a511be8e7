import type { Json } from '../listing.ts';
import { servicesAmong } from './hsds-records.ts';
import { type JsonObject, numberIn, objectIn, objectsIn } from './records/json-values.ts';
import type { FeedVersion } from './records/read-record.ts';

/** One page of a feed, whichever shape it came in. */
export interface FeedPage {
  readonly version: FeedVersion;
  readonly records: readonly Json[];
  /** What the source says of itself; null where it is silent. */
  readonly totalRecords: number | null;
  readonly totalPages: number | null;
  readonly pageNumber: number | null;
  readonly isLast: boolean | null;
  /** A bare list or a single record has no pages after it. */
  readonly isPaged: boolean;
}

const ONLY_IN_1 = [
  'attending_type',
  'attending_access',
  'deliverable_type',
  'regular_schedules',
  'service_taxonomys',
  'link_taxonomies',
];

/**
 * A page from parsed JSON: version 1 (`content`), version 3 (`contents`), a bare list, HSDS organisations with their
 * services, or a single record. A sentence saying why not when it is none of these.
 */
export function feedPageOf(body: Json): FeedPage | string {
  const page = Array.isArray(body) ? { ...unpaged, version: versionOf(body), records: body } : pageIn(body);
  if (typeof page === 'string') return page;
  const beside = objectIn(body)?.organizations;
  const records = servicesAmong(page.records, Array.isArray(beside) ? beside : []);
  return records === null ? 'it lists organisations without their services' : { ...page, records };
}

function pageIn(body: Json): FeedPage | string {
  const page = objectIn(body);
  if (page === null) return 'it is JSON, but not a list of records';
  if (Array.isArray(page.contents)) return version3Page(page, page.contents);
  if (Array.isArray(page.content)) return version1Page(page, page.content);
  if ('contents' in page || 'content' in page) return 'its records are not a list';
  if ('id' in page && 'name' in page) return { ...unpaged, version: versionOf([page]), records: [page] };
  if ('items' in page && 'next' in page) return 'it is an OpenActive feed, not an Open Referral one';
  const list = [page.services, page.organizations].find((one) => Array.isArray(one));
  if (list) return { ...unpaged, version: versionOf(list), records: list };
  return 'it is JSON, but not an Open Referral feed';
}

/** True for the page at the root of a version 3 feed, which says what it is and holds no records. */
export function isFeedFrontPage(body: Json): boolean {
  const page = objectIn(body);
  return (
    page !== null &&
    'version' in page &&
    !['contents', 'content', 'id', 'services', 'organizations'].some((key) => key in page)
  );
}

const unpaged = { totalRecords: null, totalPages: null, pageNumber: null, isLast: true, isPaged: false };

function version3Page(page: JsonObject, records: Json[]): FeedPage {
  return {
    version: 3,
    records,
    totalRecords: numberIn(page, 'total_items'),
    totalPages: numberIn(page, 'total_pages'),
    pageNumber: numberIn(page, 'page_number'),
    isLast: truthIn(page.last_page),
    isPaged: true,
  };
}

function version1Page(page: JsonObject, records: Json[]): FeedPage {
  return {
    version: 1,
    records,
    totalRecords: numberIn(page, 'totalElements'),
    totalPages: numberIn(page, 'totalPages'),
    pageNumber: numberIn(page, 'number'),
    isLast: truthIn(page.last),
    isPaged: true,
  };
}

const truthIn = (value: Json | undefined): boolean | null => (typeof value === 'boolean' ? value : null);

function versionOf(records: readonly Json[]): FeedVersion {
  const looksOld = records.slice(0, 20).some((item) => {
    const record = objectIn(item);
    const locations = objectsIn(record, 'service_at_locations').map((link) => objectIn(link.location));
    return (
      record !== null &&
      (ONLY_IN_1.some((key) => key in record) ||
        locations.some((place) => place !== null && 'physical_addresses' in place))
    );
  });
  return looksOld ? 1 : 3;
}
