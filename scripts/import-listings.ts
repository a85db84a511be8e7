import { parseArgs } from 'node:util';
import { type CouncilToSignIn, councilsToSignIn } from '../src/access/signing-in/sessions.store.ts';
import { type ImportReport, importFeed } from '../src/community/feeds/import-feed.ts';
import { type ReadRecord, tallyOutcomes } from '../src/community/feeds/records/read-outcome.ts';
import { machineClock } from '../src/platform/clock.ts';
import { readSettings, type Settings } from '../src/platform/config.ts';
import { type Database, openDatabase } from '../src/platform/db/council.ts';
import { joinEmbedded } from '../src/platform/db/embedded.ts';
import { openDatabases } from '../src/platform/db/open.ts';
import { StartRefused } from '../src/platform/start-refused.ts';

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
  const { database, close } = await openFor(readSettings(env));
  try {
    const council = chooseCouncil(await councilsToSignIn(database), wanted.values.council);
    const name = wanted.values.name ?? nameOf(source);
    say(`Reading ${source} into the directory of ${council.name} as “${name}”.`);
    const began = performance.now();
    const report = await importFeed(database, pinFor(council), {
      source,
      name,
      keepsWhatWasRead: wanted.values['keep-what-was-read'],
      ...(wanted.values['allow-private-network'] && { mayReach: () => true }),
      onProgress: (records) => say(`${records} records read`),
    });
    sayOutcome(report, name, (performance.now() - began) / 1000);
    return report.brokenBecause === null;
  } finally {
    await close();
  }
}

/** The database of a site that is running, else the one the settings name, started for this import alone. */
async function openFor(settings: Settings): Promise<{ database: Database; close: () => Promise<void> }> {
  const running = settings.databaseUrl ? undefined : joinEmbedded(settings.dataFolder);
  if (!running) return openDatabases(settings, new URL('../migrations/', import.meta.url), say);
  const database = openDatabase(running.serving);
  return { database, close: () => database.destroy() };
}

function chooseCouncil(councils: readonly CouncilToSignIn[], slug: string | undefined): CouncilToSignIn {
  const [first, ...others] = slug ? councils.filter((one) => one.slug === slug) : councils;
  if (first && !others.length) return first;
  if (!councils.length)
    throw new StartRefused('There is no council yet: run npm start once, or npm run new-council.');
  const list = councils.map((one) => `  --council ${one.slug}    ${one.name}`).join('\n');
  throw new StartRefused(
    slug ? `There is no council called ${slug}. These are here:\n${list}` : `Say for which council:\n${list}`,
  );
}

const nobody = {
  accountId: '00000000-0000-0000-0000-000000000000',
  name: 'import',
  role: 'directory-editor',
  teamIds: [],
};
const pinFor = ({ councilId }: CouncilToSignIn) => ({
  councilId,
  actor: nobody,
  now: machineClock.now(),
  requestId: 'import-listings',
});

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

try {
  process.exitCode = (await importListings(process.argv.slice(2), process.env)) ? 0 : 1;
} catch (error) {
  const isPlain = error instanceof StartRefused || (error instanceof TypeError && 'code' in error);
  if (!isPlain) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
