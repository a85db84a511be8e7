// How quick finding is among 50,000 listings: npm run bench:finder -- --strict
//   --rounds 4 --seconds 3      how long each search is asked
//   --seed, --folder            the directory, kept between runs
//   --main dist/main.js         the server to start; built first unless given
// Each search near a place beside the same SQL behind a bare server, turn by turn, at 8 at once.
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { openDatabase } from '../src/platform/db/council.ts';
import { within } from '../src/platform/db/logins.ts';
import { directoryFolder, openDirectory } from './finder/directory.ts';
import type { FilledDatabase } from './large/filled.ts';
import { idOf } from './large/people.ts';
import { machineLine, ms, table } from './measured.ts';
import { statementsOf } from './pages/capture.ts';
import { interleaved } from './pages/load.ts';
import { startFloor, startShipped } from './pages/processes.ts';
import { cookieOf } from './pages/session.ts';

/** Times the floor, at most. */
const most = 2;
const searches = [
  { what: 'one word', q: 'quilting', near: 'ZZ7' },
  { what: 'as people say it', q: 'somewhere to sing', near: 'ZZ7' },
  { what: 'two things', q: 'men who mend things', near: 'ZZ21' },
  { what: 'a slip of spelling', q: 'gardning', near: 'ZZ7' },
  { what: 'a broad word (two in five)', q: 'tea', near: 'ZZ7' },
  { what: 'a broad word and a narrow one', q: 'a choir and a cup of tea', near: 'ZZ7' },
  { what: 'a broad word, nowhere', q: 'tea', near: '' },
  { what: 'no words', q: '', near: 'ZZ7' },
];

const { values: given } = parseArgs({
  options: {
    rounds: { type: 'string', default: '4' },
    seconds: { type: 'string', default: '3' },
    seed: { type: 'string', default: '20261122' },
    folder: { type: 'string', default: directoryFolder },
    main: { type: 'string' },
    strict: { type: 'boolean', default: false },
  },
});
const main = given.main ?? built();
const asked = { connections: 8, rounds: Number(given.rounds), seconds: Number(given.seconds) };
const directory = await openDirectory(given.folder, Number(given.seed), console.log);
try {
  const over = await measured(directory);
  console.log(`\n${machineLine()}`);
  console.log(over.length ? `Over its limit:\n  ${over.join('\n  ')}` : 'Every search is within its limit.');
  process.exitCode = given.strict && over.length ? 1 : 0;
} finally {
  await directory.stop();
}

async function measured(directory: FilledDatabase): Promise<string[]> {
  const cookie = await practitioner(directory);
  const pages = searches.map(({ what, q, near }) => ({
    what,
    url: `/community?${new URLSearchParams({ q, near })}`,
    cookie,
  }));
  const floor = await startFloor({
    serving: directory.serving,
    pages: await statementsOf(directory.serving, pages),
  });
  const ours = await startShipped(main, { DATABASE_URL: directory.servingUrl });
  const rows = [
    [
      '50,000 listings in two councils, 8 at once',
      'N',
      'p50 ms',
      'p95 ms',
      'a second',
      'bare p50',
      'bare p95',
      'p50 ÷ bare',
    ],
  ];
  const over: string[] = [];
  try {
    for (const { what, url } of pages) {
      const headers = { cookie, accept: 'text/html', 'accept-encoding': 'gzip, deflate, br' };
      const [page, bare] = await interleaved(
        [
          { name: what, url: ours.origin + url, headers, pid: ours.pid },
          { name: `${what}, bare`, url: floor.origin + url, headers: {}, pid: floor.pid },
        ],
        asked,
      );
      if (!page || !bare) throw new Error('two targets were measured');
      const ratio = page.p50 / bare.p50;
      rows.push([
        what,
        String(page.n),
        ms(page.p50),
        ms(page.p95),
        page.perSecond.toFixed(0),
        ms(bare.p50),
        ms(bare.p95),
        ratio.toFixed(2),
      ]);
      if (ratio > most) over.push(`${what}: ${ratio.toFixed(2)} times the floor, ${most} allowed`);
    }
  } finally {
    await ours.stop();
    await floor.stop();
  }
  console.log(
    `${asked.rounds} rounds of ${asked.seconds} s, seed ${given.seed}, nine in ten checked within ninety days`,
  );
  console.log(table(rows));
  return over;
}

async function practitioner({ administrator, serving }: FilledDatabase): Promise<string> {
  const councilId = await within(administrator, async (client) => {
    const { rows } = await client.query<{ council_id: number }>(
      `select council_id from council where slug = 'bench-large'`,
    );
    return rows[0]?.council_id ?? 0;
  });
  const database = openDatabase(serving);
  return cookieOf(database, councilId, idOf('account', 10_001)).finally(() => database.destroy());
}

function built(): string {
  const { status } = spawnSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' });
  if (status !== 0) throw new Error('the server could not be built');
  return 'dist/main.js';
}
