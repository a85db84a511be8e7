import type { Json } from '../listing.ts';
import { type FetchLimits, fetchJson } from './fetch-json.ts';
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
  detailed(record: Json): Promise<{ record: Json; reason: Reason | null }>;
  hasGivenUp(): boolean;
}

export function detailReader(listUrl: string, limits: FetchLimits): DetailReader {
  let failures = 0;
  const hasGivenUp = () => failures >= FAILURES_BEFORE_STOPPING;
  return {
    hasGivenUp,
    async detailed(item) {
      const record = objectIn(item);
      const id = textIn(record, 'id');
      if (record === null || id === null || !isShallow(record) || hasGivenUp())
        return { record: item, reason: null };
      const fetched = await fetchJson(detailUrl(listUrl, id), limits);
      const detail = 'body' in fetched ? objectIn(fetched.body) : null;
      if (detail !== null && textIn(detail, 'id') === id) {
        failures = 0;
        return { record: { ...record, ...detail }, reason: null };
      }
      failures += 1;
      return {
        record: item,
        reason: withoutDetails('because' in fetched ? fetched.because : 'it is another record'),
      };
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

function withoutDetails(because: string): Reason {
  return {
    field: 'record',
    problem: 'Its details could not be fetched',
    whatWeDid: `Read what the list says of it: ${because}.`,
    weight: 'mended',
  };
}
