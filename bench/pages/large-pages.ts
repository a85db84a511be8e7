import { openDatabase } from '../../src/platform/db/council.ts';
import { within } from '../../src/platform/db/logins.ts';
import type { LargeDatabase } from '../large/database.ts';
import { idOf, lives } from '../large/people.ts';
import { ms, table } from '../measured.ts';
import { statementsOf } from './capture.ts';
import { interleaved, type Loaded } from './load.ts';
import { startFloor, startShipped } from './processes.ts';
import { cookieOf } from './session.ts';

/** Pages held to the floor: at most so many times the same SQL behind a bare server, and their own limit if they have one. */
const held = [
  { what: 'person page, 60 entries', url: `/people/${idOf('person', lives.ordinary)}`, ratio: 2, p95: 100 },
  { what: 'person page, 2,000 entries', url: `/people/${idOf('person', lives.long)}`, ratio: null, p95: 150 },
  {
    what: 'the whole story, 2,000 entries',
    url: `/people/${idOf('person', lives.long)}/story`,
    ratio: null,
    p95: 150,
  },
  { what: 'Today, of a team', url: '/today?team', ratio: null, p95: 300 },
  { what: 'calendar, of a team', url: '/calendar?team', ratio: null, p95: 300 },
  { what: 'search by part of a name', url: '/people?q=ashwell', ratio: 2, p95: 100 },
  { what: 'search by a short name', url: '/people?q=bill+mar', ratio: null, p95: 100 },
] as const;

export interface Asked {
  main: string;
  rounds: number;
  seconds: number;
  /** Of the demonstration's pages only this one, as OpenAPI writes it. */
  page: string | undefined;
}

/** At 100,000 people: ours beside the floor, in one run, turn by turn. Returns what is over its limit, in sentences. */
export async function largePages(
  large: LargeDatabase,
  asked: Asked,
  say: (line: string) => void,
): Promise<string[]> {
  const cookie = await practitionerOf(large);
  const pages = await statementsOf(
    large.serving,
    held.map(({ url }) => ({ url, cookie })),
  );
  const ours = await startShipped(asked.main, { DATABASE_URL: large.servingUrl });
  const floor = await startFloor({ serving: large.serving, pages });
  const over: string[] = [];
  try {
    for (const page of held)
      for (const connections of [1, 8]) {
        const html = { cookie, accept: 'text/html' };
        const [bare, shipped, plain, json] = await interleaved(
          [
            { name: 'the same SQL, bare server', url: floor.origin + page.url, headers: {}, pid: floor.pid },
            {
              name: 'as a browser asks',
              url: ours.origin + page.url,
              headers: { ...html, 'accept-encoding': 'gzip, deflate, br' },
              pid: ours.pid,
            },
            { name: 'not compressed', url: ours.origin + page.url, headers: html, pid: ours.pid },
            {
              name: 'as JSON',
              url: ours.origin + page.url,
              headers: { cookie, accept: 'application/json' },
              pid: ours.pid,
            },
          ],
          { connections, ...asked },
        );
        if (!bare || !shipped || !plain || !json) throw new Error('four targets were measured');
        say(`\n${page.what}, ${connections} at once (${pages[page.url]?.length} statements)`);
        say(tableOf([bare, shipped, plain, json], bare));
        if (page.ratio && shipped.p50 / bare.p50 > page.ratio)
          over.push(
            `${page.what} at ${connections}: ${(shipped.p50 / bare.p50).toFixed(2)} times the floor, ${page.ratio} allowed`,
          );
        if (connections === 8 && shipped.p95 > page.p95)
          over.push(`${page.what}: p95 ${ms(shipped.p95)} ms, ${page.p95} allowed (${ms(bare.p95)} bare)`);
      }
  } finally {
    await ours.stop();
    await floor.stop();
  }
  return over;
}

async function practitionerOf(large: LargeDatabase): Promise<string> {
  const councilId = await within(large.administrator, async (client) => {
    const { rows } = await client.query<{ council_id: number }>(
      `select council_id from council where slug = 'bench-large'`,
    );
    return rows[0]?.council_id ?? 0;
  });
  const database = openDatabase(large.serving);
  return cookieOf(database, councilId, idOf('account', 10_001)).finally(() => database.destroy());
}

function tableOf(loaded: readonly Loaded[], bare: Loaded): string {
  return table([
    ['', 'N', 'p50 ms', 'p95 ms', 'p99 ms', 'a second', 'p50 ÷ bare', 'p95 ÷ bare', 'processor ms'],
    ...loaded.map((one) => [
      one.name,
      String(one.n),
      ms(one.p50),
      ms(one.p95),
      ms(one.p99),
      one.perSecond.toFixed(0),
      (one.p50 / bare.p50).toFixed(2),
      (one.p95 / bare.p95).toFixed(2),
      one.processor.toFixed(2),
    ]),
  ]);
}
