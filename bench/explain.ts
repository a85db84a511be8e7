// What PostgreSQL does for every page at 100,000 people, as the serving login: npm run bench:explain -- --strict
// Fails, when strict, where a statement looks at more than 10,000 rows of a table to show a page of them.
import { Kysely, PostgresDialect } from 'kysely';
import { createApp } from '../src/app.ts';
import { machineClock } from '../src/platform/clock.ts';
import { openDatabase } from '../src/platform/db/council.ts';
import type { Tables } from '../src/platform/db/tables.ts';
import { type AskedPage, askedPages } from './explain/asked-pages.ts';
import { explainingPool, type Ran, type Reading } from './explain/plans.ts';
import { openLarge, readArguments } from './large/database.ts';
import { idOf } from './large/people.ts';
import { machineLine, ms, table } from './measured.ts';
import { cookieOf } from './pages/session.ts';

/** More rows than this looked at for one page is a table read through. */
const mostRows = 10_000;
/** Pages that count a whole council and say so. */
const countsEverybody = (what: string): boolean => what.startsWith('/evidence');

const given = readArguments({ strict: { type: 'boolean' }, only: { type: 'string' } });
const large = await openLarge(given, console.log);
let heard: Ran[] = [];
const database = new Kysely<Tables>({
  dialect: new PostgresDialect({ pool: explainingPool(large.administrator, (ran) => void heard.push(ran)) }),
});
let isOver = false;
try {
  const serving = openDatabase(large.serving);
  const cookies = {
    practitioner: await cookieOf(serving, 1, idOf('account', 10_001)),
    'site-lead': await cookieOf(serving, 1, idOf('account', 10_008)),
    governance: await cookieOf(serving, 1, idOf('account', 10_009)),
  };
  await serving.destroy();
  const { server, routes } = await createApp({
    database,
    readDatabase: database,
    clock: machineClock,
    isSecure: false,
    logLevel: 'silent',
    isReady: async () => true,
  });
  const rows: string[][] = [['page', 'answer', 'statements', 'ms in all', 'slowest', 'buffers']];
  const through: string[] = [];
  for (const page of await askedPages(large, routes)) {
    if (given.only && !page.what.includes(given.only)) continue;
    rows.push(await explained(page));
    for (const ran of heard)
      for (const reading of ran.reads.filter(isThrough)) through.push(sentenceOf(page, ran, reading));
  }
  console.log(table(rows));
  console.log(through.length ? `\nRead through:\n${through.join('\n')}` : '\nNo table is read through.');
  console.log(
    `\nEach page once, after one that warmed it; seed ${large.seed}. Times include the measuring of every step.\n${machineLine()}`,
  );
  await server.close();

  async function explained(page: AskedPage): Promise<string[]> {
    const role = (['practitioner', 'site-lead', 'governance'] as const).find((one) => page.may.includes(one));
    const ask = () =>
      server.inject({ url: page.url, headers: { accept: 'text/html', cookie: role ? cookies[role] : '' } });
    await ask();
    heard = [];
    const { statusCode } = await ask();
    const slowest = Math.max(0, ...heard.map(({ milliseconds }) => milliseconds));
    const all = heard.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
    const buffers = heard.reduce((sum, one) => sum + one.buffers, 0);
    return [page.what, String(statusCode), String(heard.length), ms(all), ms(slowest), String(buffers)];
  }
} finally {
  await database.destroy();
  await large.stop();
}
process.exitCode = given.strict && isOver ? 1 : 0;

function isThrough({ rows }: Reading): boolean {
  return rows > mostRows;
}

function sentenceOf(page: AskedPage, ran: Ran, reading: Reading): string {
  const isAllowed = countsEverybody(page.what);
  isOver ||= !isAllowed;
  return `  ${page.what}${isAllowed ? ' (counts everybody)' : ''}: ${reading.how} looked at ${reading.rows.toLocaleString('en-GB')} rows of ${reading.table}, ${ms(reading.milliseconds)} ms, in: ${ran.text.slice(0, 100)}`;
}
