// What PostgreSQL does for every page at 100,000 people, as the serving login: npm run bench:explain -- --strict
// Fails, when strict, where a statement looks at more than 10,000 rows of a table to show a page of them.
import { Kysely, PostgresDialect } from 'kysely';
import { createApp } from '../src/app.ts';
import { nudgeToday } from '../src/people/messages/nudges.store.ts';
import { machineClock } from '../src/platform/clock.ts';
import { nobody, openDatabase, withinCouncil } from '../src/platform/db/council.ts';
import type { Tables } from '../src/platform/db/tables.ts';
import { type AskedPage, askedPages } from './explain/asked-pages.ts';
import { explainingPool, type Ran, type Reading } from './explain/plans.ts';
import { openLarge, readArguments } from './large/database.ts';
import { idOf } from './large/people.ts';
import { machineLine, ms, table } from './measured.ts';
import { cookieOf } from './pages/session.ts';

/** More rows than this looked at for one page is a table read through. */
const mostRows = 10_000;
/** What is no page: what is due, told to everybody at once. */
const morning = 'every morning, what is due';
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
    noteThrough(page.what);
  }
  if (!given.only || morning.includes(given.only)) rows.push(await explainedMorning());
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
    return [page.what, String(statusCode), ...measuredOf(heard)];
  }

  /** What is due is told once a morning, to everybody; undone again, so that the database stays as it was filled. */
  async function explainedMorning(): Promise<string[]> {
    heard = [];
    const undone = new Error(morning);
    const pin = { councilId: 1, actor: nobody, now: machineClock.now(), requestId: 'bench' };
    await withinCouncil(database, pin, async (db) => {
      await nudgeToday(db);
      throw undone;
    }).catch((error) => {
      if (error !== undone) throw error;
    });
    noteThrough(morning);
    return [morning, 'told', ...measuredOf(heard)];
  }

  function noteThrough(what: string): void {
    for (const ran of heard)
      for (const reading of ran.reads.filter(isThrough)) through.push(sentenceOf(what, ran, reading));
  }
} finally {
  await database.destroy();
  await large.stop();
}
process.exitCode = given.strict && isOver ? 1 : 0;

/** How many statements, milliseconds in all and of the slowest, and buffers. */
function measuredOf(ran: readonly Ran[]): string[] {
  const slowest = Math.max(0, ...ran.map(({ milliseconds }) => milliseconds));
  const all = ran.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  const buffers = ran.reduce((sum, one) => sum + one.buffers, 0);
  return [String(ran.length), ms(all), ms(slowest), String(buffers)];
}

function isThrough({ rows }: Reading): boolean {
  return rows > mostRows;
}

function sentenceOf(what: string, ran: Ran, reading: Reading): string {
  const isAllowed = countsEverybody(what);
  isOver ||= !isAllowed;
  return `  ${what}${isAllowed ? ' (counts everybody)' : ''}: ${reading.how} looked at ${reading.rows.toLocaleString('en-GB')} rows of ${reading.table}, ${ms(reading.milliseconds)} ms, in: ${ran.text.slice(0, 100)}`;
}
