import { after } from 'node:test';
import pg from 'pg';
import { loadDemonstration } from '../demo/saltbeck/load.ts';
import { makeAccount } from '../src/access/accounts.store.ts';
import { makeCouncil } from '../src/access/councils.store.ts';
import { beforeSignIn, councilsToSignIn } from '../src/access/signing-in/sessions.store.ts';
import { createApp } from '../src/app.ts';
import { findPairs } from '../src/community/duplicates/finding.store.ts';
import { importFeed } from '../src/community/feeds/import-feed.ts';
import { stoppedClock } from '../src/platform/clock.ts';
import { type Database, nobody, withinCouncil } from '../src/platform/db/council.ts';
import { testDatabase } from '../test/database.ts';

/** The real application at a real address, in this process, where days pass when a journey says so. */
export interface SiteWithClock {
  address: string;
  /** Forward only: what was written yesterday stays yesterday. */
  clock: ReturnType<typeof stoppedClock>;
  /** Reads a directory's file as `npm run import-listings` does, while the site runs. */
  readFeed(file: string, name: string): Promise<void>;
  /** Another invented council at the same address, with an analyst and nothing else. */
  addCouncil(wanted: { place: string; analyst: string }): Promise<void>;
}

/**
 * Starts Alongside on a database of its own, with the invented council in it, at the instant given. Only the clock
 * is not the machine's. What ships is walked by `openSite`; this is for lives that take a year.
 * @example const site = await openSiteWithClock('2026-11-23T09:30:00Z');
 */
export async function openSiteWithClock(start: string): Promise<SiteWithClock> {
  const { database, administrator } = await testDatabase();
  const clock = stoppedClock(start);
  await loadDemonstration(database, clock);
  await countUp(administrator);
  const { server } = await createApp({
    database,
    readDatabase: database,
    clock,
    isSecure: false,
    logLevel: 'error',
    isReady: async () => true,
  });
  const address = await server.listen({ host: '127.0.0.1', port: 0 });
  after(() => server.close());
  const readFeed = async (file: string, name: string) => {
    const [council] = await councilsToSignIn(database);
    if (!council) throw new Error('The invented council is not there.');
    const pin = { councilId: council.councilId, actor: nobody, now: clock.now(), requestId: 'the journey' };
    await importFeed(database, pin, { source: file, name });
    await withinCouncil(database, pin, (db) => findPairs(db));
  };
  const addCouncil = (wanted: { place: string; analyst: string }) => councilOf(database, clock.now(), wanted);
  return { address, clock, readFeed, addCouncil };
}

async function councilOf(
  database: Database,
  now: Date,
  { place, analyst }: { place: string; analyst: string },
): Promise<void> {
  const slug = place.toLowerCase().replaceAll(' ', '-');
  const councilId = await makeCouncil(database, { name: place, slug, isDemo: true });
  const persona = 'Counts what the old system knew before it is switched off';
  const email = `analyst@${slug}.example.org`;
  await beforeSignIn(database, councilId, now, (db) =>
    makeAccount(db, { name: analyst, email, role: 'analyst', persona, teamIds: [] }),
  );
}

/** What the database does by itself within a minute of so much being written. */
async function countUp(administrator: pg.PoolConfig): Promise<void> {
  const client = new pg.Client(administrator);
  await client.connect();
  await client.query('analyze');
  await client.end();
}
