// How quick a site's page is, first and kept, beside the bare statement that counts it: `npx tsx bench/evidence.ts`
//   --times 10     the made-up history of 12,000 contacts so many times over, in one council
//   --rounds 40    how often each is asked
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { loadHistory } from '../demo/load-history.ts';
import { measure } from '../src/evidence/measures.store.ts';
import { longNotYetSpokenWith, siteLog, sitesOf } from '../src/evidence/site/site.store.ts';
import { stoppedClock } from '../src/platform/clock.ts';
import { type Database, openDatabase } from '../src/platform/db/council.ts';
import { testCouncil, testNow } from '../test/council.ts';
import { testHouse } from '../test/house.ts';
import { servingLogin, startTestServer, templateName } from '../test/server.ts';
import { kilobytes, machineLine, ms, spreadOf, table, timed } from './measured.ts';

const { values } = parseArgs({
  options: { times: { type: 'string', default: '1' }, rounds: { type: 'string', default: '20' } },
});
const [times, rounds] = [Number(values.times), Number(values.rounds)];
const asOf = '2026-11-21';
let bytes = 0;
const server = await startTestServer();
const database = openDatabase(servingLogin(server.administrator, templateName));
const owner = openDatabase({ ...server.administrator, database: templateName });
try {
  const council = await testCouncil(database, 'bench');
  const { councilId, teams, accounts } = council;
  const clock = stoppedClock(testNow.toISOString());
  const loading = await timed(() => loadHistory(database, { councilId, teams, clock }));
  for (const one of ['person', 'contact', 'conversation', 'support']) await copy(owner, one, councilId);
  await sql`analyze`.execute(owner);
  const { visit, lines } = { visit: await signedIn(), lines: [] as string[][] };
  const ask = async (what: string, act: () => Promise<unknown>) => {
    const took: number[] = [];
    for (let round = 0; round < rounds; round += 1) took.push((await timed(act)).milliseconds);
    return { what, ...spreadOf(took) };
  };
  const inside = (act: (db: Parameters<typeof measure>[0]) => Promise<unknown>) => () =>
    council.as(accounts.lead, act);
  const site = await council.as(accounts.lead, async (db) => (await sitesOf(db))[0]);
  if (!site) throw new Error('no site was loaded');
  const bare = await ask(
    'counting, the bare statement',
    inside((db) => measure(db, { site, asOf })),
  );
  const asked = [
    bare,
    await ask('the page, counted first', () => forgetKept().then(visit)),
    await ask('the page, again', visit),
    await ask(
      'the log of the site',
      inside((db) => siteLog(db, site)),
    ),
    await ask(
      'people not yet spoken with',
      inside((db) => longNotYetSpokenWith(db, site)),
    ),
  ];
  for (const { what, n, p50, p95 } of asked)
    lines.push([what, String(n), ms(p50), ms(p95), (p95 / bare.p95).toFixed(2)]);
  const { rows } = await sql<{ contacts: number; kept: number }>`select
    (select count(*) from contact) as contacts, (select count(*) from kept_count where result is not null) as kept`.execute(
    owner,
  );
  console.log(
    `${rows[0]?.contacts.toLocaleString('en-GB')} contacts; loading 12,000 took ${ms(loading.milliseconds)} ms`,
  );
  console.log(table([['', 'N', 'p50 ms', 'p95 ms', 'p95 to bare'], ...lines]));
  console.log(rows[0]?.kept ? 'Dear: kept for a quarter of an hour.' : 'Cheap: counted afresh each time.');
  console.log(`The page is ${kilobytes(bytes)} for somebody alongside people.`);
  console.log(machineLine());

  async function signedIn(): Promise<() => Promise<unknown>> {
    const { signIn } = await testHouse(database);
    const visitor = await signIn(council, accounts.rowan);
    return async () => {
      const { statusCode, body } = await visitor.get('/evidence');
      bytes = Buffer.byteLength(body);
      if (statusCode !== 200) throw new Error(`the page answered ${statusCode}`);
    };
  }
} finally {
  await owner.destroy();
  await database.destroy();
  await server.stop();
}

async function forgetKept(): Promise<void> {
  await sql`delete from kept_count`.execute(owner);
}

/** The rows of a council so many times over, each copy with ids of its own. */
async function copy(owner: Database, name: string, councilId: number): Promise<void> {
  if (times < 2) return;
  const { rows } = await sql<{ name: string }>`select column_name as name from information_schema.columns
    where table_schema = 'public' and table_name = ${name} and is_generated = 'NEVER' order by ordinal_position`.execute(
    owner,
  );
  const another = (column: string) =>
    ['id', 'person_id'].includes(column)
      ? sql`md5(${sql.ref(column)}::text || k.n)::uuid`
      : column === 'nhs_number'
        ? sql`null`
        : sql.ref(column);
  const columns = rows.map(({ name }) => name);
  await sql`insert into ${sql.table(name)} (${sql.join(columns.map((one) => sql.ref(one)))})
    select ${sql.join(columns.map(another))} from ${sql.table(name)} cross join generate_series(2, ${times}) k(n)
    where council_id = ${councilId}`.execute(owner);
}
