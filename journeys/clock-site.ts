import { after } from 'node:test';
import pg from 'pg';
import { loadDemonstration } from '../demo/saltbeck/load.ts';
import { createApp } from '../src/app.ts';
import { stoppedClock } from '../src/platform/clock.ts';
import { testDatabase } from '../test/database.ts';

/** The real application at a real address, in this process, where days pass when a journey says so. */
export interface SiteWithClock {
  address: string;
  /** Forward only: what was written yesterday stays yesterday. */
  clock: ReturnType<typeof stoppedClock>;
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
  return { address, clock };
}

/** What the database does by itself within a minute of so much being written. */
async function countUp(administrator: pg.PoolConfig): Promise<void> {
  const client = new pg.Client(administrator);
  await client.connect();
  await client.query('analyze');
  await client.end();
}
