import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { importPostcodes, type PostcodesReport } from '../src/community/postcodes/import-postcodes.ts';
import { UnknownColumns } from '../src/community/postcodes/postcode-rows.ts';
import { StartRefused } from '../src/platform/start-refused.ts';
import { openAtACouncil, run } from './at-a-council.ts';

const USAGE = `npm run import-postcodes -- <file or folder> [--council slug] [--all]
npm run import-postcodes -- --districts <file.csv> [--council slug]

Reads where postcodes are into a council's finder, while the site runs or not: Code-Point Open (its folder of CSV
files), ONSPD or NSPL (one CSV), or any CSV whose headings name a postcode and its latitude and longitude or eastings
and northings. Both are free under the Open Government Licence, from Ordnance Survey and the Office for National
Statistics. Only the half postcodes that the council's listings and people use are kept, unless --all. A run that was
stopped can be run again; so can a newer file. --districts reads half postcodes (outcode, latitude, longitude).
Without any of these the finder goes by the places of the listings themselves.`;

async function importFrom(args: string[]): Promise<boolean> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      council: { type: 'string' },
      districts: { type: 'string' },
      all: { type: 'boolean', default: false },
    },
  });
  const paths = [...positionals, ...(values.districts ? [values.districts] : [])];
  const path = paths[0];
  if (!path || paths.length > 1) throw new StartRefused(USAGE);
  if (!existsSync(path)) throw new StartRefused(`There is no file or folder ${path}.`);
  const kind = values.districts ? 'district' : 'postcode';
  const { database, council, pin, close } = await openAtACouncil(
    'import-postcodes',
    values.council,
    process.env,
  );
  try {
    console.log(`Reading ${path} into the finder of ${council.name}.`);
    const began = performance.now();
    // A district is a line or two thousand in all, and any of them may be typed.
    const all = values.all || kind === 'district';
    const report = await importPostcodes(database, pin, { path, kind, all, say: console.log });
    sayOutcome(report, kind, (performance.now() - began) / 1000);
    return report.kept > 0;
  } finally {
    await close();
  }
}

function sayOutcome(report: PostcodesReport, kind: string, seconds: number): void {
  const count = (number: number) => number.toLocaleString('en-GB');
  console.log(
    `\n${count(report.read)} lines in ${seconds.toFixed(1)} s: ${count(report.kept)} ${kind}s kept, ${count(report.changed)} of them new or moved.`,
  );
  if (report.elsewhere)
    console.log(`${count(report.elsewhere)} are in districts that nothing here uses (--all keeps them too).`);
  for (const [because, lines] of report.leftOut) console.log(`${count(lines)} left out: ${because}`);
  if (!report.kept) console.log('Nothing was kept. Import the listings first, or give --all.');
}

await run(
  () => importFrom(process.argv.slice(2)),
  (error) => error instanceof UnknownColumns,
);
