import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type CouncilDb, type Database, type Pin, withinCouncil } from '../../platform/db/council.ts';
import { districtOf, type PlacePoint, readPlaces } from './postcode-rows.ts';
import { centreDistricts, districtsInUse, keepDistricts, keepPostcodes } from './postcodes.store.ts';

export interface PostcodesWanted {
  /** A file, or a folder of them. */
  path: string;
  /** Half postcodes instead of whole ones. */
  kind: 'postcode' | 'district';
  /** Every line, not only those in districts that the council's listings and people use. */
  all: boolean;
  say: (line: string) => void;
}

export interface PostcodesReport {
  read: number;
  kept: number;
  changed: number;
  elsewhere: number;
  /** Lines that were left out, by why. */
  leftOut: Map<string, number>;
}

/** Rows a transaction: what was written before a run broke stays, and running it again goes over it quickly. */
const batch = 5_000;
/** How often somebody waiting hears that it goes on. */
const sayEvery = 200_000;

/**
 * Reads where postcodes are into a council's finder. Reading the same file again changes nothing; a newer one puts right
 * what moved. Nothing of a file is kept but the places themselves.
 */
export async function importPostcodes(
  database: Database,
  pin: Pin,
  wanted: PostcodesWanted,
): Promise<PostcodesReport> {
  const { kind, all, say } = wanted;
  const inCouncil = <Value>(act: (db: CouncilDb) => Promise<Value>) => withinCouncil(database, pin, act);
  const used = all ? null : await inCouncil(districtsInUse);
  const report: PostcodesReport = { read: 0, kept: 0, changed: 0, elsewhere: 0, leftOut: new Map() };
  let waiting: PlacePoint[] = [];
  const write = async () => {
    const points = waiting;
    waiting = [];
    if (points.length === 0) return;
    report.changed += await inCouncil((db) =>
      kind === 'postcode' ? keepPostcodes(db, points) : keepDistricts(db, points),
    );
    report.kept += points.length;
  };
  for (const file of filesIn(wanted.path, used)) {
    for await (const row of readPlaces(file, kind)) {
      report.read += 1;
      if (report.read % sayEvery === 0)
        say(`${report.read.toLocaleString('en-GB')} lines read, ${report.kept.toLocaleString('en-GB')} kept`);
      if ('because' in row) report.leftOut.set(row.because, (report.leftOut.get(row.because) ?? 0) + 1);
      else if (used && !used.has(districtOf(row.point.code))) report.elsewhere += 1;
      else if (waiting.push(row.point) >= batch) await write();
    }
  }
  await write();
  if (kind === 'postcode' && report.kept > 0) await inCouncil(centreDistricts);
  return report;
}

/** The CSV files of a folder, or the file itself. Code-Point Open has a file for each area: those not used are not opened. */
function filesIn(path: string, used: ReadonlySet<string> | null): string[] {
  if (!statSync(path).isDirectory()) return [path];
  const areas = used && new Set([...used].map((code) => code.replace(/\d.*$/, '').toLowerCase()));
  const files = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.csv$/i.test(name),
  );
  return files
    .filter((name) => {
      const area = basename(name).toLowerCase().replace('.csv', '');
      return !areas || !/^[a-z]{1,2}$/.test(area) || areas.has(area);
    })
    .sort()
    .map((name) => join(path, name));
}
