import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { createApp } from '../../src/app.ts';
import { machineClock } from '../../src/platform/clock.ts';
import type { Tables } from '../../src/platform/db/tables.ts';
import type { Statement } from './floor.ts';

/**
 * Asks our own app for each page once more than once, and gives back the statements of the last time, from begin to
 * commit: what the floor has to run as well.
 */
export async function statementsOf(
  serving: pg.PoolConfig,
  asked: readonly { url: string; cookie: string }[],
): Promise<Record<string, Statement[]>> {
  let heard: Statement[] = [];
  const database = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: new pg.Pool({ ...serving, max: 1 }) }),
    log: ({ query }) => void heard.push({ text: query.sql, values: [...query.parameters] }),
  });
  const { server } = await createApp({
    database,
    readDatabase: database,
    clock: machineClock,
    isSecure: false,
    logLevel: 'silent',
    isReady: async () => true,
  });
  const pages: Record<string, Statement[]> = {};
  for (const { url, cookie } of asked) {
    for (let time = 0; time < 2; time += 1) {
      heard = [];
      const { statusCode } = await server.inject({ url, headers: { cookie, accept: 'text/html' } });
      if (statusCode !== 200) throw new Error(`${url} answered ${statusCode}`);
    }
    pages[url] = heard.map(asSent);
  }
  await server.close();
  await database.destroy();
  return pages;
}

/** Statements travel to the floor as JSON, so bytes become what pg reads as bytes. */
const asSent = ({ text, values }: Statement): Statement => ({
  text,
  values: values.map((value) => (value instanceof Buffer ? `\\x${value.toString('hex')}` : value)),
});
