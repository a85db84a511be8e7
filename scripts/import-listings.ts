import { parseArgs } from 'node:util';
import { findPairs } from '../src/community/duplicates/finding.store.ts';
import { type ImportReport, importFeed } from '../src/community/feeds/import-feed.ts';
import { type ReadRecord, tallyOutcomes } from '../src/community/feeds/records/read-outcome.ts';
import { withinCouncil } from '../src/platform/db/council.ts';
import { StartRefused } from '../src/platform/start-refused.ts';
import { openAtACouncil, run } from './at-a-council.ts';

const USAGE = `npm run import-listings -- <file or web address> [--council slug] [--name "What to call it"]
  [--keep-what-was-read] [--allow-private-network]

Reads an Open Referral UK feed, version 1 or 3, into a council's directory, while the site runs or not. Importing
again under the same name brings it up to date and keeps what you added. A feed that breaks half-way changes nothing,
unless --keep-what-was-read. --allow-private-network is for a feed inside the council's own network.`;

const say = (line: string) => console.log(line);

async function importListings(args: string[], env: NodeJS.ProcessEnv): Promise<boolean> {
  const wanted = parseArgs({
    args,
    allowPositionals: true,
    options: {
      council: { type: 'string' },
      name: { type: 'string' },
      'keep-what-was-read': { type: 'boolean', default: false },
      'allow-private-network': { type: 'boolean', default: false },
    },
  });
  const source = wanted.positionals[0];
  if (!source || wanted.positionals.length > 1) throw new StartRefused(USAGE);
  const { database, council, pin, close } = await openAtACouncil(
    'import-listings',
    wanted.values.council,
    env,
  );
  try {
    const name = wanted.values.name ?? nameOf(source);
    say(`Reading ${source} into the directory of ${council.name} as “${name}”.`);
    const began = performance.now();
    const report = await importFeed(database, pin, {
      source,
      name,
      keepsWhatWasRead: wanted.values['keep-what-was-read'],
      ...(wanted.values['allow-private-network'] && { mayReach: () => true }),
      onProgress: (records) => say(`${records} records read`),
    });
    sayOutcome(report, name, (performance.now() - began) / 1000);
    if (report.wasKept) await withinCouncil(database, pin, (db) => findPairs(db));
    return report.brokenBecause === null;
  } finally {
    await close();
  }
}

const nameOf = (source: string): string =>
  /^https?:/i.test(source) && URL.canParse(source)
    ? new URL(source).hostname
    : (source.split(/[/\\]/).at(-1) ?? source);

function sayOutcome(report: ImportReport, name: string, seconds: number): void {
  const tally = tallyOutcomes(report.reads);
  say(
    `\n${report.reads.length} records in ${seconds.toFixed(1)} s: ${tally.accepted} accepted, ${tally.mended} mended, ${tally.refused} refused.`,
  );
  for (const outcome of ['refused', 'mended', 'accepted'] as const) sayReasons(report.reads, outcome);
  for (const note of report.notes) say(`\n${note}`);
  if (report.brokenBecause) say(`\n${report.brokenBecause}`);
  say(whatChanged(report, name));
}

function whatChanged(report: ImportReport, name: string): string {
  if (!report.wasKept)
    return 'Nothing was changed. To keep what was read, run it again with --keep-what-was-read.';
  return `
${report.newListings} new listings; ${report.rested} rested because “${name}” no longer lists them.
Every record, with all that was found in it, is on the page Community, Feeds (/community/feeds), for the directory’s editor.`;
}

const headings = { refused: 'Refused', mended: 'Mended', accepted: 'Accepted, tidied only' };

/** Why records ended as they did: how many, and one to look at. */
function sayReasons(reads: readonly ReadRecord[], outcome: ReadRecord['outcome']): void {
  const those = reads.filter((read) => read.outcome === outcome);
  const weight = outcome === 'accepted' ? 'tidied' : outcome;
  const idOf = (read: ReadRecord) =>
    (read.outcome === 'refused' ? read.sourceId : read.listing.sourceId) ?? 'no id';
  const lines = tallyOutcomes(those).reasons.flatMap(({ field, problem }) => {
    const found = those.filter((read) =>
      read.reasons.some((one) => one.field === field && one.problem === problem && one.weight === weight),
    );
    return found[0]
      ? [`  ${String(found.length).padStart(6)}  ${field}: ${problem} (such as ${idOf(found[0])})`]
      : [];
  });
  if (lines.length) say([`\n${headings[outcome]}`, ...lines].join('\n'));
}

await run(() => importListings(process.argv.slice(2), process.env));
