import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';
import { toNormalised } from 'postcode';
import { wgs84Of } from './national-grid.ts';

/** One postcode, or district, and where it is (WGS 84). */
export interface PlacePoint {
  code: string;
  latitude: number;
  longitude: number;
}

/** A line of a file: a place, or why it is none. */
export type PlaceRow = { point: PlacePoint } | { because: string };

/** Where in a line the parts stand. */
interface Columns {
  code: number;
  isGrid: boolean;
  north: number;
  east: number;
  /** The day it was ended, in the files of the Office for National Statistics. */
  ended: number;
}

/** Names the columns go by, in the files of Ordnance Survey and the Office for National Statistics and in others. */
const names = {
  code: [
    'pcds',
    'pcd',
    'pcd2',
    'pcd7',
    'pcd8',
    'postcode',
    'post code',
    'outcode',
    'district',
    'postcode district',
  ],
  latitude: ['lat', 'latitude'],
  longitude: ['long', 'longitude', 'lng', 'lon'],
  easting: ['oseast1m', 'east1m', 'eastings', 'easting'],
  northing: ['osnrth1m', 'north1m', 'northings', 'northing'],
  ended: ['doterm', 'date of termination'],
};
/** Code-Point Open has no headings: postcode, how good the place is, easting, northing. */
const codePointOpen: Columns = { code: 0, isGrid: true, east: 2, north: 3, ended: -1 };

export class UnknownColumns extends Error {}

/**
 * Reads a file of postcodes or of postcode districts line by line, however large: Code-Point Open, ONSPD, NSPL, or any
 * CSV whose headings name a postcode and either latitude and longitude or eastings and northings.
 * @throws UnknownColumns when it is none of these
 */
export async function* readPlaces(path: string, kind: 'postcode' | 'district'): AsyncGenerator<PlaceRow> {
  const lines = createReadStream(path).pipe(
    parse({ bom: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true, trim: true }),
  );
  let columns: Columns | undefined;
  for await (const line of lines as AsyncIterable<string[]>) {
    if (columns) yield placeIn(line, columns, kind);
    else {
      columns = columnsOf(line);
      if (columns === codePointOpen) yield placeIn(line, columns, kind);
    }
  }
}

function columnsOf(first: readonly string[]): Columns {
  const headings = first.map((heading) => heading.toLowerCase().replaceAll('_', ' ').trim());
  const at = (among: readonly string[]) =>
    among.map((name) => headings.indexOf(name)).find((index) => index >= 0) ?? -1;
  const code = at(names.code);
  const [latitude, longitude, easting, northing] = [
    names.latitude,
    names.longitude,
    names.easting,
    names.northing,
  ].map(at) as [number, number, number, number];
  const ended = at(names.ended);
  if (code >= 0 && latitude >= 0 && longitude >= 0)
    return { code, isGrid: false, north: latitude, east: longitude, ended };
  if (code >= 0 && easting >= 0 && northing >= 0)
    return { code, isGrid: true, north: northing, east: easting, ended };
  if (toNormalised(first[0] ?? '') && /^\d+$/.test(first[2] ?? '') && /^\d+$/.test(first[3] ?? ''))
    return codePointOpen;
  throw new UnknownColumns(
    `The headings name no postcode with a latitude and longitude or eastings and northings: ${first.slice(0, 8).join(', ')}`,
  );
}

function placeIn(line: readonly string[], columns: Columns, kind: 'postcode' | 'district'): PlaceRow {
  const typed = line[columns.code] ?? '';
  const code = kind === 'postcode' ? toNormalised(typed) : districtIn(typed);
  if (!code) return { because: `is not a ${kind}` };
  if (columns.ended >= 0 && line[columns.ended]) return { because: 'is no longer in use' };
  const [north, east] = [line[columns.north], line[columns.east]].map((text) =>
    text ? Number(text) : Number.NaN,
  ) as [number, number];
  if (!Number.isFinite(north) || !Number.isFinite(east)) return { because: 'has no place' };
  if (columns.isGrid) return gridPlace(code, east, north);
  // The national files write 99.999999 where they do not know.
  if (north < 49 || north > 61.5 || east < -9.5 || east > 2.5)
    return { because: 'has a place outside the United Kingdom' };
  return { point: { code, latitude: north, longitude: east } };
}

function gridPlace(code: string, easting: number, northing: number): PlaceRow {
  if (code.startsWith('BT'))
    return { because: 'is on the Irish grid; give a file with latitude and longitude' };
  if (easting <= 0 || easting > 700_000 || northing <= 0 || northing > 1_300_000)
    return { because: 'has no place' };
  const { latitude, longitude } = wgs84Of(easting, northing);
  return { point: { code, latitude: Number(latitude.toFixed(6)), longitude: Number(longitude.toFixed(6)) } };
}

const districtIn = (typed: string): string | null =>
  /^[A-Z]{1,2}\d[A-Z\d]?$/.exec(typed.toUpperCase().trim())?.[0] ?? null;

/** @example districtOf('ZZ1 1ZZ') // 'ZZ1' */
export const districtOf = (postcode: string): string => postcode.split(' ')[0] ?? postcode;
