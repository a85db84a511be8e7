// How long the made-up history takes to load, and the evidence statements over it: `npx tsx bench/evidence.ts`.
import { sql } from 'kysely';
import { loadHistory } from '../demo/load-history.ts';
import { measure } from '../src/evidence/measures.store.ts';
import { longNotYetSpokenWith, siteLog, sitesOf } from '../src/evidence/site/site.store.ts';
import { stoppedClock } from '../src/platform/clock.ts';
import { openDatabase } from '../src/platform/db/council.ts';
import { testCouncil, testNow } from '../test/council.ts';
import { servingLogin, startTestServer, templateName } from '../test/server.ts';

const server = await startTestServer();
const database = openDatabase(servingLogin(server.administrator, templateName));
try {
  const council = await testCouncil(database, 'bench');
  const { councilId, teams, accounts } = council;
  await timed('load the made-up history', () =>
    loadHistory(database, { councilId, teams, clock: stoppedClock(testNow.toISOString()) }),
  );
  await figures('with no statistics yet');
  const owner = openDatabase({ ...server.administrator, database: templateName });
  await sql`analyze`.execute(owner);
  await owner.destroy();
  await figures('after analyze');

  async function figures(when: string): Promise<void> {
    console.log(when);
    await council.as(accounts.lead, async (db) => {
      const [site] = await sitesOf(db);
      if (!site) throw new Error('no site was loaded');
      for (let run = 0; run < 10; run += 1)
        await timed('  every measure', () => measure(db, { site, asOf: '2026-11-21' }));
      await timed('  the log of the site', () => siteLog(db, site));
      await timed('  people not yet spoken with', () => longNotYetSpokenWith(db, site));
    });
  }
} finally {
  await database.destroy();
  await server.stop();
}

async function timed(what: string, act: () => Promise<unknown>): Promise<void> {
  const began = performance.now();
  await act();
  console.log(`${what}: ${(performance.now() - began).toFixed(0)} ms`);
}
