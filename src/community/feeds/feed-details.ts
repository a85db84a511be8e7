import type { Json } from '../listing.ts';
import { type FetchLimits, fetchJson } from './fetching/fetch-json.ts';
import { type JsonObject, objectIn, objectsIn, textIn } from './records/json-values.ts';
import type { Reason } from './records/read-outcome.ts';

/** Whole feeds answer lists with names and descriptions only; any of these means the list form is the full one. */
const DETAILS = [
  'service_at_locations',
  'locations',
  'schedules',
  'regular_schedules',
  'phones',
  'contacts',
  'cost_options',
  'attributes',
  'service_taxonomys',
  'languages',
  'service_areas',
];
/** After so many failures one after another the feed serves no details; asking on would only burden it. */
const FAILURES_BEFORE_STOPPING = 5;

/** Asks a feed for the details of its records, and stops asking when it plainly has none. */
export interface DetailReader {
  /** `trouble` is why the list form is all there is. */
  detailed(record: Json): Promise<{ record: Json; trouble: string | null }>;
  hasGivenUp(): boolean;
}

export interface DetailOptions {
  /** Given up in an earlier try of the same reading. */
  hasGivenUp?: boolean;
  /** Throw what may pass (a busy server) for a reading that can go on later, instead of doing without. */
  canGoOnLater?: boolean;
}

export function detailReader(
  listUrl: string,
  limits: FetchLimits,
  { hasGivenUp: before = false, canGoOnLater = false }: DetailOptions = {},
): DetailReader {
  let failures = before ? FAILURES_BEFORE_STOPPING : 0;
  const hasGivenUp = () => failures >= FAILURES_BEFORE_STOPPING;
  return {
    hasGivenUp,
    async detailed(item) {
      const record = objectIn(item);
      const id = textIn(record, 'id');
      if (record === null || id === null || !isShallow(record) || hasGivenUp())
        return { record: item, trouble: null };
      const fetched = await fetchJson(detailUrl(listUrl, id), limits);
      const detail = 'body' in fetched ? objectIn(fetched.body) : null;
      if (detail !== null && textIn(detail, 'id') === id) {
        failures = 0;
        return { record: { ...record, ...detail }, trouble: null };
      }
      const because = 'because' in fetched ? fetched.because : null;
      if (canGoOnLater && because !== null && because.againInMs !== null) throw because;
      failures += 1;
      return { record: item, trouble: because?.message ?? 'it is another record' };
    },
  };
}

function isShallow(record: JsonObject): boolean {
  return !DETAILS.some((key) => objectsIn(record, key).length > 0);
}

function detailUrl(listUrl: string, id: string): string {
  const url = new URL(listUrl);
  url.search = '';
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/${encodeURIComponent(id)}`;
  return url.href;
}

/** What an editor is told of a record whose details did not come. */
export function withoutDetails(because: string): Reason {
  return {
    field: 'record',
    problem: 'Its details could not be fetched',
    whatWeDid: `Read what the list says of it: ${because}.`,
    weight: 'mended',
  };
}
